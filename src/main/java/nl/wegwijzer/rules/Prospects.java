package nl.wegwijzer.rules;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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

  private final Evaluation evaluation;
  private final boolean knowable;
  private final Map<String, Boolean> holding = new HashMap<>();
  private final Map<String, Boolean> failing = new HashMap<>();
  private final Map<String, Boolean> silent = new HashMap<>();
  private final Map<String, Boolean> several = new HashMap<>();
  private int steps;

  /** @param knowable whether "I don't know" counts as an answer that is still missing, or as one that never comes */
  Prospects(Evaluation evaluation, boolean knowable) {
    this.evaluation = evaluation;
    this.knowable = knowable;
  }

  /** What is required together of answers that are still missing. */
  private record Required(Required earlier, String question, List<Constraint> constraints, boolean met) {}

  /** Whether answers can still make a conclusion hold. */
  boolean canHold(String conclusion) {
    Boolean known = holding.get(conclusion);
    if (known == null) {
      known = possible(then -> hold(conclusion, null, then));
      holding.put(conclusion, known);
    }
    return known;
  }

  /** Whether answers can still make a conclusion fail. */
  boolean canFail(String conclusion) {
    Boolean known = failing.get(conclusion);
    if (known == null) {
      known = possible(then -> fail(conclusion, null, then));
      failing.put(conclusion, known);
    }
    return known;
  }

  /** Whether a silence of the report can still play a part in it. */
  boolean canMeetSilence(String conclusion) {
    Boolean known = silent.get(conclusion);
    if (known == null) {
      Settlement settlement = evaluation.of(conclusion);
      known = settlement.truth() == Truth.UNSETTLED
          || settlement.truth() == Truth.OPEN && settlement.attempts().stream().anyMatch(this::canMeetSilence);
      silent.put(conclusion, known);
    }
    return known;
  }

  private boolean canMeetSilence(Attempt attempt) {
    return attempt.truth() != Truth.FALSE && (attempt.rule().leavesOpen() || attempt.rule().conditions().stream()
        .anyMatch(condition -> !(condition instanceof Condition.OfAnswer) && canMeetSilence(condition.id())));
  }

  /** Whether answers can still make the rule hold. */
  boolean canHold(Attempt attempt) {
    return possible(then -> hold(attempt, 0, null, then));
  }

  /** Whether answers can still make the rule fail. */
  boolean canFail(Attempt attempt) {
    return possible(then -> fail(List.of(attempt), 0, null, then));
  }

  /** Whether answers can still make an open condition of the rule hold. */
  boolean canHold(Attempt attempt, int index) {
    return isUncertain(attempt) || possible(then -> holdCondition(attempt, index, null, then));
  }

  /** Whether answers to an open condition can still make the rule fail, in it or where its value is compared. */
  boolean canFail(Attempt attempt, int index) {
    if (isUncertain(attempt) || possible(then -> failCondition(attempt, index, null, then))) {
      return true;
    }
    for (int i = index + 1; i < attempt.conditions().size(); i++) {
      if (attempt.conditions().get(i) == Truth.OPEN && uses(attempt, i, index) && canFail(attempt, i)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a condition compares with a value that an earlier one binds. */
  private static boolean uses(Attempt attempt, int index, int earlier) {
    Set<String> used = used(attempt.rule().conditions().get(index));
    return constraints(attempt.rule().conditions().get(earlier)).stream()
        .anyMatch(constraint -> constraint instanceof Constraint.Bind bind && used.contains(bind.variable()));
  }

  private static Set<String> used(Condition condition) {
    Set<String> used = new LinkedHashSet<>();
    constraints(condition).forEach(constraint -> {
      if (constraint instanceof Constraint.Compare compare) {
        compare.values().forEach(value -> value.variables(used));
      }
    });
    return used;
  }

  /** Whether a conclusion with these attempts can only end in a silence of the report. */
  boolean isInevitablySilent(List<Attempt> attempts) {
    return attempts.stream().noneMatch(attempt -> !attempt.rule().leavesOpen() && canHold(attempt))
        && !possible(then -> fail(attempts, 0, null, then));
  }

  private boolean possible(Predicate<Predicate<Required>> search) {
    steps = 0;
    return search.test(required -> true);
  }

  /** Perhaps more ways to match than the attempt tells of, or a search that takes too long. */
  private boolean isUncertain(Attempt attempt) {
    return ++steps > MOST_STEPS || attempt.rule().conditions().stream().anyMatch(condition ->
        condition instanceof Condition.OfConclusion pattern && !pattern.constraints().isEmpty()
            && canHaveSeveralValues(pattern.id()));
  }

  private boolean canHaveSeveralValues(String conclusion) {
    Boolean known = several.get(conclusion);
    if (known == null) {
      List<Attempt> ways = evaluation.of(conclusion).attempts().stream()
          .filter(attempt -> !attempt.rule().leavesOpen() && attempt.truth() != Truth.FALSE).toList();
      known = ways.size() > 1 || ways.stream().flatMap(attempt -> attempt.rule().conditions().stream())
          .anyMatch(condition -> condition instanceof Condition.OfConclusion pattern && !pattern.constraints().isEmpty()
              && canHaveSeveralValues(pattern.id()));
      several.put(conclusion, known);
    }
    return known;
  }

  private boolean hold(String conclusion, Required required, Predicate<Required> then) {
    Settlement settlement = evaluation.of(conclusion);
    if (settlement.truth() != Truth.OPEN) {
      return settlement.truth() == Truth.TRUE && then.test(required);
    }
    return settlement.attempts().stream().anyMatch(attempt -> !attempt.rule().leavesOpen()
        && attempt.truth() == Truth.OPEN && hold(attempt, 0, required, then));
  }

  private boolean hold(Attempt attempt, int from, Required required, Predicate<Required> then) {
    if (attempt.truth() != Truth.OPEN) {
      return attempt.truth() == Truth.TRUE && then.test(required);
    }
    if (from == 0 && isUncertain(attempt)) {
      return true;
    }
    for (int i = from; i < attempt.conditions().size(); i++) {
      Truth truth = attempt.conditions().get(i);
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
    Condition condition = attempt.rule().conditions().get(index);
    if (condition instanceof Condition.Not) {
      return fail(condition.id(), required, then);
    }
    if (needsLostValue(attempt, index)) {
      return false;
    }
    if (condition instanceof Condition.OfAnswer answer) {
      return canCome(answer.id()) && require(answer, true, required, then);
    }
    return hold(condition.id(), required, then);
  }

  private boolean fail(String conclusion, Required required, Predicate<Required> then) {
    Settlement settlement = evaluation.of(conclusion);
    return settlement.truth() == Truth.OPEN ? fail(settlement.attempts(), 0, required, then)
        : settlement.truth() == Truth.FALSE && then.test(required);
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
    for (int i = 0; i < attempt.conditions().size(); i++) {
      if (attempt.conditions().get(i) == Truth.OPEN
          && failCondition(attempt, i, required, more -> fail(attempts, from + 1, more, then))) {
        return true;
      }
    }
    return false;
  }

  private boolean failCondition(Attempt attempt, int index, Required required, Predicate<Required> then) {
    Condition condition = attempt.rule().conditions().get(index);
    if (condition instanceof Condition.Not) {
      return hold(condition.id(), required, then);
    }
    boolean lost = needsLostValue(attempt, index);
    if (condition instanceof Condition.OfAnswer answer) {
      return !lost && canCome(answer.id()) && isTested(answer.constraints()) && require(answer, false, required, then);
    }
    Condition.OfConclusion pattern = (Condition.OfConclusion) condition;
    return fail(pattern.id(), required, then)
        || !lost && isTested(pattern.constraints()) && hold(pattern.id(), required, then);
  }

  private static boolean isTested(List<Constraint> constraints) {
    return constraints.stream().anyMatch(Constraint.Compare.class::isInstance);
  }

  /** Whether a condition about the question can still be decided; with a known answer it waits for another value. */
  private boolean canCome(String question) {
    Answer answer = evaluation.answer(question);
    return answer == null || answer.isKnown() || knowable;
  }

  /** Whether the condition compares with a value that can no longer come. */
  private boolean needsLostValue(Attempt attempt, int index) {
    for (int i = 0; i < index; i++) {
      if (attempt.conditions().get(i) == Truth.OPEN && uses(attempt, index, i)
          && !holdCondition(attempt, i, null, required -> true)) {
        return true;
      }
    }
    return false;
  }

  private static List<Constraint> constraints(Condition condition) {
    return condition instanceof Condition.OfAnswer answer ? answer.constraints()
        : condition instanceof Condition.OfConclusion conclusion ? conclusion.constraints() : List.of();
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
    return answers.stream().anyMatch(answer -> {
      for (Required one = last; one != null; one = one.earlier()) {
        if (one.question().equals(last.question()) && one.met() != one.constraints().stream()
            .allMatch(constraint -> ((Constraint.Compare) constraint).holds(answer))) {
          return false;
        }
      }
      return true;
    });
  }

  /** The answers that a comparison can tell apart; false when they are not so few. */
  private static boolean collect(Constraint.Compare compare, Set<Answer> answers) {
    if (compare.property().equals("yes")) {
      answers.addAll(List.of(new Answer.YesNo(true), new Answer.YesNo(false)));
      return true;
    }
    boolean choice = compare.property().equals("value") && compare.values().stream()
        .allMatch(value -> ((Expression.Literal) value).value() instanceof String);
    if (choice) {
      answers.add(new Answer.Choice(OTHER));
      compare.values().forEach(value ->
          answers.add(new Answer.Choice((String) ((Expression.Literal) value).value())));
    }
    return choice;
  }
}
