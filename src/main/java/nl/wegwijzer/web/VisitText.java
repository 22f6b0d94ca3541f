package nl.wegwijzer.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.wegwijzer.forms.Answer;
import nl.wegwijzer.forms.Forms;
import nl.wegwijzer.forms.Question;

/** Writes a visit as lines of text and reads it back with the questions of today. */
final class VisitText {

  private static final String UNKNOWN = "unknown";

  /** A visit, and whether answers were dropped because they fit no question of today any more. */
  record Read(Visit visit, boolean dropped) {}

  private VisitText() {}

  static String write(Visit visit) {
    StringBuilder text = new StringBuilder();
    text.append(visit.journey()).append('\n');
    text.append(visit.on().map(LocalDate::toString).orElse("")).append('\n');
    text.append(visit.change().map(change -> line(change.question(), change.before())).orElse("")).append('\n');
    visit.answers().forEach((question, answer) -> text.append(line(question, answer)).append('\n'));
    return text.toString();
  }

  static Read read(String text, Forms forms, LocalDate today) {
    List<String> lines = text.lines().toList();
    if (lines.size() < 3) {
      return new Read(Visit.FRESH, true);
    }
    String journey = forms.journey(lines.get(0)).map(found -> found.id()).orElse("");
    Optional<LocalDate> on = date(lines.get(1));
    LocalDate day = on.orElse(today);
    Map<String, Answer> answers = new LinkedHashMap<>();
    List<String> given = lines.subList(3, lines.size());
    given.forEach(line -> answer(line, forms, day).ifPresent(answer -> answers.put(question(line), answer)));
    Optional<Visit.Change> change = answer(lines.get(2), forms, day)
        .map(before -> new Visit.Change(question(lines.get(2)), before));
    return new Read(new Visit(journey, on, answers, change), answers.size() < given.size());
  }

  private static String line(String question, Answer answer) {
    return question + "=" + value(answer);
  }

  private static String value(Answer answer) {
    if (!answer.isKnown()) {
      return UNKNOWN;
    }
    return answer instanceof Answer.Choices choices ? String.join(",", choices.values())
        : String.valueOf(answer.toJson());
  }

  private static String question(String line) {
    return line.substring(0, Math.max(0, line.indexOf('=')));
  }

  private static Optional<Answer> answer(String line, Forms forms, LocalDate on) {
    Question question = forms.questions().get(question(line));
    if (question == null) {
      return Optional.empty();
    }
    String value = line.substring(line.indexOf('=') + 1);
    boolean several = question.type() == Question.Type.CHOICES && !value.equals(UNKNOWN) && !value.isEmpty();
    return question.read(several ? List.of(value.split(",")) : value, on) instanceof Answer answer
        ? Optional.of(answer) : Optional.empty();
  }

  private static Optional<LocalDate> date(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
