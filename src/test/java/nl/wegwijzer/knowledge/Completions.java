package nl.wegwijzer.knowledge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.wegwijzer.forms.Answer;

/** Answers, at random, what a person left open or does not know; the same seed gives the same answers. */
public final class Completions {

  private final Knowledge knowledge;
  private final RandomCases random;

  public Completions(Knowledge knowledge, long seed) {
    this.knowledge = knowledge;
    this.random = new RandomCases(knowledge, seed);
  }

  /** An answer to every question, those that were given among them. */
  public Map<String, Answer> of(LocalDate on, Map<String, Answer> given) {
    Map<String, Answer> all = new HashMap<>(given);
    List<LocalDate> dates = new ArrayList<>(List.of(on));
    given.values().forEach(answer -> {
      if (answer instanceof Answer.Date date) {
        dates.add(date.date());
      }
    });
    knowledge.forms().questions().values().forEach(question -> all.compute(question.id(), (id, answer) ->
        answer != null && answer.isKnown() ? answer : random.answer(question, dates)));
    return all;
  }
}
