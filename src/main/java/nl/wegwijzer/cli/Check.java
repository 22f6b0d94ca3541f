package nl.wegwijzer.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import nl.wegwijzer.knowledge.Knowledge;
import nl.wegwijzer.knowledge.KnowledgeLoader;
import nl.wegwijzer.knowledge.Scenario;
import nl.wegwijzer.knowledge.ScenarioRunner;
import nl.wegwijzer.proof.Coverage;
import nl.wegwijzer.proof.CoverageText;
import nl.wegwijzer.text.Problem;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Checks everything an author can get wrong, and runs all scenarios. */
@Command(name = "check", description = "checks rules, forms and data, and runs every scenario")
final class Check implements Callable<Integer> {

  @CommandLine.Mixin
  CommandLineTool.Home home = new CommandLineTool.Home();

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
    problems.forEach(problem -> System.err.println(problem.shownIn(knowledge.files())));
    System.out.printf("%d rules, %d questions, %d conclusions, %d scenarios, %d problem(s); knowledge %s%n",
        knowledge.rules().rules().size(), knowledge.forms().questions().size(),
        knowledge.forms().conclusions().size(), knowledge.scenarios().size(), problems.size(), knowledge.hash());
    return problems.isEmpty() ? 0 : 1;
  }
}
