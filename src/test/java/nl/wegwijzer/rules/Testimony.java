package nl.wegwijzer.rules;

import java.util.List;
import java.util.Map;

/**
 * What the witness says of one conclusion.
 *
 * @param ways the rules that fired for it
 * @param tries every rule about it, in order
 * @param isOpen whether an answer can still make it hold, or hold with another value
 * @param isClaimed whether it is open as far as the witness can see, but was said to end in a silence anyway
 */
record Testimony(String conclusion, Truth truth, List<Way> ways, List<Try> tries, boolean isOpen, boolean isClaimed) {

  /**
   * A rule that fired.
   *
   * @param premises per condition the values of the conclusion it rests on, or null
   * @param bound the values of its variables
   */
  record Way(Rule rule, Map<String, Object> values, List<Map<String, Object>> premises, Map<String, Object> bound) {}

  /** One choice of values for the conclusions that a rule rests on, and what it makes of the conditions. */
  record Branch(Truth truth, List<Truth> conditions, Map<String, Object> bound) {}

  /**
   * A rule with all its branches.
   *
   * @param truth of all branches together: one is enough
   * @param more whether an answer can still make it hold, or hold with other values
   */
  record Try(Rule rule, List<Branch> branches, Truth truth, boolean more) {

    static Try of(Rule rule, List<Branch> branches) {
      Truth truth = Truth.FALSE;
      boolean more = false;
      for (Branch branch : branches) {
        truth = truth.or(branch.truth());
        more |= branch.truth() == Truth.OPEN;
      }
      return new Try(rule, branches, truth, more);
    }
  }
}
