package nl.wegwijzer.proof;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.wegwijzer.forms.Answer;
import nl.wegwijzer.rules.Condition;
import nl.wegwijzer.rules.Evaluation;
import nl.wegwijzer.rules.Relevance;
import nl.wegwijzer.rules.Relevance.Want;
import nl.wegwijzer.rules.Rule;
import nl.wegwijzer.rules.RuleSet;
import nl.wegwijzer.rules.Settlement;
import nl.wegwijzer.rules.Settlement.Attempt;
import nl.wegwijzer.rules.Settlement.Firing;
import nl.wegwijzer.rules.Truth;

/**
 * Writes down what still matters of an evaluation: the state of every condition of every rule that can still decide an
 * open goal. Cases with the same state have the same interview before them. A person's own
 * date is part of the state only while an open condition will be compared with it.
 */
final class OpenState {

  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<Rule, Flow> flows = new IdentityHashMap<>();

  OpenState(RuleSet rules) {
    rules.conclusions().forEach(id -> numbers.put(id, numbers.size()));
    rules.rules().forEach(rule -> flows.put(rule, Flow.of(rule)));
  }

  /**
   * Where the values of a rule go.
   *
   * @param later per condition the later conditions that use a value bound in it
   * @param kept whether a value bound in the condition becomes a value of the conclusion
   * @param joins whether the condition itself uses a value bound earlier
   */
  private record Flow(List<BitSet> later, BitSet kept, BitSet joins) {

    static Flow of(Rule rule) {
      List<BitSet> later = new ArrayList<>();
      BitSet kept = new BitSet();
      BitSet joins = new BitSet();
      Set<String> inConclusion = new HashSet<>();
      rule.arguments().forEach(argument -> inConclusion.addAll(Parts.used(argument)));
      for (int i = 0; i < rule.conditions().size(); i++) {
        Set<String> bound = Parts.bound(rule.conditions().get(i));
        BitSet users = new BitSet();
        for (int j = i; j < rule.conditions().size() && !bound.isEmpty(); j++) {
          if (Parts.used(rule.conditions().get(j)).stream().anyMatch(bound::contains)) {
            users.set(j);
          }
        }
        later.add(users);
        kept.set(i, bound.stream().anyMatch(inConclusion::contains));
        joins.set(i, !Parts.used(rule.conditions().get(i)).isEmpty());
      }
      return new Flow(later, kept, joins);
    }
  }

  String of(Evaluation evaluation, List<String> goals) {
    Writer writer = new Writer(evaluation);
    goals.forEach(writer::goal);
    return writer.text.toString();
  }

  /** A verdict and its certainty. */
  static String verdict(Evaluation evaluation, String goal) {
    StringBuilder text = new StringBuilder();
    verdict(evaluation, evaluation.of(goal), text);
    return text.toString();
  }

  private static void verdict(Evaluation evaluation, Settlement settlement, StringBuilder text) {
    text.append(letter(settlement.truth()));
    if (settlement.truth() == Truth.TRUE) {
      text.append(settlement.firings().get(0).certainty().ordinal());
    } else if (settlement.truth() == Truth.FALSE) {
      text.append(evaluation.certaintyOfNo(settlement).ordinal());
    }
  }

  private static char letter(Truth truth) {
    return switch (truth) {
      case TRUE -> 'y';
      case FALSE -> 'n';
      case OPEN -> 'o';
      case UNSETTLED -> 's';
    };
  }

  /** Writes one state. */
  private final class Writer {

    private final Evaluation evaluation;
    private final StringBuilder text = new StringBuilder(256);
    private final Set<Integer> written = new HashSet<>();
    private final Map<Integer, Boolean> moving = new HashMap<>();
    private Relevance relevance;

    Writer(Evaluation evaluation) {
      this.evaluation = evaluation;
    }

    void goal(String goal) {
      Settlement settlement = evaluation.of(goal);
      relevance = Relevance.of(evaluation, settlement);
      if (settlement.truth() == Truth.OPEN && isMoving(settlement, Want.ANY)) {
        conclusion(settlement, Want.ANY);
      } else {
        text.append(settlement.truth() == Truth.OPEN ? 'u' : '.');
      }
    }

    /** Whether a question will still be asked for its sake. */
    private boolean isMoving(Settlement conclusion, Want want) {
      int key = relevance.key(conclusion, want);
      Boolean known = moving.get(key);
      if (known == null) {
        known = conclusion.attempts().stream()
            .anyMatch(attempt -> isMoving(conclusion, attempt, relevance.want(conclusion, attempt, want)));
        moving.put(key, known);
      }
      return known;
    }

    private boolean isMoving(Settlement conclusion, Attempt attempt, Want want) {
      if (attempt.truth() != Truth.OPEN || want == null) {
        return false;
      }
      for (int i = 0; i < attempt.conditions().size(); i++) {
        if (isAsked(conclusion, attempt, i, want)) {
          Condition condition = attempt.rule().conditions().get(i);
          if (condition instanceof Condition.OfAnswer ? evaluation.answer(condition.id()) == null
              : isMoving(attempt.below(i), relevance.below(condition, want))) {
            return true;
          }
        }
      }
      return false;
    }

    private boolean isAsked(Settlement conclusion, Attempt attempt, int index, Want want) {
      return attempt.conditions().get(index) == Truth.OPEN && relevance.matters(conclusion, attempt, index, want);
    }

    private void conclusion(Settlement conclusion, Want want) {
      text.append('(').append(want.ordinal()).append(numbers.get(conclusion.conclusion()));
      if (written.add(relevance.key(conclusion, want))) {
        values(conclusion);
        conclusion.attempts().forEach(attempt -> attempt(conclusion, attempt, want));
      }
      text.append(')');
    }

    private void attempt(Settlement conclusion, Attempt attempt, Want want) {
      Want ofRule = relevance.want(conclusion, attempt, want);
      text.append(letter(attempt.truth()));
      if (!isMoving(conclusion, attempt, ofRule)) {
        // Never decided: it matters only to whether the end is a silence of the report, or open.
        if (attempt.truth() == Truth.OPEN) {
          text.append(relevance.prospect(attempt));
        }
        return;
      }
      Flow flow = flows.get(attempt.rule());
      boolean several = false;
      for (int i = 0; i < attempt.conditions().size(); i++) {
        Condition condition = attempt.rule().conditions().get(i);
        Truth truth = attempt.conditions().get(i);
        if (truth == Truth.OPEN && !isAsked(conclusion, attempt, i, ofRule)) {
          text.append(relevance.prospect(attempt, i));
          continue;
        }
        boolean flows = flow.kept().get(i)
            || flow.later().get(i).stream().anyMatch(j -> attempt.conditions().get(j) == Truth.OPEN);
        if (condition instanceof Condition.OfAnswer) {
          answer(condition.id(), truth, flows || several && flow.joins().get(i));
        } else {
          Settlement below = attempt.below(i);
          several |= !below.firings().isEmpty() && !condition.constraints().isEmpty()
              && (below.firings().size() > 1 || truth == Truth.OPEN);
          below(condition, below, truth, flows || several, ofRule);
        }
      }
    }

    private void answer(String question, Truth truth, boolean value) {
      Answer answer = evaluation.answer(question);
      text.append(answer == null ? '?' : truth == Truth.OPEN ? 'u' : letter(truth));
      if (value && answer != null) {
        text.append(answer.toJson());
      }
    }

    private void below(Condition condition, Settlement below, Truth truth, boolean values, Want want) {
      if (truth == Truth.OPEN) {
        if (isMoving(below, relevance.below(condition, want))) {
          conclusion(below, relevance.below(condition, want));
        } else {
          text.append('u');
        }
        return;
      }
      verdict(evaluation, below, text);
      if (values) {
        values(below);
      }
    }

    private void values(Settlement settlement) {
      for (Firing firing : settlement.firings()) {
        if (!firing.values().isEmpty()) {
          text.append(firing.values().values());
        }
      }
    }
  }
}
