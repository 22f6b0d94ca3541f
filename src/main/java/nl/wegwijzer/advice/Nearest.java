package nl.wegwijzer.advice;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.wegwijzer.rules.Condition;
import nl.wegwijzer.rules.Evaluation;
import nl.wegwijzer.rules.RuleSet;
import nl.wegwijzer.rules.Settlement;
import nl.wegwijzer.rules.Settlement.Attempt;
import nl.wegwijzer.rules.Truth;

/** Finds the rules that come closest to a conclusion that does not hold: those for which the fewest things must change. */
final class Nearest {

  private final Evaluation evaluation;
  private Closest[] closest;

  Nearest(Evaluation evaluation) {
    this.evaluation = evaluation;
  }

  /** The conditions of a refusal, without what was answered. */
  List<Decision.Unmet> unmet(Settlement no) {
    List<Decision.Unmet> unmet = new ArrayList<>();
    for (Attempt attempt : to(no)) {
      for (int i = 0; i < attempt.size(); i++) {
        if (attempt.truth(i) == Truth.FALSE) {
          unmet.add(new Decision.Unmet(attempt.rule(), attempt.condition(i)));
        }
      }
    }
    return Collections.unmodifiableList(unmet);
  }

  /**
   * The rules that come closest to a conclusion.
   *
   * @param wanting the answers, and the conclusions that have another value or must not hold, of the first of them
   */
  private record Closest(List<Attempt> attempts, Set<String> wanting) {}

  /** The rules that come closest to a conclusion that does not hold; several that come equally close are alternatives. */
  List<Attempt> to(Settlement no) {
    return closest(no).attempts();
  }

  private Closest closest(Settlement no) {
    closest = closest == null ? new Closest[evaluation.conclusions()] : closest;
    Closest known = closest[no.number()];
    if (known == null) {
      known = compare(no);
      closest[no.number()] = known;
    }
    return known;
  }

  private Closest compare(Settlement no) {
    List<Attempt> attempts = new ArrayList<>(2);
    Set<String> least = null;
    for (Attempt attempt : no.attempts()) {
      if (!attempt.rule().leavesOpen() && attempt.truth() == Truth.FALSE) {
        Set<String> wanted = wanting(attempt);
        int more = least == null ? -1 : Integer.compare(cost(wanted), cost(least));
        if (more < 0) {
          least = wanted;
          attempts.clear();
        }
        if (more <= 0) {
          attempts.add(attempt);
        }
      }
    }
    return new Closest(attempts, least);
  }

  /** How many things would have to change; the calendar cannot be changed, so it weighs most. */
  private static int cost(Set<String> wanting) {
    return wanting.contains(RuleSet.REFERENCE_DATE) ? 1000 + wanting.size() : wanting.size();
  }

  private Set<String> wanting(Attempt attempt) {
    Set<String> one = null;
    Set<String> several = null;
    for (int i = 0; i < attempt.size(); i++) {
      if (attempt.truth(i) == Truth.FALSE) {
        Condition condition = attempt.condition(i);
        Settlement below = attempt.below(i);
        Set<String> wanted = condition instanceof Condition.OfConclusion && below.truth() == Truth.FALSE
            ? closest(below).wanting() : Set.of(condition.id());
        if (one == null) {
          one = wanted;
        } else {
          several = several == null ? new HashSet<>(one) : several;
          several.addAll(wanted);
        }
      }
    }
    return several == null ? one : several;
  }
}
