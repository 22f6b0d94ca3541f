package nl.wegwijzer.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import nl.wegwijzer.rules.Wiring.Wired;

/**
 * What the rules make of one conclusion, given the answers so far.
 *
 * @param number of the conclusion, dense within its rule set
 * @param firings the ways in which it holds, the firmest first
 * @param attempts every rule about it, with how far it came, in the order of the rules
 * @param undecided the attempts that an answer can still decide; a second silence of the report adds nothing to the first
 * @param isOpen whether an answer can still make it hold, or hold with another value
 * @param isSilent whether a silence of the report plays a part, so that not every turn of it is possible
 */
public record Settlement(int number, String conclusion, Truth truth, List<Firing> firings, List<Attempt> attempts,
    List<Attempt> undecided, boolean isOpen, boolean isSilent) {

  static Settlement of(int number, String conclusion, Truth truth, List<Firing> firings, List<Attempt> attempts,
      boolean isOpen) {
    boolean silent = false;
    boolean told = truth == Truth.TRUE;
    int waiting = 0;
    for (int i = 0; i < attempts.size(); i++) {
      Attempt attempt = attempts.get(i);
      silent |= attempt.isSilent();
      told |= attempt.rule().leavesOpen() && attempt.truth() == Truth.TRUE;
      waiting += attempt.more() ? 1 : 0;
    }
    List<Attempt> undecided = waiting == 0 ? List.of() : waiting == attempts.size() && !told ? attempts
        : undecided(attempts, told);
    return new Settlement(number, conclusion, truth, firings, attempts, undecided, isOpen, silent);
  }

  private static List<Attempt> undecided(List<Attempt> attempts, boolean told) {
    List<Attempt> undecided = new ArrayList<>(attempts.size());
    for (Attempt attempt : attempts) {
      if (attempt.more() && !(told && attempt.rule().leavesOpen())) {
        undecided.add(attempt);
      }
    }
    return undecided;
  }

  /** Whether it holds but can still come to hold with another value, where this one does not fit further on. */
  public boolean mayHoldOtherwise() {
    return isOpen && !firings.isEmpty() && !firings.get(0).values().isEmpty();
  }

  /**
   * A rule that holds.
   *
   * @param values of the conclusion, by field
   * @param premises per condition the firing it rests on; null where the condition is not about a conclusion that holds
   */
  public record Firing(Rule rule, Map<String, Object> values, Certainty certainty, Bindings bindings,
      List<Firing> premises) {}

  /** How far a rule came. */
  public static final class Attempt {

    private final Wired wired;
    private final Truth truth;
    private final Truth[] conditions;
    private final Settlement[] below;
    private final Bindings bindings;
    private final boolean more;

    /** @param below per condition what it rests on, null for answers; null when all are */
    Attempt(Wired wired, Truth truth, Truth[] conditions, Settlement[] below, Bindings bindings, boolean more) {
      this.wired = wired;
      this.truth = truth;
      this.conditions = conditions;
      this.below = below;
      this.bindings = bindings;
      this.more = more;
    }

    Wired wired() {
      return wired;
    }

    public Rule rule() {
      return wired.rule();
    }

    public Truth truth() {
      return truth;
    }

    /** What is known of each of its conditions, in order. */
    public List<Truth> conditions() {
      return Collections.unmodifiableList(Arrays.asList(conditions));
    }

    /** How many conditions the rule has. */
    public int size() {
      return conditions.length;
    }

    /** What is known of one of its conditions. */
    public Truth truth(int index) {
      return conditions[index];
    }

    public Condition condition(int index) {
      return wired.conditions()[index];
    }

    /** What a condition about a conclusion rests on; null for a condition about an answer. */
    public Settlement below(int index) {
      return below == null ? null : below[index];
    }

    /** The number of the question or conclusion of a condition, among its kind. */
    public int target(int index) {
      return wired.targets()[index];
    }

    public Bindings bindings() {
      return bindings;
    }

    /** Whether an answer can still make it hold, or hold with other values. */
    public boolean more() {
      return more;
    }

    /** Whether an answer can still decide a condition, or bring it another value that fits. */
    public boolean isOpen(int index) {
      return conditions[index] == Truth.OPEN || mayFitOtherwise(index);
    }

    /** Whether a condition rests on a conclusion that may hold with another value. */
    public boolean mayFitOtherwise(int index) {
      return below != null && below[index] != null && below[index].mayHoldOtherwise()
          && condition(index) instanceof Condition.OfConclusion;
    }

    /** Whether it can still be decided and meets a silence of the report, or tells of one. */
    boolean meetsSilence() {
      return truth == Truth.UNSETTLED || truth == Truth.TRUE && rule().leavesOpen()
          || truth == Truth.OPEN && isAnyUnsettled();
    }

    private boolean isAnyUnsettled() {
      for (Truth condition : conditions) {
        if (condition == Truth.UNSETTLED) {
          return true;
        }
      }
      return false;
    }

    private boolean isSilent() {
      if (meetsSilence()) {
        return true;
      }
      if (truth == Truth.OPEN && below != null) {
        for (Settlement settlement : below) {
          if (settlement != null && settlement.isSilent()) {
            return true;
          }
        }
      }
      return false;
    }
  }
}
