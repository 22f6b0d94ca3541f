package nl.wegwijzer.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.wegwijzer.advice.Wording;
import nl.wegwijzer.forms.Answer;
import nl.wegwijzer.forms.Forms;
import nl.wegwijzer.knowledge.Knowledge;
import nl.wegwijzer.text.Language;

/**
 * Where a request is: the knowledge it uses from first to last, the language of its address, and the visit.
 *
 * @param today the date of today in the Netherlands
 * @param notices keys of messages that the next page must show
 */
public record Here(Knowledge knowledge, Language language, LocalDate today, Visit visit, List<String> notices) {

  public Forms forms() {
    return knowledge.forms();
  }

  public Wording wording() {
    return new Wording(forms(), language);
  }

  /** The reference date: the chosen one, else today. */
  public LocalDate on() {
    return visit.on().orElse(today);
  }

  public Map<String, Answer> answers() {
    return visit.answers();
  }

  public Optional<Answer> answer(String question) {
    return Optional.ofNullable(visit.answers().get(question));
  }

  Here noting(String notice) {
    return new Here(knowledge, language, today, visit, List.of(notice));
  }
}
