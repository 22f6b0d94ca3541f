package nl.wegwijzer.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import nl.wegwijzer.knowledge.Knowledge;
import nl.wegwijzer.knowledge.KnowledgeLoader;
import nl.wegwijzer.proof.Impact;
import nl.wegwijzer.proof.ImpactRun;
import nl.wegwijzer.proof.ImpactText;
import nl.wegwijzer.proof.Revision;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Tells what a change of the rules does to people's advice. */
@Command(name = "diff", description = "compares the advice of two versions: folders, or git revisions of the home folder")
final class Diff implements Callable<Integer> {

  @CommandLine.Mixin
  CommandLineTool.Home home = new CommandLineTool.Home();

  @Parameters(paramLabel = "OLD", description = "a folder with rules, forms and data, or a git revision")
  String before;

  @Parameters(paramLabel = "NEW", description = "the same")
  String after;

  @Option(names = "--cases", description = "number of synthetic cases (default: ${DEFAULT-VALUE})")
  long cases = 1_000_000;

  @Option(names = "--seed", description = "makes the same cases again (default: ${DEFAULT-VALUE})")
  long seed = 1;

  @Option(names = "--html", paramLabel = "FILE", description = "write the report as a page")
  Path html;

  @Option(names = "--json", paramLabel = "FILE", description = "write the report as JSON")
  Path json;

  @Override
  public Integer call() throws IOException {
    Optional<Knowledge> old = load(before);
    Optional<Knowledge> now = load(after);
    if (old.isEmpty() || now.isEmpty()) {
      return 1;
    }
    Impact impact = new ImpactRun(old.get(), now.get(), cases, seed).run();
    System.out.println(ImpactText.plain(impact));
    if (html != null) {
      Files.writeString(html, ImpactText.html(impact));
    }
    if (json != null) {
      Files.writeString(json, JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build()
          .writeValueAsString(ImpactText.json(impact)));
    }
    return 0;
  }

  private Optional<Knowledge> load(String version) throws IOException {
    try {
      KnowledgeLoader.Loaded loaded = Revision.load(version, home.home);
      loaded.problems().forEach(problem -> System.err.println(version + ": " + problem.shownIn(loaded.files())));
      return loaded.knowledge();
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      return Optional.empty();
    }
  }
}
