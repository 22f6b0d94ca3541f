package nl.wegwijzer.advice;

import java.time.LocalDate;
import java.util.List;
import nl.wegwijzer.forms.Answer;
import nl.wegwijzer.rules.Rule;
import nl.wegwijzer.rules.Test;

/** A condition that is not met, what would meet it, and the rule that asks for it. */
public sealed interface Failure {

  /** A named condition of the law that does not hold; each way lists what that way still lacks. */
  record NotMet(String conclusion, List<Way> ways) implements Failure {}

  /** An answer that is not what the rule requires. */
  record WrongAnswer(String question, Answer given, List<Test> required, Rule rule) implements Failure {}

  /** A conclusion that holds, but with another value than the rule requires. */
  record WrongValue(String conclusion, Reason because, List<Test> required, Rule rule) implements Failure {}

  /** Something that must not be the case, but is. */
  record Excluded(String conclusion, Reason because, Rule rule) implements Failure {}

  /** The reference date is not in the time the rule asks for. */
  record WrongDate(LocalDate on, List<Test> required, Rule rule) implements Failure {}

  /** One rule by which the conclusion could hold, with the conditions that fail; all of them must change. */
  record Way(Rule rule, List<Failure> failed) {}
}
