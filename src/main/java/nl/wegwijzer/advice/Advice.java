package nl.wegwijzer.advice;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.wegwijzer.rules.Certainty;
import nl.wegwijzer.rules.Rule;

/**
 * The answer to a {@link Case}; the same case and knowledge give the same advice.
 *
 * @param next questions that can be asked now, the best one first; empty when nothing more can change a verdict
 * @param atMostRemaining never fewer than the questions still to come
 */
public record Advice(String knowledge, LocalDate on, List<Ask> next, int atMostRemaining, List<Goal> goals) {

  /** Whether no further question can change a verdict. */
  public boolean isSettled() {
    return next.isEmpty();
  }

  public Goal goal(String id) {
    return goals.stream().filter(goal -> goal.id().equals(id)).findFirst().orElseThrow();
  }

  /** A question, and the conditions that need it. */
  public record Ask(String question, List<Need> because) {}

  /** A condition (conclusion) of a goal for which an answer is needed, by this rule. */
  public record Need(String goal, String conclusion, Rule rule) {}

  /**
   * What is known about one goal.
   *
   * @param because the proof, when the verdict is yes; what leaves it open, when it is unsettled
   * @param failed the smallest set of conditions that fail together, when the verdict is no
   * @param openOn what the verdict depends on, when it is open
   * @param checklist the conditions of the rule that comes closest, in its order
   * @param values {@code Conclusion.field} to value, of every valued conclusion that plays a part
   * @param details conclusions worth telling beside the verdict, which hold
   */
  public record Goal(String id, Verdict verdict, Certainty certainty, List<Reason> because, List<Failure> failed,
      List<OpenOn> openOn, List<Row> checklist, Map<String, Object> values, List<Deadline> deadlines,
      List<Reason.Concluded> details) {}

  /** An unanswered question ({@code dontKnow}: answered with "I don't know") that a condition waits for. */
  public record OpenOn(String question, boolean dontKnow, String conclusion, Rule rule) {}

  /**
   * One condition of a procedure.
   *
   * @param id a conclusion, or a question where the rule tests the answer itself
   * @param rule the rule that makes the condition hold, or that comes closest
   * @param negated whether the condition is that it does not hold
   * @param state of the condition, negation included: {@code YES} is met, {@code NO} is not met
   * @param met why it is met, or what leaves it open, when that is so; else null
   * @param unmet why not, when it is not; else null
   */
  public record Row(String id, boolean negated, Verdict state, Rule rule, Reason met, Failure unmet) {}

  /** A last day; {@code countedFrom} is the question or conclusion the term runs from. */
  public record Deadline(String conclusion, LocalDate date, String countedFrom, String convention) {}
}
