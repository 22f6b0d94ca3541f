package nl.wegwijzer.web;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import nl.wegwijzer.forms.Answer;

/**
 * What a visitor told so far; lives in the visitor's own cookie and nowhere else.
 *
 * @param journey the journey last walked, or empty
 * @param on the reference date, once chosen
 * @param answers by question, in the order in which they were first given
 * @param change the last answer that was changed afterwards, to say what it changed
 */
public record Visit(String journey, Optional<LocalDate> on, Map<String, Answer> answers, Optional<Change> change) {

  /** A question whose answer was changed, and the answer it had before. */
  public record Change(String question, Answer before) {}

  public static final Visit FRESH = new Visit("", Optional.empty(), Map.of(), Optional.empty());

  public Visit {
    answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
  }

  /** The visit on a journey for a day, with the answers kept. */
  public Visit on(String journey, LocalDate date) {
    return new Visit(journey, Optional.of(date), answers, Optional.empty());
  }

  /** With an answer added, or replaced in its place. */
  public Visit with(String journey, String question, Answer answer) {
    Map<String, Answer> more = new LinkedHashMap<>(answers);
    more.put(question, answer);
    return new Visit(journey, on, more, Optional.empty());
  }

  public Visit without(String question) {
    Map<String, Answer> fewer = new LinkedHashMap<>(answers);
    fewer.remove(question);
    return new Visit(journey, on, fewer, Optional.empty());
  }

  public Visit remembering(Change changed) {
    return new Visit(journey, on, answers, Optional.of(changed));
  }
}
