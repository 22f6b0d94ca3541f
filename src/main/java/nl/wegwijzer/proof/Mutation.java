package nl.wegwijzer.proof;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.wegwijzer.advice.Advisor;
import nl.wegwijzer.advice.Verdict;
import nl.wegwijzer.knowledge.Knowledge;
import nl.wegwijzer.knowledge.Scenario;
import nl.wegwijzer.knowledge.ScenarioRunner;
import nl.wegwijzer.proof.Distinguisher.Search;
import nl.wegwijzer.rules.Certainty;
import nl.wegwijzer.rules.Evaluation;
import nl.wegwijzer.rules.Rule;
import nl.wegwijzer.rules.RuleSet;
import nl.wegwijzer.rules.Truth;

/** Puts mistakes into the rules, one at a time, and sees whether a scenario case notices. */
public final class Mutation {

  /** What became of a mutant. */
  public enum Fate {
    KILLED,
    SURVIVED,
    /** No case can tell it from the original, over all classes of values. */
    EQUIVALENT,
    /** It survived, and the search for a case that notices was too large. */
    UNDECIDED
  }

  /**
   * One mutant.
   *
   * @param killer the case that noticed
   * @param suggestion of a survivor: a case, ready to paste, that would notice
   */
  public record Result(Mutant mutant, Fate fate, Optional<Scenario> killer, Optional<String> suggestion) {}

  private final Knowledge knowledge;
  private final RuleSet rules;
  private final Map<Scenario, Set<String>> reach = new LinkedHashMap<>();
  private final List<Scenario> failing = new ArrayList<>();

  public Mutation(Knowledge knowledge) {
    this.knowledge = knowledge;
    this.rules = knowledge.rules();
    Advisor original = Advisor.lifted(knowledge.forms(), rules);
    knowledge.scenarios().forEach(scenario -> {
      if (notices(scenario, original)) {
        failing.add(scenario);
      } else {
        reach.put(scenario, rules.closure(knowledge.advisor().demanded(scenario.goals())));
      }
    });
  }

  /** Cases that do not hold as it is; they would seem to notice every mistake, so they are left out. */
  public List<Scenario> failing() {
    return List.copyOf(failing);
  }

  /** All mutants of the rules, in the order of the files. */
  public List<Result> run() {
    return Mutants.of(knowledge.forms(), rules).parallelStream().map(this::result).toList();
  }

  /** The mutants of one rule. */
  public List<Result> of(Rule rule) {
    return Mutants.of(knowledge.forms(), rules).stream().filter(mutant -> mutant.rule() == rule).map(this::result)
        .toList();
  }

  /** The share of mutants that are noticed, among those that can be. */
  public static Coverage.Share score(List<Result> results) {
    int killed = (int) results.stream().filter(result -> result.fate() == Fate.KILLED).count();
    int equivalent = (int) results.stream().filter(result -> result.fate() == Fate.EQUIVALENT).count();
    return new Coverage.Share(killed, results.size() - equivalent);
  }

  private Result result(Mutant mutant) {
    RuleSet mutated = mutant.in(rules);
    Optional<Scenario> killer = killer(mutant, mutated);
    if (killer.isPresent()) {
      return new Result(mutant, Fate.KILLED, killer, Optional.empty());
    }
    Search search = new Distinguisher(knowledge.forms(), rules, mutated, mutant.rule().conclusion()).search();
    Fate fate = search instanceof Search.None ? Fate.EQUIVALENT
        : search instanceof Search.GaveUp ? Fate.UNDECIDED : Fate.SURVIVED;
    return new Result(mutant, fate, Optional.empty(), search instanceof Search.Found found
        ? Optional.of(suggestion(mutant, mutated, found)) : Optional.empty());
  }

  /** The first case that notices; those beside the rule are tried first. */
  private Optional<Scenario> killer(Mutant mutant, RuleSet mutated) {
    String beside = mutant.rule().file().replace(".drl", ".cases.yaml");
    List<Scenario> scenarios = new ArrayList<>();
    reach.forEach((scenario, closure) -> {
      if (closure.contains(mutant.rule().conclusion())) {
        scenarios.add(scenario);
      }
    });
    scenarios.sort(Comparator.comparing(scenario -> !scenario.file().equals(beside)));
    Advisor advisor = Advisor.lifted(knowledge.forms(), mutated);
    return scenarios.stream().filter(scenario -> notices(scenario, advisor)).findFirst();
  }

  private static boolean notices(Scenario scenario, Advisor advisor) {
    try {
      return !ScenarioRunner.differences(scenario, advisor.adviseLifted(scenario.toCase())).isEmpty();
    } catch (RuntimeException e) {
      // No advice at all is noticed as well.
      return true;
    }
  }

  private String suggestion(Mutant mutant, RuleSet mutated, Search.Found found) {
    String conclusion = mutant.rule().conclusion();
    Evaluation before = new Evaluation(rules, found.on(), found.answers());
    Evaluation after = new Evaluation(mutated, found.on(), found.answers());
    Map<String, String> certainty = new LinkedHashMap<>();
    if (before.of(conclusion).truth() == after.of(conclusion).truth()
        && certainty(before, conclusion) != certainty(after, conclusion)) {
      certainty.put(conclusion, certainty(before, conclusion).word());
    }
    Map<String, String> values = Distinguisher.values(before, conclusion);
    if (values.equals(Distinguisher.values(after, conclusion))) {
      values.clear();
    }
    Truth truth = before.of(conclusion).truth();
    Verdict verdict = truth == Truth.TRUE ? Verdict.YES : truth == Truth.FALSE ? Verdict.NO
        : truth == Truth.OPEN ? Verdict.OPEN : Verdict.UNSETTLED;
    return CaseYaml.of("\"" + mutant.rule().name() + ": " + mutant.what().replace("\"", "'") + "\"", found.on(),
        conclusion, found.answers(), Map.of(conclusion, verdict.word()), certainty, values);
  }

  private static Certainty certainty(Evaluation evaluation, String conclusion) {
    return switch (evaluation.of(conclusion).truth()) {
      case TRUE -> evaluation.of(conclusion).firings().get(0).certainty();
      case FALSE -> evaluation.certaintyOfNo(conclusion);
      default -> null;
    };
  }
}
