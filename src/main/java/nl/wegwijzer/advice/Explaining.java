package nl.wegwijzer.advice;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.wegwijzer.advice.Advice.Row;
import nl.wegwijzer.rules.Bindings;
import nl.wegwijzer.rules.Condition;
import nl.wegwijzer.rules.Constraint;
import nl.wegwijzer.rules.Evaluation;
import nl.wegwijzer.rules.Rule;
import nl.wegwijzer.rules.RuleSet;
import nl.wegwijzer.rules.Settlement;
import nl.wegwijzer.rules.Settlement.Attempt;
import nl.wegwijzer.rules.Settlement.Firing;
import nl.wegwijzer.rules.Test;
import nl.wegwijzer.rules.Truth;

/** Turns an evaluation into proof, refusal and checklist. */
final class Explaining {

  private final Evaluation evaluation;
  private final Map<String, Set<String>> wanting = new HashMap<>();
  private final Map<String, List<Attempt>> nearest = new HashMap<>();
  private final Map<Attempt, List<Failure>> failures = new IdentityHashMap<>();
  private final Map<String, List<Failure.Way>> ways = new HashMap<>();
  private final Map<Firing, Reason.Concluded> proofs = new IdentityHashMap<>();

  Explaining(Evaluation evaluation) {
    this.evaluation = evaluation;
  }

  Evaluation evaluation() {
    return evaluation;
  }

  Reason.Concluded proof(String conclusion) {
    return proof(evaluation.of(conclusion).firings().get(0));
  }

  /** The same firing has the same proof, wherever it is used. */
  private Reason.Concluded proof(Firing firing) {
    Reason.Concluded known = proofs.get(firing);
    if (known == null) {
      known = prove(firing);
      proofs.put(firing, known);
    }
    return known;
  }

  private Reason.Concluded prove(Firing firing) {
    List<Reason> because = new ArrayList<>();
    List<Condition> conditions = firing.rule().conditions();
    for (int i = 0; i < conditions.size(); i++) {
      because.add(reason(conditions.get(i), firing.premises().get(i), firing.bindings()));
    }
    return new Reason.Concluded(firing.rule().conclusion(), firing.rule(), firing.values(), firing.certainty(),
        List.copyOf(because));
  }

  /** The conditions of a refusal, without what was answered. */
  List<Decision.Unmet> unmet(String conclusion) {
    List<Decision.Unmet> unmet = new ArrayList<>();
    for (Attempt attempt : nearest(conclusion)) {
      for (int i = 0; i < attempt.conditions().size(); i++) {
        if (attempt.conditions().get(i) == Truth.FALSE) {
          unmet.add(new Decision.Unmet(attempt.rule(), attempt.rule().conditions().get(i)));
        }
      }
    }
    return List.copyOf(unmet);
  }

  /** Why a condition is met. */
  private Reason reason(Condition condition, Firing premise, Bindings bindings) {
    if (condition instanceof Condition.OfAnswer pattern) {
      List<Test> tests = tests(pattern.constraints(), bindings);
      return pattern.isReferenceDate() ? new Reason.OnDate(evaluation.on(), tests)
          : new Reason.Answered(pattern.id(), evaluation.answer(pattern.id()), tests);
    }
    if (condition instanceof Condition.Not) {
      return new Reason.Absent(condition.id(), evaluation.certaintyOfNo(condition.id()), refusal(condition.id()));
    }
    return premise == null ? proof(condition.id()) : proof(premise);
  }

  /** The situations that the report leaves open and on which an unsettled conclusion rests. */
  List<Reason> leftOpen(String conclusion) {
    List<Reason> found = new ArrayList<>();
    for (Attempt attempt : evaluation.of(conclusion).attempts()) {
      boolean leavesOpen = attempt.rule().leavesOpen() && attempt.truth() == Truth.TRUE;
      if (leavesOpen) {
        List<Reason> because = new ArrayList<>();
        attempt.rule().conditions().forEach(condition -> because.add(reason(condition, null, attempt.bindings())));
        found.add(new Reason.LeftOpen(conclusion, attempt.rule(), List.copyOf(because)));
      } else if (attempt.truth() == Truth.UNSETTLED || attempt.truth() == Truth.OPEN) {
        for (int i = 0; i < attempt.conditions().size(); i++) {
          if (attempt.conditions().get(i) == Truth.UNSETTLED) {
            leftOpen(attempt.rule().conditions().get(i).id()).stream()
                .filter(reason -> !found.contains(reason)).forEach(found::add);
          }
        }
      }
    }
    return List.copyOf(found);
  }

  /**
   * The smallest set of conditions that fail together: those of the rule that comes closest. Rules that come equally
   * close are alternatives of the same conclusion.
   */
  List<Failure> refusal(String conclusion) {
    List<Attempt> nearest = nearest(conclusion);
    if (nearest.size() == 1) {
      return failures(nearest.get(0));
    }
    return List.of(notMet(conclusion));
  }

  private Failure notMet(String conclusion) {
    List<Failure.Way> known = ways.get(conclusion);
    if (known == null) {
      known = new ArrayList<>();
      for (Attempt attempt : nearest(conclusion)) {
        known.add(new Failure.Way(attempt.rule(), failures(attempt)));
      }
      known = List.copyOf(known);
      ways.put(conclusion, known);
    }
    return new Failure.NotMet(conclusion, known);
  }

  private List<Attempt> nearest(String conclusion) {
    List<Attempt> known = nearest.get(conclusion);
    return known == null ? compare(conclusion) : known;
  }

  /** Finds the rules that come closest to a conclusion, and what they want. */
  private List<Attempt> compare(String conclusion) {
    List<Attempt> closest = new ArrayList<>(2);
    Set<String> least = null;
    for (Attempt attempt : evaluation.of(conclusion).attempts()) {
      if (!attempt.rule().leavesOpen() && attempt.truth() == Truth.FALSE) {
        Set<String> wanted = wanting(attempt);
        int more = least == null ? -1 : Integer.compare(cost(wanted), cost(least));
        if (more < 0) {
          least = wanted;
          closest.clear();
        }
        if (more <= 0) {
          closest.add(attempt);
        }
      }
    }
    nearest.put(conclusion, closest);
    wanting.put(conclusion, least);
    return closest;
  }

  /** How many things would have to change; the calendar cannot be changed, so it weighs most. */
  private static int cost(Set<String> wanting) {
    return wanting.contains(RuleSet.REFERENCE_DATE) ? 1000 + wanting.size() : wanting.size();
  }

  /** The answers, and the conclusions that have another value or must not hold, of the rule that comes closest. */
  private Set<String> wanting(String conclusion) {
    nearest(conclusion);
    return wanting.get(conclusion);
  }

  private Set<String> wanting(Attempt attempt) {
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < attempt.conditions().size(); i++) {
      if (attempt.conditions().get(i) == Truth.FALSE) {
        Condition condition = attempt.rule().conditions().get(i);
        if (condition instanceof Condition.OfConclusion && evaluation.of(condition.id()).truth() == Truth.FALSE) {
          ids.addAll(wanting(condition.id()));
        } else {
          ids.add(condition.id());
        }
      }
    }
    return ids;
  }

  private List<Failure> failures(Attempt attempt) {
    List<Failure> known = failures.get(attempt);
    if (known == null) {
      known = new ArrayList<>();
      for (int i = 0; i < attempt.conditions().size(); i++) {
        if (attempt.conditions().get(i) == Truth.FALSE) {
          known.add(failure(attempt.rule().conditions().get(i), attempt.rule(), attempt.bindings()));
        }
      }
      known = List.copyOf(known);
      failures.put(attempt, known);
    }
    return known;
  }

  private Failure failure(Condition condition, Rule rule, Bindings bindings) {
    if (condition instanceof Condition.OfAnswer pattern) {
      List<Test> tests = tests(pattern.constraints(), bindings);
      return pattern.isReferenceDate() ? new Failure.WrongDate(evaluation.on(), tests, rule)
          : new Failure.WrongAnswer(pattern.id(), evaluation.answer(pattern.id()), tests, rule);
    }
    if (condition instanceof Condition.Not) {
      return new Failure.Excluded(condition.id(), proof(condition.id()), rule);
    }
    if (evaluation.of(condition.id()).truth() == Truth.TRUE) {
      return new Failure.WrongValue(condition.id(), proof(condition.id()),
          tests(((Condition.OfConclusion) condition).constraints(), bindings), rule);
    }
    return notMet(condition.id());
  }

  /** The conditions of the rule that comes closest to the goal. */
  List<Row> checklist(String goal) {
    Settlement settlement = evaluation.of(goal);
    List<Row> rows = new ArrayList<>();
    if (settlement.truth() == Truth.TRUE) {
      Firing firing = settlement.firings().get(0);
      for (int i = 0; i < firing.premises().size(); i++) {
        Condition condition = firing.rule().conditions().get(i);
        rows.add(row(condition, Truth.TRUE, firing.rule(), firing.premises().get(i), firing.bindings()));
      }
      return List.copyOf(rows);
    }
    Attempt attempt = settlement.truth() == Truth.FALSE ? nearest(goal).get(0)
        : settlement.attempts().stream().filter(a -> a.truth() == settlement.truth() && !a.rule().leavesOpen())
            .findFirst().or(() -> settlement.attempts().stream().filter(a -> !a.rule().leavesOpen()).findFirst())
            .orElseThrow();
    for (int i = 0; i < attempt.conditions().size(); i++) {
      rows.add(row(attempt.rule().conditions().get(i), attempt.conditions().get(i), attempt.rule(), null,
          attempt.bindings()));
    }
    return List.copyOf(rows);
  }

  private Row row(Condition condition, Truth truth, Rule rule, Firing premise, Bindings bindings) {
    Reason met = null;
    if (truth == Truth.TRUE) {
      met = reason(condition, premise, bindings);
    } else if (truth == Truth.UNSETTLED) {
      met = leftOpen(condition.id()).stream().findFirst().orElse(null);
    }
    return new Row(condition.id(), condition instanceof Condition.Not, verdict(truth),
        ruleOf(condition, rule, premise), met, truth == Truth.FALSE ? failure(condition, rule, bindings) : null);
  }

  /** The rule that says most about a condition: the one that makes it hold, or that comes closest. */
  private Rule ruleOf(Condition condition, Rule rule, Firing premise) {
    if (condition instanceof Condition.OfAnswer) {
      return rule;
    }
    Settlement settlement = evaluation.of(condition.id());
    if (premise != null || settlement.truth() == Truth.TRUE) {
      return premise != null ? premise.rule() : settlement.firings().get(0).rule();
    }
    return settlement.truth() == Truth.FALSE ? nearest(condition.id()).get(0).rule()
        : settlement.attempts().stream().filter(attempt -> attempt.truth() == settlement.truth()
            || attempt.rule().leavesOpen() && attempt.truth() == Truth.TRUE).findFirst().map(Attempt::rule).orElse(rule);
  }

  static Verdict verdict(Truth truth) {
    return switch (truth) {
      case TRUE -> Verdict.YES;
      case FALSE -> Verdict.NO;
      case OPEN -> Verdict.OPEN;
      case UNSETTLED -> Verdict.UNSETTLED;
    };
  }

  private static List<Test> tests(List<Constraint> constraints, Bindings bindings) {
    List<Test> tests = new ArrayList<>();
    for (Constraint constraint : constraints) {
      if (constraint instanceof Constraint.Compare compare) {
        tests.add(compare.test(bindings));
      }
    }
    return List.copyOf(tests);
  }

  /** The values of some conclusions, as {@code Conclusion.field}. */
  Map<String, Object> values(Collection<String> conclusions) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (String id : conclusions) {
      for (Firing firing : evaluation.of(id).firings()) {
        firing.values().forEach((field, value) -> values.putIfAbsent(id + "." + field, value));
      }
    }
    return values;
  }
}
