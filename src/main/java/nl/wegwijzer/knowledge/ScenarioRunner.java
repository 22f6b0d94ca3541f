package nl.wegwijzer.knowledge;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import nl.wegwijzer.advice.Advice;
import nl.wegwijzer.advice.Failure;
import nl.wegwijzer.advice.Reason;
import nl.wegwijzer.rules.Rule;
import nl.wegwijzer.text.Problem;

/** Runs scenarios against the knowledge, and tells which rules no scenario proves. */
public final class ScenarioRunner {

  private final Knowledge knowledge;
  private final Set<Rule> decided = new HashSet<>();
  private final Set<Rule> silent = new HashSet<>();

  public ScenarioRunner(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  /** What differs from what the scenario expects; empty when it holds. */
  public List<String> differences(Scenario scenario) {
    Advice advice = knowledge.advisor().advise(scenario.toCase());
    knowledge.engine().trace(scenario.goals(), scenario.on(), scenario.answers(), decided, silent);
    return differences(scenario, advice);
  }

  /** What of an advice differs from what the scenario expects. */
  public static List<String> differences(Scenario scenario, Advice advice) {
    List<String> differences = new ArrayList<>();
    scenario.verdicts().forEach((goal, expected) -> {
      String actual = advice.goal(goal).verdict().word();
      compare(differences, goal, expected, actual.equals(expected) ? actual : actual + waiting(advice.goal(goal)));
    });
    scenario.certainties().forEach((goal, expected) -> {
      var certainty = advice.goal(goal).certainty();
      compare(differences, "certainty of " + goal, expected, certainty == null ? "none" : certainty.word());
    });
    List<String> asked = advice.next().stream().map(Advice.Ask::question).toList();
    contains(differences, "asked next", scenario.asks(), () -> asked);
    scenario.asksNot().stream().filter(asked::contains)
        .forEach(id -> differences.add(id + " must not be asked, but is"));
    contains(differences, "the proof", scenario.because(), () -> proof(advice));
    contains(differences, "the failed conditions", scenario.failed(), () -> failed(advice));
    contains(differences, "what it depends on", scenario.openOn(), () -> advice.goals().stream()
        .flatMap(goal -> goal.openOn().stream()).map(Advice.OpenOn::question).distinct().toList());
    scenario.values().forEach((key, expected) -> compare(differences, key, expected, advice.goals().stream()
        .filter(goal -> goal.values().containsKey(key)).findFirst()
        .map(goal -> goal.values().get(key).toString()).orElse("no value")));
    return differences;
  }

  /** Rules that decided in no scenario, or stayed silent in none, among those run so far. */
  public List<Problem> unproven() {
    List<Problem> problems = new ArrayList<>();
    for (Rule rule : knowledge.rules().rules()) {
      if (!decided.contains(rule)) {
        problems.add(new Problem(rule.file(), rule.line(), 0, "no scenario in which this rule decides: " + rule.name(),
            "add a case to the .cases.yaml beside it"));
      }
      if (!silent.contains(rule) && !rule.conditions().isEmpty()) {
        problems.add(new Problem(rule.file(), rule.line(), 0, "no scenario in which this rule stays silent: "
            + rule.name(), "add a case that fails one of its conditions"));
      }
    }
    return problems;
  }

  /** Why a verdict is open, where it is. */
  private static String waiting(Advice.Goal goal) {
    return goal.openOn().isEmpty() ? "" : goal.openOn().stream().map(open -> open.question()
        + (open.dontKnow() ? ", which is unknown" : "")).distinct().collect(Collectors.joining("; ", " (waits for ", ")"));
  }

  private static void compare(List<String> differences, String what, String expected, String actual) {
    if (!expected.equals(actual)) {
      differences.add(what + " must be " + expected + ", but is " + actual);
    }
  }

  private static void contains(List<String> differences, String where, List<String> expected,
      Supplier<? extends Iterable<String>> actual) {
    if (!expected.isEmpty()) {
      Set<String> found = new LinkedHashSet<>();
      actual.get().forEach(found::add);
      expected.stream().filter(id -> !found.contains(id))
          .forEach(id -> differences.add(id + " must be in " + where + ", but there is only " + found));
    }
  }

  private static Set<String> proof(Advice advice) {
    Set<String> ids = new LinkedHashSet<>();
    advice.goals().forEach(goal -> {
      goal.because().forEach(reason -> collect(reason, ids));
      goal.details().forEach(reason -> collect(reason, ids));
    });
    return ids;
  }

  private static void collect(Reason reason, Set<String> ids) {
    if (reason instanceof Reason.Concluded concluded) {
      ids.add(concluded.conclusion());
      concluded.because().forEach(below -> collect(below, ids));
    } else if (reason instanceof Reason.LeftOpen leftOpen) {
      ids.add(leftOpen.conclusion());
      leftOpen.because().forEach(below -> collect(below, ids));
    } else if (reason instanceof Reason.Absent absent) {
      ids.add(absent.conclusion());
    } else if (reason instanceof Reason.Answered answered) {
      ids.add(answered.question());
    }
  }

  private static Set<String> failed(Advice advice) {
    Set<String> ids = new LinkedHashSet<>();
    advice.goals().forEach(goal -> goal.failed().forEach(failure -> collect(failure, ids)));
    return ids;
  }

  private static void collect(Failure failure, Set<String> ids) {
    if (failure instanceof Failure.NotMet notMet) {
      ids.add(notMet.conclusion());
      notMet.ways().forEach(way -> way.failed().forEach(below -> collect(below, ids)));
    } else if (failure instanceof Failure.WrongAnswer wrong) {
      ids.add(wrong.question());
    } else if (failure instanceof Failure.WrongValue wrong) {
      ids.add(wrong.conclusion());
    } else if (failure instanceof Failure.Excluded excluded) {
      ids.add(excluded.conclusion());
    }
  }
}
