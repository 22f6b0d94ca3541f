package nl.wegwijzer.proof;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.wegwijzer.forms.Answer;

/**
 * What changes for people when one version of the rules takes the place of another.
 *
 * @param before the hash of the old version
 * @param after the hash of the new version
 * @param rules rules that were added, changed or removed
 * @param journeys per journey that a changed rule touches how many path classes end with another advice
 * @param cases how many synthetic cases of these journeys were advised by both versions
 * @param changed how many of them get another advice
 * @param seed makes the same cases again
 */
public record Impact(String before, String after, List<RuleChange> rules, List<OfJourney> journeys, long cases,
    long changed, long seed, List<Change> changes) {

  /** How a rule differs between the versions. */
  public enum Kind {
    ADDED,
    CHANGED,
    REMOVED
  }

  /** A rule that is not the same in both versions; place is file and line. */
  public record RuleChange(Kind kind, String rule, String place) {}

  /** The path classes of one journey; changed ones end with another verdict, certainty or value. */
  public record OfJourney(String journey, long paths, long changed) {}

  /**
   * One change of advice.
   *
   * @param conclusion the goal, or a detail told beside it
   * @param cause the rule that makes the difference
   * @param cases how many synthetic cases change like this
   * @param on the reference date of the example
   * @param example the fewest answers with which it happens
   * @param was what was said in the example, and {@code becomes} what is said now
   */
  public record Change(String conclusion, String from, String to, RuleChange cause, long cases, LocalDate on,
      Map<String, Answer> example, String was, String becomes) {}
}
