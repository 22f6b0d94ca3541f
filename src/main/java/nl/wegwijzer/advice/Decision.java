package nl.wegwijzer.advice;

import java.util.List;
import nl.wegwijzer.advice.Advice.Ask;
import nl.wegwijzer.advice.Advice.OpenOn;
import nl.wegwijzer.rules.Certainty;
import nl.wegwijzer.rules.Condition;
import nl.wegwijzer.rules.Rule;

/**
 * What all cases with the same condition key have in common; the person's own values are bound to it afterwards.
 *
 * @param next as in {@link Advice}
 * @param atMostRemaining as in {@link Advice}
 */
public record Decision(List<Ask> next, int atMostRemaining, List<Goal> goals) {

  /**
   * What is decided about one goal.
   *
   * @param failed the conditions that fail together, when the verdict is no
   * @param openOn what the verdict depends on, when it is open
   */
  public record Goal(String id, Verdict verdict, Certainty certainty, List<Unmet> failed, List<OpenOn> openOn) {}

  /** A condition of a rule that is not met. */
  public record Unmet(Rule rule, Condition condition) {}

  /** How much it holds, about. */
  int weight() {
    int weight = 10;
    for (Ask ask : next) {
      weight += 2 + ask.because().size();
    }
    for (Goal goal : goals) {
      weight += 2 + goal.failed().size() + goal.openOn().size();
    }
    return weight;
  }

  /** Whether an answer to a question can change a verdict now. */
  public boolean isOpenOn(String question) {
    return next.stream().anyMatch(ask -> ask.question().equals(question))
        || goals.stream().anyMatch(goal -> goal.openOn().stream().anyMatch(open -> open.question().equals(question)));
  }
}
