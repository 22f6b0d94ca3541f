package nl.wegwijzer.advice;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.wegwijzer.forms.Answer;
import nl.wegwijzer.rules.Certainty;
import nl.wegwijzer.rules.Rule;
import nl.wegwijzer.rules.Test;

/** A node of the proof of a conclusion: down from the conclusion, by the rule, to the person's own answers. */
public sealed interface Reason {

  /** A conclusion that holds, by this rule and for these reasons. */
  record Concluded(String conclusion, Rule rule, Map<String, Object> values, Certainty certainty, List<Reason> because)
      implements Reason {}

  /** A conclusion that does not hold, on which a rule with {@code not} rests. */
  record Absent(String conclusion, Certainty certainty, List<Failure> because) implements Reason {}

  /** An answer that meets what the rule asks of it; {@code required} is empty when having answered is enough. */
  record Answered(String question, Answer given, List<Test> required) implements Reason {}

  /** The reference date meets what the rule asks of it. */
  record OnDate(LocalDate on, List<Test> required) implements Reason {}

  /** A situation for which the report does not settle the conclusion, by this rule. */
  record LeftOpen(String conclusion, Rule rule, List<Reason> because) implements Reason {}
}
