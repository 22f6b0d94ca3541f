package nl.wegwijzer.rules;

import nl.wegwijzer.rules.Settlement.Attempt;

/**
 * Tells which turn of a rule and its conditions can still matter to one open goal, so that nothing is asked that cannot
 * change its verdict. In doubt something matters.
 */
public final class Relevance {

  /** Which turn of a conclusion, rule or condition matters. */
  public enum Want {
    ANY,
    HOLD,
    FAIL
  }

  private static final int WANTS = Want.values().length;

  private final Prospects prospects;
  private final Prospects lenient;
  private final boolean narrow;

  private Relevance(Evaluation evaluation, Prospects prospects, boolean narrow) {
    this.prospects = prospects;
    this.lenient = new Prospects(evaluation, true);
    this.narrow = narrow;
  }

  /** For a goal, where "I don't know" is an answer that never comes. */
  public static Relevance of(Evaluation evaluation, Settlement goal) {
    Prospects prospects = new Prospects(evaluation, false);
    // Where the report can be silent, "I don't know" does not always keep a verdict open, so all of it may matter.
    return new Relevance(evaluation, prospects, evaluation.hasUnknown(goal) && !prospects.canMeetSilence(goal));
  }

  /** Where "I don't know" is an answer that can still come. */
  public static Relevance withUnknown(Evaluation evaluation) {
    return new Relevance(evaluation, new Prospects(evaluation, true), false);
  }

  /** Which turn of a rule matters where this turn of its conclusion does; null when none does. */
  public Want want(Settlement conclusion, Attempt attempt, Want want) {
    if (!narrow || want != Want.FAIL && prospects.canHold(attempt)) {
      return want;
    }
    // Of several values each can decide where it is compared, so that each rule that brings none matters.
    boolean failure = prospects.canFail(conclusion) || !attempt.rule().arguments().isEmpty();
    return want != Want.HOLD && failure ? Want.FAIL : null;
  }

  /** Whether an open condition of the rule matters; not where the rule ends in a silence whatever becomes of it. */
  public boolean matters(Settlement conclusion, Attempt attempt, int index, Want want) {
    return narrow ? want != Want.FAIL || prospects.canFail(attempt, index)
        : !conclusion.isSilent() || lenient.canHold(attempt) || lenient.canFail(attempt, index);
  }

  /** Which turn of the conclusion in a condition matters; any where its value does. */
  public Want below(Condition condition, Want want) {
    if (condition instanceof Condition.Not) {
      return want == Want.HOLD ? Want.FAIL : want == Want.FAIL ? Want.HOLD : Want.ANY;
    }
    return condition.constraints().isEmpty() ? want : Want.ANY;
  }

  /** Equal only where the same of a conclusion matters; below {@link #keys}. */
  public int key(Settlement conclusion, Want want) {
    return WANTS * conclusion.number() + (narrow ? want.ordinal() : 0);
  }

  /** How many different {@linkplain #key keys} there can be. */
  public static int keys(Evaluation evaluation) {
    return WANTS * evaluation.conclusions();
  }

  /** What may become of a rule of which nothing more is asked. */
  public String prospect(Attempt attempt) {
    return (lenient.canHold(attempt) ? "h" : "") + (lenient.canFail(attempt) ? "f" : "") + ";";
  }

  /** What may become of a condition that is not asked. */
  public String prospect(Attempt attempt, int index) {
    return lenient.canFail(attempt, index) ? "f" : "x";
  }
}
