package nl.wegwijzer.rules;

import java.util.List;

/** One line under {@code when}. */
public sealed interface Condition {

  /** The id of the question or conclusion this is about. */
  String id();

  Position at();

  /** What it asks of values; nothing for {@link Not}. */
  default List<Constraint> constraints() {
    return List.of();
  }

  /** What an answer must be; {@code ReferenceDate} counts as an answer that is always there. */
  record OfAnswer(String id, List<Constraint> constraints, Position at) implements Condition {

    public boolean isReferenceDate() {
      return id.equals(RuleSet.REFERENCE_DATE);
    }
  }

  /** A conclusion that must hold, perhaps with certain values. */
  record OfConclusion(String id, List<Constraint> constraints, Position at) implements Condition {}

  /** A conclusion that must be settled false. */
  record Not(String id, Position at) implements Condition {}
}
