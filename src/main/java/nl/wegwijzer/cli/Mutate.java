package nl.wegwijzer.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import nl.wegwijzer.knowledge.Knowledge;
import nl.wegwijzer.proof.Coverage;
import nl.wegwijzer.proof.Mutation;
import nl.wegwijzer.proof.Mutation.Fate;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Puts mistakes into the rules and lists those that no case notices. */
@Command(name = "mutate", description = "puts mistakes into the rules and lists those that no scenario case notices")
final class Mutate implements Callable<Integer> {

  @CommandLine.Mixin
  CommandLineTool.Home home = new CommandLineTool.Home();

  @Option(names = "--least", description = "the share of mistakes, in percent, that must be noticed (default: 95)")
  int least = 95;

  @Override
  public Integer call() {
    Optional<Knowledge> knowledge = home.load().knowledge();
    if (knowledge.isEmpty()) {
      return 1;
    }
    Mutation mutation = new Mutation(knowledge.get());
    mutation.failing().forEach(scenario -> System.err.println(scenario.file() + ":" + scenario.line()
        + ": fails already, so it is not counted: " + scenario.name()));
    List<Mutation.Result> results = mutation.run();
    list(results, Fate.SURVIVED, "no case notices");
    list(results, Fate.UNDECIDED, "no case notices, and the search for one was too large");
    list(results, Fate.EQUIVALENT, "makes no difference in any case");
    Coverage.Share score = Mutation.score(results);
    System.out.printf("%d mutants; noticed %s; %d make no difference%n", results.size(), score,
        results.size() - score.all());
    return score.reached() * 100 >= score.all() * least ? 0 : 1;
  }

  private static void list(List<Mutation.Result> results, Fate fate, String words) {
    results.stream().filter(result -> result.fate() == fate).forEach(result -> {
      System.out.println(result.mutant() + ": " + words);
      result.suggestion().ifPresent(System.out::println);
    });
  }
}
