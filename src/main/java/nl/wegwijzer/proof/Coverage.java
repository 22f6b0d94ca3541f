package nl.wegwijzer.proof;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.wegwijzer.knowledge.Scenario;
import nl.wegwijzer.rules.Condition;
import nl.wegwijzer.rules.Constraint;
import nl.wegwijzer.rules.Evaluation;
import nl.wegwijzer.rules.Rule;
import nl.wegwijzer.rules.RuleSet;
import nl.wegwijzer.rules.Settlement.Attempt;
import nl.wegwijzer.rules.Truth;

/** What the scenario cases reach: per rule and per condition how often it was met, failed, or stayed open. */
public final class Coverage {

  /** How often something had each truth; what never happened is absent. */
  public record Counts(Map<Truth, Integer> times) {

    public int of(Truth truth) {
      return times.getOrDefault(truth, 0);
    }
  }

  /** One rule; the conditions in its order. */
  public record OfRule(Rule rule, Counts counts, List<OfCondition> conditions) {}

  /** One condition at its line, with the branches that no case reaches though some could. */
  public record OfCondition(Condition condition, int line, Counts counts, Set<Truth> missing) {}

  private final RuleSet rules;
  private final Map<Rule, List<EnumMap<Truth, Integer>>> counted = new IdentityHashMap<>();

  private Coverage(RuleSet rules) {
    this.rules = rules;
    rules.rules().forEach(rule -> {
      List<EnumMap<Truth, Integer>> counts = new ArrayList<>();
      for (int i = 0; i <= rule.conditions().size(); i++) {
        counts.add(new EnumMap<>(Truth.class));
      }
      counted.put(rule, counts);
    });
  }

  /** Evaluates every case and counts. */
  public static Coverage of(RuleSet rules, Collection<Scenario> scenarios) {
    Coverage coverage = new Coverage(rules);
    scenarios.forEach(scenario -> {
      Evaluation evaluation = new Evaluation(rules, scenario.on(), scenario.answers());
      scenario.goals().forEach(evaluation::of);
      evaluation.visited().values().forEach(settlement -> settlement.attempts().forEach(coverage::count));
    });
    return coverage;
  }

  private void count(Attempt attempt) {
    List<EnumMap<Truth, Integer>> counts = counted.get(attempt.rule());
    counts.get(0).merge(attempt.truth(), 1, Integer::sum);
    for (int i = 0; i < attempt.conditions().size(); i++) {
      counts.get(i + 1).merge(attempt.conditions().get(i), 1, Integer::sum);
    }
  }

  /** Every rule, in the order of the files. */
  public List<OfRule> rules() {
    return rules.rules().stream().map(this::of).toList();
  }

  public OfRule of(Rule rule) {
    List<EnumMap<Truth, Integer>> counts = counted.get(rule);
    List<OfCondition> conditions = new ArrayList<>();
    for (int i = 0; i < rule.conditions().size(); i++) {
      Condition condition = rule.conditions().get(i);
      Set<Truth> missing = branches(condition);
      missing.removeAll(counts.get(i + 1).keySet());
      conditions.add(new OfCondition(condition, condition.at().line(), new Counts(Map.copyOf(counts.get(i + 1))),
          Set.copyOf(missing)));
    }
    return new OfRule(rule, new Counts(Map.copyOf(counts.get(0))), List.copyOf(conditions));
  }

  /** Branches there are: a condition that only takes a value cannot fail, and the calendar is never open. */
  private static EnumSet<Truth> branches(Condition condition) {
    EnumSet<Truth> branches = EnumSet.of(Truth.TRUE, Truth.FALSE, Truth.OPEN);
    if (condition instanceof Condition.OfAnswer answer) {
      if (answer.constraints().stream().noneMatch(Constraint.Compare.class::isInstance)) {
        branches.remove(Truth.FALSE);
      }
      if (answer.isReferenceDate()) {
        branches.remove(Truth.OPEN);
      }
    }
    return branches;
  }

  /** How many branches of conditions are reached, and how many there are. */
  public Share branches() {
    int all = 0;
    int missing = 0;
    for (OfRule rule : rules()) {
      for (OfCondition condition : rule.conditions()) {
        all += branches(condition.condition()).size();
        missing += condition.missing().size();
      }
    }
    return new Share(all - missing, all);
  }

  /** How many rules decide in some case and stay silent in another, and how many there are. */
  public Share decided() {
    int reached = (int) rules().stream().filter(rule -> rule.counts().of(Truth.TRUE) > 0
        && (rule.conditions().isEmpty() || rule.counts().times().size() > 1)).count();
    return new Share(reached, rules.rules().size());
  }

  /** Some of all. */
  public record Share(int reached, int all) {

    @Override
    public String toString() {
      return reached + " of " + all + (all == 0 ? "" : String.format(" (%.1f %%)", 100.0 * reached / all));
    }
  }
}
