package nl.wegwijzer.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import nl.wegwijzer.forms.Journey;
import nl.wegwijzer.knowledge.Knowledge;
import nl.wegwijzer.proof.PathFile;
import nl.wegwijzer.proof.PathProof;
import nl.wegwijzer.proof.PathReport;
import nl.wegwijzer.proof.PathText;
import nl.wegwijzer.text.Problems;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Walks every path of every journey. */
@Command(name = "explore", description = "walks every path of every journey and proves that none goes wrong")
final class Explore implements Callable<Integer> {

  @CommandLine.Mixin
  CommandLineTool.Home home = new CommandLineTool.Home();

  @Parameters(paramLabel = "JOURNEY", arity = "0..1", description = "only this journey")
  String journey;

  @Option(names = "--journey", description = "the same")
  void journey(String name) {
    journey = name;
  }

  @Option(names = "--drools", description = "let Drools confirm every step")
  boolean drools;

  @Option(names = "--write", description = "keep the counts in rules/paths.yaml, which the build compares")
  boolean write;

  @Override
  public Integer call() throws IOException {
    Optional<Knowledge> loaded = home.load().knowledge();
    if (loaded.isEmpty()) {
      return 1;
    }
    Knowledge knowledge = loaded.get();
    PathProof proof = new PathProof(knowledge, drools);
    List<PathReport> reports;
    if (journey == null) {
      reports = proof.all();
    } else {
      Optional<Journey> found = knowledge.forms().journey(journey);
      if (found.isEmpty()) {
        System.err.println("no journey '" + journey + "' "
            + Problems.didYouMean(journey, knowledge.forms().journeys().keySet()));
        return 1;
      }
      reports = List.of(proof.of(found.get()));
    }
    reports.forEach(report -> System.out.println(PathText.of(report)));
    PathFile.silent(reports).forEach(rule -> System.out.println("fires on no path: " + rule));
    if (write && journey == null) {
      Files.writeString(home.home.resolve(PathFile.NAME), PathFile.of(reports));
    }
    return reports.stream().allMatch(report -> report.faults().isEmpty()) ? 0 : 1;
  }
}
