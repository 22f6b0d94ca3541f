package nl.wegwijzer.proof;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.wegwijzer.forms.Answer;
import nl.wegwijzer.forms.Question;

/**
 * What changes for people when one version of the rules takes the place of another.
 *
 * @param before the hash of the old version
 * @param after the hash of the new version
 * @param rules rules that were added, changed or removed
 * @param questions questions that take other answers than before
 * @param files files that differ in whatever way
 * @param journeys per journey that a changed rule touches how many path classes end with another advice
 * @param cases how many synthetic cases of these journeys were advised by both versions
 * @param changed how many of them get another advice
 * @param seed makes the same cases again
 */
public record Impact(String before, String after, List<RuleChange> rules,
    List<QuestionChange> questions, List<String> files, List<OfJourney> journeys, long cases,
    long changed, long seed, List<Change> changes) {

  /** How a rule differs between the versions. */
  public enum Kind {
    ADDED,
    CHANGED,
    REMOVED
  }

  /** A rule that is not the same in both versions; place is file and line. */
  public record RuleChange(Kind kind, String rule, String place) {}

  /** How the answers that a question takes differ between the versions. */
  public record QuestionChange(Kind kind, String question, List<String> added, List<String> removed) {

    /** Every question that one of the versions lacks, or that takes other answers. */
    static List<QuestionChange> between(Map<String, Question> before, Map<String, Question> after) {
      Set<String> ids = new LinkedHashSet<>(after.keySet());
      ids.addAll(before.keySet());
      return ids.stream().map(id -> new QuestionChange(!before.containsKey(id) ? Kind.ADDED
          : after.containsKey(id) ? Kind.CHANGED : Kind.REMOVED, id, without(taken(after.get(id)), taken(before.get(id))),
          without(taken(before.get(id)), taken(after.get(id)))))
          .filter(change -> change.kind() != Kind.CHANGED || !change.added().isEmpty() || !change.removed().isEmpty())
          .toList();
    }

    /** What can be answered, a thing a word. */
    private static List<String> taken(Question question) {
      if (question == null) {
        return List.of();
      }
      List<String> taken = new ArrayList<>(List.of(question.type().word()));
      question.options().forEach(option -> taken.add(option.id()));
      if (question.dontKnow()) {
        taken.add("unknown");
      }
      Question.Range range = question.range();
      range.min().ifPresent(min -> taken.add("from " + min));
      range.max().ifPresent(max -> taken.add("to " + max));
      range.from().ifPresent(from -> taken.add("from " + from));
      range.until().ifPresent(until -> taken.add("to " + until));
      if (range.notInFuture()) {
        taken.add("not after the reference date");
      }
      return taken;
    }

    private static List<String> without(List<String> all, List<String> others) {
      return all.stream().filter(each -> !others.contains(each)).toList();
    }
  }

  /** The path classes of one journey; changed ones end with another verdict, certainty or value. */
  public record OfJourney(Kind kind, String journey, long paths, long changed) {}

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
