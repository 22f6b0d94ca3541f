package nl.wegwijzer.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import nl.wegwijzer.advice.AdviceJson;
import nl.wegwijzer.knowledge.CaseReader;
import nl.wegwijzer.knowledge.Knowledge;
import nl.wegwijzer.knowledge.KnowledgeLoader;
import nl.wegwijzer.knowledge.Scenario;
import nl.wegwijzer.knowledge.ScenarioRunner;
import nl.wegwijzer.proof.Coverage;
import nl.wegwijzer.proof.CoverageText;
import nl.wegwijzer.rules.Engine;
import nl.wegwijzer.text.Problem;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The commands that need no web server. */
@Command(name = "wegwijzer",
    description = "Advice on Dutch migration procedures. Without a command it serves the website.",
    subcommands = {CommandLineTool.Check.class, CommandLineTool.Advise.class, Explore.class, Diff.class,
        Mutate.class})
public final class CommandLineTool implements Runnable {

  /** The names of the commands, to tell them from {@code serve}. */
  public static final List<String> COMMANDS = List.of("check", "advise", "explore", "mutate", "diff", "--help", "-h");

  @Option(names = {"-h", "--help"}, usageHelp = true, scope = CommandLine.ScopeType.INHERIT,
      description = "show this help and exit")
  boolean help;

  public static int run(String... args) {
    return new CommandLine(new CommandLineTool()).execute(args);
  }

  @Override
  public void run() {
    CommandLine.usage(this, System.out);
  }

  /** Where the author files are. */
  static final class Home {

    @Option(names = "--home", description = "folder with rules, forms and data (default: this folder)")
    Path home = Path.of("");

    KnowledgeLoader.Loaded load() {
      KnowledgeLoader.Loaded loaded = KnowledgeLoader.load(home, Engine.Mode.CLASSIC);
      loaded.problems().forEach(System.err::println);
      return loaded;
    }
  }

  /** Checks everything an author can get wrong, and runs all scenarios. */
  @Command(name = "check", description = "checks rules, forms and data, and runs every scenario")
  static final class Check implements Callable<Integer> {

    @CommandLine.Mixin
    Home home = new Home();

    @Option(names = "--coverage", description = "show beside every rule and condition what the scenarios reach")
    boolean coverage;

    @Override
    public Integer call() {
      KnowledgeLoader.Loaded loaded = home.load();
      if (loaded.knowledge().isEmpty()) {
        System.err.println(loaded.problems().size() + " problem(s)");
        return 1;
      }
      Knowledge knowledge = loaded.knowledge().get();
      ScenarioRunner runner = new ScenarioRunner(knowledge);
      List<Problem> problems = new ArrayList<>();
      for (Scenario scenario : knowledge.scenarios()) {
        runner.differences(scenario).forEach(difference -> problems.add(
            new Problem(scenario.file(), scenario.line(), 0, scenario.name() + ": " + difference, "")));
      }
      problems.addAll(runner.unproven());
      if (coverage) {
        System.out.println(CoverageText.of(Coverage.of(knowledge.rules(), knowledge.scenarios()), knowledge.files()));
      }
      problems.forEach(System.err::println);
      System.out.printf("%d rules, %d questions, %d conclusions, %d scenarios, %d problem(s); knowledge %s%n",
          knowledge.rules().rules().size(), knowledge.forms().questions().size(),
          knowledge.forms().conclusions().size(), knowledge.scenarios().size(), problems.size(), knowledge.hash());
      return problems.isEmpty() ? 0 : 1;
    }
  }

  /** Gives advice on a case in a JSON file. */
  @Command(name = "advise", description = "gives advice on the case in a JSON file, as the API does")
  static final class Advise implements Callable<Integer> {

    @CommandLine.Mixin
    Home home = new Home();

    @Parameters(paramLabel = "FILE")
    Path file;

    @Override
    @SuppressWarnings("unchecked")
    public Integer call() throws Exception {
      KnowledgeLoader.Loaded loaded = home.load();
      if (loaded.knowledge().isEmpty()) {
        return 1;
      }
      JsonMapper json = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
      Map<String, Object> body;
      try {
        body = json.readValue(Files.readString(file), Map.class);
      } catch (JacksonException | java.io.IOException e) {
        System.err.println(file + ": this is not a case in JSON: " + e.getMessage());
        return 1;
      }
      Knowledge knowledge = loaded.knowledge().get();
      CaseReader.ReadCase read = CaseReader.read(knowledge, body, LocalDate.now());
      read.mistakes().forEach(mistake -> System.err.println(file + ": " + mistake.pointer() + ": " + mistake.detail()));
      if (read.value().isEmpty()) {
        return 1;
      }
      System.out.println(json.writeValueAsString(new AdviceJson(knowledge.forms(), read.language())
          .of(knowledge.advisor().advise(read.value().get()))));
      return 0;
    }
  }
}
