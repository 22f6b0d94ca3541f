package nl.wegwijzer.advice;

import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.wegwijzer.advice.Advice.Row;
import nl.wegwijzer.rules.Bindings;
import nl.wegwijzer.rules.Condition;
import nl.wegwijzer.rules.Constraint;
import nl.wegwijzer.rules.Evaluation;
import nl.wegwijzer.rules.Rule;
import nl.wegwijzer.rules.Settlement;
import nl.wegwijzer.rules.Settlement.Attempt;
import nl.wegwijzer.rules.Settlement.Firing;
import nl.wegwijzer.rules.Test;
import nl.wegwijzer.rules.Truth;

/** Turns an evaluation into proof, refusal and checklist. */
final class Explaining {

  private final Evaluation evaluation;
  private final Nearest nearest;
  private final Map<Attempt, List<Failure>> failures = new IdentityHashMap<>();
  private final Map<Settlement, List<Failure.Way>> ways = new IdentityHashMap<>();
  private final Map<Firing, Reason.Concluded> proofs = new IdentityHashMap<>();

  Explaining(Evaluation evaluation, Nearest nearest) {
    this.evaluation = evaluation;
    this.nearest = nearest;
  }

  Evaluation evaluation() {
    return evaluation;
  }

  Reason.Concluded proof(String conclusion) {
    return proof(evaluation.of(conclusion));
  }

  private Reason.Concluded proof(Settlement holds) {
    return proof(holds.firings().get(0));
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

  /** Why a condition is met. */
  private Reason reason(Condition condition, Firing premise, Bindings bindings) {
    if (condition instanceof Condition.OfAnswer pattern) {
      List<Test> tests = tests(pattern, bindings);
      return pattern.isReferenceDate() ? new Reason.OnDate(evaluation.on(), tests)
          : new Reason.Answered(pattern.id(), evaluation.answer(pattern.id()), tests);
    }
    if (condition instanceof Condition.Not) {
      Settlement absent = evaluation.of(condition.id());
      return new Reason.Absent(condition.id(), evaluation.certaintyOfNo(absent), refusal(absent));
    }
    return premise == null ? proof(condition.id()) : proof(premise);
  }

  /** The situations that the report leaves open and on which an unsettled conclusion rests. */
  List<Reason> leftOpen(String conclusion) {
    return leftOpen(evaluation.of(conclusion));
  }

  /** @param settlement null for a condition about an answer that waits for a value */
  private List<Reason> leftOpen(Settlement settlement) {
    if (settlement == null) {
      return List.of();
    }
    List<Reason> found = new ArrayList<>();
    for (Attempt attempt : settlement.attempts()) {
      boolean leavesOpen = attempt.rule().leavesOpen() && attempt.truth() == Truth.TRUE;
      if (leavesOpen) {
        List<Reason> because = new ArrayList<>();
        attempt.rule().conditions().forEach(condition -> because.add(reason(condition, null, attempt.bindings())));
        found.add(new Reason.LeftOpen(settlement.conclusion(), attempt.rule(), List.copyOf(because)));
      } else if (attempt.truth() == Truth.UNSETTLED || attempt.truth() == Truth.OPEN) {
        for (int i = 0; i < attempt.size(); i++) {
          if (attempt.truth(i) == Truth.UNSETTLED) {
            leftOpen(attempt.below(i)).stream()
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
    return refusal(evaluation.of(conclusion));
  }

  private List<Failure> refusal(Settlement no) {
    List<Attempt> closest = nearest.to(no);
    return closest.size() == 1 ? failures(closest.get(0)) : List.of(notMet(no));
  }

  private Failure notMet(Settlement no) {
    List<Failure.Way> known = ways.get(no);
    if (known == null) {
      known = new ArrayList<>();
      for (Attempt attempt : nearest.to(no)) {
        known.add(new Failure.Way(attempt.rule(), failures(attempt)));
      }
      known = List.copyOf(known);
      ways.put(no, known);
    }
    return new Failure.NotMet(no.conclusion(), known);
  }

  private List<Failure> failures(Attempt attempt) {
    List<Failure> known = failures.get(attempt);
    if (known == null) {
      known = new ArrayList<>();
      for (int i = 0; i < attempt.size(); i++) {
        if (attempt.truth(i) == Truth.FALSE) {
          known.add(failure(attempt, i));
        }
      }
      known = List.copyOf(known);
      failures.put(attempt, known);
    }
    return known;
  }

  private Failure failure(Attempt attempt, int index) {
    Rule rule = attempt.rule();
    Condition condition = rule.conditions().get(index);
    Settlement below = attempt.below(index);
    if (condition instanceof Condition.OfAnswer pattern) {
      List<Test> tests = tests(pattern, attempt.bindings());
      return pattern.isReferenceDate() ? new Failure.WrongDate(evaluation.on(), tests, rule)
          : new Failure.WrongAnswer(pattern.id(), evaluation.answer(pattern.id()), tests, rule);
    }
    if (condition instanceof Condition.Not) {
      return new Failure.Excluded(condition.id(), proof(below), rule);
    }
    if (below.truth() == Truth.TRUE) {
      return new Failure.WrongValue(condition.id(), proof(below), tests(condition, attempt.bindings()), rule);
    }
    return notMet(below);
  }

  /** The conditions of the rule that comes closest to the goal. */
  List<Row> checklist(String goal) {
    Settlement settlement = evaluation.of(goal);
    List<Row> rows = new ArrayList<>();
    if (settlement.truth() == Truth.TRUE) {
      Firing firing = settlement.firings().get(0);
      for (int i = 0; i < firing.premises().size(); i++) {
        rows.add(met(firing.rule().conditions().get(i), firing.rule(), firing.premises().get(i), firing.bindings()));
      }
      return List.copyOf(rows);
    }
    Attempt attempt = settlement.truth() == Truth.FALSE ? nearest.to(settlement).get(0)
        : settlement.attempts().stream().filter(a -> a.truth() == settlement.truth() && !a.rule().leavesOpen())
            .findFirst().or(() -> settlement.attempts().stream().filter(a -> !a.rule().leavesOpen()).findFirst())
            .orElseThrow();
    for (int i = 0; i < attempt.size(); i++) {
      rows.add(row(attempt, i));
    }
    return List.copyOf(rows);
  }

  private Row row(Attempt attempt, int index) {
    Condition condition = attempt.condition(index);
    Truth truth = attempt.truth(index);
    if (truth == Truth.TRUE) {
      return met(condition, attempt.rule(), null, attempt.bindings());
    }
    Reason open = truth != Truth.UNSETTLED ? null : leftOpen(attempt.below(index)).stream().findFirst().orElse(null);
    return new Row(condition.id(), condition instanceof Condition.Not, verdict(truth),
        ruleOf(condition, attempt.rule(), null), open, truth == Truth.FALSE ? failure(attempt, index) : null);
  }

  private Row met(Condition condition, Rule rule, Firing premise, Bindings bindings) {
    return new Row(condition.id(), condition instanceof Condition.Not, Verdict.YES, ruleOf(condition, rule, premise),
        reason(condition, premise, bindings), null);
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
    return settlement.truth() == Truth.FALSE ? nearest.to(settlement).get(0).rule()
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

  private static List<Test> tests(Condition condition, Bindings bindings) {
    List<Test> tests = new ArrayList<>();
    for (Constraint constraint : condition.constraints()) {
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
