package nl.wegwijzer.proof;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.wegwijzer.forms.Answer;

/** Writes path reports for the terminal. */
public final class PathText {

  private PathText() {}

  public static String of(PathReport report) {
    List<String> lines = new ArrayList<>();
    lines.add(String.format("%s: %,d paths, %,d states, %,d answers tried; longest interview %d, median %d; diagram %s",
        report.journey(), report.paths(), report.states(), report.steps(), report.longest(), report.median(),
        report.hash()));
    if (report.apart()) {
      lines.add("  bounded: too large as a whole (more than " + Walk.MOST_STATES
          + " states), so each goal was walked on its own");
    }
    report.unreachable().forEach(verdict -> lines.add("  no path ends with " + verdict));
    report.needless().forEach(found -> lines.add("  idle in " + found.states()
        + " state(s) after an \"I don't know\": " + found.question() + ", for example after " + answers(found.on(), found.example())));
    report.faults().forEach(fault -> lines.add("  FAULT " + fault.what() + ", after "
        + answers(fault.on(), fault.answers())));
    return String.join("\n", lines);
  }

  /** A case on one line. */
  static String answers(LocalDate on, Map<String, Answer> answers) {
    StringBuilder text = new StringBuilder("on " + on);
    answers.forEach((question, answer) -> text.append(", ").append(question).append(' ')
        .append(CaseYaml.value(answer)));
    return text.toString();
  }
}
