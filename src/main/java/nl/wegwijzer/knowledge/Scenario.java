package nl.wegwijzer.knowledge;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.wegwijzer.advice.Case;
import nl.wegwijzer.forms.Answer;

/** One case of a {@code .cases.yaml} file: a situation, and what the rules must make of it. */
public record Scenario(String name, LocalDate on, List<String> goals, Map<String, Answer> answers,
    Map<String, String> verdicts, Map<String, String> certainties, List<String> asks, List<String> asksNot,
    List<String> because, List<String> failed, List<String> openOn, Map<String, String> values, String file, int line) {

  public Case toCase() {
    return new Case(on, goals, answers);
  }
}
