package nl.wegwijzer.rules;

import java.util.List;
import java.util.Map;

/**
 * What the rules make of one conclusion, given the answers so far.
 *
 * @param firings the ways in which it holds, the firmest first
 * @param attempts every rule about it, with how far it came, in the order of the rules
 * @param isOpen whether an answer can still make it hold, or hold with another value
 */
public record Settlement(String conclusion, Truth truth, List<Firing> firings, List<Attempt> attempts,
    boolean isOpen) {

  /**
   * A rule that holds.
   *
   * @param values of the conclusion, by field
   * @param premises per condition the firing it rests on; null where the condition is not about a conclusion that holds
   */
  public record Firing(Rule rule, Map<String, Object> values, Certainty certainty, Bindings bindings,
      List<Firing> premises) {}

  /**
   * How far a rule came.
   *
   * @param conditions what is known of each of its conditions, in order
   * @param more whether an answer can still make it hold, or hold with other values
   */
  public record Attempt(Rule rule, Truth truth, List<Truth> conditions, Bindings bindings, boolean more) {}
}
