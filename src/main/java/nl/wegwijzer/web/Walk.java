package nl.wegwijzer.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.wegwijzer.advice.Advice;
import nl.wegwijzer.advice.Case;
import nl.wegwijzer.advice.Decision;
import nl.wegwijzer.forms.Answer;
import nl.wegwijzer.knowledge.Knowledge;

/** Answers on their way to some goals: the advice so far, which answers count, and what comes next. */
public final class Walk {

  private final Knowledge knowledge;
  private final List<String> goals;
  private final LocalDate on;
  private final Map<String, Answer> answers = new LinkedHashMap<>();
  private final Set<String> questions;
  private final Advice advice;

  /**
   * A walk.
   *
   * @param told all answers; those to questions that these goals never need are left aside
   */
  public Walk(Knowledge knowledge, List<String> goals, LocalDate on, Map<String, Answer> told) {
    this.knowledge = knowledge;
    this.goals = goals;
    this.on = on;
    this.questions = knowledge.rules().closure(goals);
    told.forEach((question, answer) -> {
      if (questions.contains(question)) {
        answers.put(question, answer);
      }
    });
    this.advice = knowledge.advisor().advise(new Case(on, goals, answers));
  }

  public Advice advice() {
    return advice;
  }

  public Map<String, Answer> answers() {
    return answers;
  }

  /** Whether the goals can ever need a question. */
  public boolean knows(String question) {
    return questions.contains(question);
  }

  /** Whether a question may be answered now: it was before, or it can be asked next. */
  public boolean isReached(String question) {
    return answers.containsKey(question) || ask(advice.next(), question).isPresent();
  }

  public Optional<String> next() {
    return advice.next().stream().map(Advice.Ask::question).findFirst();
  }

  /** Why a question is asked, as if it had not been answered yet. */
  public Optional<Advice.Ask> ask(String question) {
    if (!answers.containsKey(question)) {
      return ask(advice.next(), question);
    }
    Map<String, Answer> others = new LinkedHashMap<>(answers);
    others.remove(question);
    return ask(decide(others).next(), question);
  }

  /** The question answered before this one, or before the end when this one has no answer. */
  public Optional<String> before(String question) {
    String previous = null;
    for (String answered : answers.keySet()) {
      if (answered.equals(question)) {
        break;
      }
      previous = answered;
    }
    return Optional.ofNullable(previous);
  }

  /** Questions whose answer could not change any verdict when the earlier answers were in. */
  public Set<String> surplus() {
    Set<String> surplus = new LinkedHashSet<>();
    Map<String, Answer> counted = new LinkedHashMap<>();
    answers.forEach((question, answer) -> {
      if (decide(counted).isOpenOn(question)) {
        counted.put(question, answer);
      } else {
        surplus.add(question);
      }
    });
    // A later answer can give an earlier one its meaning, so what is left over gets a second chance.
    for (String question : List.copyOf(surplus)) {
      Map<String, Answer> others = new LinkedHashMap<>(answers);
      others.keySet().removeAll(surplus);
      if (decide(others).isOpenOn(question)) {
        surplus.remove(question);
      }
    }
    return surplus;
  }

  /** Whether an answer to a question can change a verdict now. */
  public boolean matters(String question) {
    return ask(advice.next(), question).isPresent() || advice.goals().stream()
        .anyMatch(goal -> goal.openOn().stream().anyMatch(open -> open.question().equals(question)));
  }

  /** The same walk before an answer was changed. */
  public Walk before(String question, Answer answer) {
    Map<String, Answer> earlier = new LinkedHashMap<>(answers);
    earlier.put(question, answer);
    return new Walk(knowledge, goals, on, earlier);
  }

  /** Questions that are still to be asked here but were not there. */
  public List<String> newSince(Walk earlier) {
    List<String> fresh = new ArrayList<>();
    advice.next().forEach(ask -> {
      if (ask(earlier.advice.next(), ask.question()).isEmpty()) {
        fresh.add(ask.question());
      }
    });
    return fresh;
  }

  private Decision decide(Map<String, Answer> given) {
    return knowledge.advisor().decide(new Case(on, goals, given));
  }

  private static Optional<Advice.Ask> ask(List<Advice.Ask> asks, String question) {
    return asks.stream().filter(ask -> ask.question().equals(question)).findFirst();
  }
}
