package nl.wegwijzer.rules;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import nl.wegwijzer.forms.Answer;
import nl.wegwijzer.rules.Settlement.Attempt;

/**
 * What open conclusions and conditions can still turn out to be, when answers are missing. What it calls impossible is
 * impossible; it may call something possible that is not.
 */
final class Prospects {

  /** A search longer than this ends in "possible". */
  private static final int MOST_STEPS = 2_000;
  private static final String OTHER = "\0";
  private static final Predicate<Required> FOUND = required -> true;

  private final Evaluation evaluation;
  private final boolean knowable;
  private Known failing;
  private Known silent;
  private Known several;
  private int steps;

  /** @param knowable whether "I don't know" counts as an answer that is still missing, or as one that never comes */
  Prospects(Evaluation evaluation, boolean knowable) {
    this.evaluation = evaluation;
    this.knowable = knowable;
  }

  /** What was found of conclusions, by their number. */
  private static final class Known {

    private final byte[] found;

    Known(Evaluation evaluation) {
      found = new byte[evaluation.conclusions()];
    }

    boolean has(Settlement conclusion) {
      return found[conclusion.number()] != 0;
    }

    boolean is(Settlement conclusion) {
      return found[conclusion.number()] > 0;
    }

    boolean keep(Settlement conclusion, boolean is) {
      found[conclusion.number()] = (byte) (is ? 1 : -1);
      return is;
    }
  }

  /** What is required together of answers that are still missing. */
  private record Required(Required earlier, String question, List<Constraint> constraints, boolean met) {}

  /** Whether answers can still make a conclusion fail. */
  boolean canFail(Settlement conclusion) {
    failing = failing == null ? new Known(evaluation) : failing;
    if (failing.has(conclusion)) {
      return failing.is(conclusion);
    }
    steps = 0;
    return failing.keep(conclusion, fail(conclusion, null, FOUND));
  }

  /** Whether a silence of the report can still play a part in it. */
  boolean canMeetSilence(Settlement conclusion) {
    if (conclusion.truth() != Truth.OPEN) {
      return conclusion.truth() == Truth.UNSETTLED;
    }
    if (!evaluation.rulesCanBeSilent(conclusion)) {
      return false;
    }
    silent = silent == null ? new Known(evaluation) : silent;
    if (silent.has(conclusion)) {
      return silent.is(conclusion);
    }
    boolean can = false;
    for (Attempt attempt : conclusion.attempts()) {
      can |= canMeetSilence(attempt);
    }
    return silent.keep(conclusion, can);
  }

  private boolean canMeetSilence(Attempt attempt) {
    if (attempt.truth() == Truth.FALSE || attempt.rule().leavesOpen()) {
      return attempt.truth() != Truth.FALSE;
    }
    for (int i = 0; i < attempt.size(); i++) {
      if (attempt.below(i) != null && canMeetSilence(attempt.below(i))) {
        return true;
      }
    }
    return false;
  }

  /** Whether answers can still make the rule hold. */
  boolean canHold(Attempt attempt) {
    steps = 0;
    return hold(attempt, 0, null, FOUND);
  }

  /** Whether answers can still make the rule fail. */
  boolean canFail(Attempt attempt) {
    steps = 0;
    return fail(List.of(attempt), 0, null, FOUND);
  }

  /** Whether answers to an open condition can still make the rule fail, in it or where its value is compared. */
  boolean canFail(Attempt attempt, int index) {
    if (isUncertain(attempt)) {
      return true;
    }
    steps = 0;
    if (failCondition(attempt, index, null, FOUND)) {
      return true;
    }
    for (int i = index + 1; i < attempt.size(); i++) {
      if (attempt.truth(i) == Truth.OPEN && attempt.rule().joins(i, index) && canFail(attempt, i)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a conclusion with these attempts can only end in a silence of the report. */
  boolean isInevitablySilent(List<Attempt> attempts) {
    for (Attempt attempt : attempts) {
      if (!attempt.rule().leavesOpen() && canHold(attempt)) {
        return false;
      }
    }
    steps = 0;
    return !fail(attempts, 0, null, FOUND);
  }

  /** Perhaps more ways to match than the attempt tells of, or a search that takes too long. */
  private boolean isUncertain(Attempt attempt) {
    return ++steps > MOST_STEPS || hasSeveralWays(attempt);
  }

  /** Whether a condition takes a value of a conclusion that can have several. */
  private boolean hasSeveralWays(Attempt attempt) {
    for (int i = 0; i < attempt.size(); i++) {
      if (attempt.below(i) != null && !attempt.condition(i).constraints().isEmpty()
          && canHaveSeveralValues(attempt.below(i))) {
        return true;
      }
    }
    return false;
  }

  private boolean canHaveSeveralValues(Settlement conclusion) {
    several = several == null ? new Known(evaluation) : several;
    if (several.has(conclusion)) {
      return several.is(conclusion);
    }
    int ways = 0;
    boolean can = false;
    for (Attempt attempt : conclusion.attempts()) {
      if (!attempt.rule().leavesOpen() && attempt.truth() != Truth.FALSE) {
        can |= ++ways > 1 || hasSeveralWays(attempt);
      }
    }
    return several.keep(conclusion, can);
  }

  private boolean hold(Settlement conclusion, Required required, Predicate<Required> then) {
    if (conclusion.truth() != Truth.OPEN) {
      return conclusion.truth() == Truth.TRUE && then.test(required);
    }
    for (Attempt attempt : conclusion.attempts()) {
      if (!attempt.rule().leavesOpen() && attempt.truth() == Truth.OPEN && hold(attempt, 0, required, then)) {
        return true;
      }
    }
    return false;
  }

  private boolean hold(Attempt attempt, int from, Required required, Predicate<Required> then) {
    if (attempt.truth() != Truth.OPEN) {
      return attempt.truth() == Truth.TRUE && then.test(required);
    }
    if (from == 0 && isUncertain(attempt)) {
      return true;
    }
    for (int i = from; i < attempt.size(); i++) {
      Truth truth = attempt.truth(i);
      if (truth == Truth.OPEN) {
        int next = i + 1;
        return holdCondition(attempt, i, required, more -> hold(attempt, next, more, then));
      }
      if (truth != Truth.TRUE) {
        return false;
      }
    }
    return then.test(required);
  }

  private boolean holdCondition(Attempt attempt, int index, Required required, Predicate<Required> then) {
    Condition condition = attempt.condition(index);
    if (condition instanceof Condition.Not) {
      return fail(attempt.below(index), required, then);
    }
    if (needsLostValue(attempt, index)) {
      return false;
    }
    if (condition instanceof Condition.OfAnswer answer) {
      return canCome(answer.id()) && require(answer, true, required, then);
    }
    return hold(attempt.below(index), required, then);
  }

  private boolean fail(Settlement conclusion, Required required, Predicate<Required> then) {
    return conclusion.truth() == Truth.OPEN ? fail(conclusion.attempts(), 0, required, then)
        : conclusion.truth() == Truth.FALSE && then.test(required);
  }

  private boolean fail(List<Attempt> attempts, int from, Required required, Predicate<Required> then) {
    if (from == attempts.size()) {
      return then.test(required);
    }
    Attempt attempt = attempts.get(from);
    if (attempt.truth() != Truth.OPEN) {
      return attempt.truth() == Truth.FALSE && fail(attempts, from + 1, required, then);
    }
    if (isUncertain(attempt)) {
      return true;
    }
    for (int i = 0; i < attempt.size(); i++) {
      if (attempt.truth(i) == Truth.OPEN
          && failCondition(attempt, i, required, more -> fail(attempts, from + 1, more, then))) {
        return true;
      }
    }
    return false;
  }

  private boolean failCondition(Attempt attempt, int index, Required required, Predicate<Required> then) {
    Condition condition = attempt.condition(index);
    if (condition instanceof Condition.Not) {
      return hold(attempt.below(index), required, then);
    }
    boolean lost = needsLostValue(attempt, index);
    if (condition instanceof Condition.OfAnswer answer) {
      return !lost && canCome(answer.id()) && isTested(answer) && require(answer, false, required, then);
    }
    return fail(attempt.below(index), required, then)
        || !lost && isTested(condition) && hold(attempt.below(index), required, then);
  }

  private static boolean isTested(Condition condition) {
    for (Constraint constraint : condition.constraints()) {
      if (constraint instanceof Constraint.Compare) {
        return true;
      }
    }
    return false;
  }

  /** Whether a condition about the question can still be decided; with a known answer it waits for another value. */
  private boolean canCome(String question) {
    Answer answer = evaluation.answer(question);
    return answer == null || answer.isKnown() || knowable;
  }

  /** Whether the condition compares with a value that can no longer come. */
  private boolean needsLostValue(Attempt attempt, int index) {
    for (int i = 0; i < index; i++) {
      if (attempt.truth(i) == Truth.OPEN && attempt.rule().joins(index, i)
          && !holdCondition(attempt, i, null, FOUND)) {
        return true;
      }
    }
    return false;
  }

  /** Goes on when one answer can meet this and all that was required of the question before. */
  private static boolean require(Condition.OfAnswer pattern, boolean met, Required earlier, Predicate<Required> then) {
    Required required = new Required(earlier, pattern.id(), pattern.constraints(), met);
    return isPossible(required) && then.test(required);
  }

  private static boolean isPossible(Required last) {
    Set<Answer> answers = new LinkedHashSet<>();
    for (Required one = last; one != null; one = one.earlier()) {
      if (one.question().equals(last.question())) {
        for (Constraint constraint : one.constraints()) {
          if (!(constraint instanceof Constraint.Compare compare) || !compare.isFixed() || !collect(compare, answers)) {
            return true;
          }
        }
      }
    }
    for (Answer answer : answers) {
      if (fits(answer, last)) {
        return true;
      }
    }
    return false;
  }

  private static boolean fits(Answer answer, Required last) {
    for (Required one = last; one != null; one = one.earlier()) {
      if (one.question().equals(last.question())) {
        boolean met = true;
        for (Constraint constraint : one.constraints()) {
          met = met && ((Constraint.Compare) constraint).holds(answer);
        }
        if (one.met() != met) {
          return false;
        }
      }
    }
    return true;
  }

  /** The answers that a comparison can tell apart; false when they are not so few. */
  private static boolean collect(Constraint.Compare compare, Set<Answer> answers) {
    if (compare.property().equals("yes")) {
      answers.add(new Answer.YesNo(true));
      answers.add(new Answer.YesNo(false));
      return true;
    }
    if (!compare.property().equals("value")) {
      return false;
    }
    for (Expression value : compare.values()) {
      if (!(((Expression.Literal) value).value() instanceof String)) {
        return false;
      }
    }
    answers.add(new Answer.Choice(OTHER));
    for (Expression value : compare.values()) {
      answers.add(new Answer.Choice((String) ((Expression.Literal) value).value()));
    }
    return true;
  }
}
