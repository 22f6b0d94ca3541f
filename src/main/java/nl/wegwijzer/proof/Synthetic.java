package nl.wegwijzer.proof;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import nl.wegwijzer.advice.Case;
import nl.wegwijzer.forms.Answer;
import nl.wegwijzer.forms.Forms;
import nl.wegwijzer.rules.RuleSet;

/** Makes random cases out of classes of values, so that every threshold and term is met again and again. */
final class Synthetic {

  private final Forms forms;
  private final List<String> goals;
  private final List<String> questions;
  private final ValueClasses classes;
  private final List<LocalDate> dates;
  private final Random random;

  /** @param told the goals and everything told beside them */
  Synthetic(Forms forms, List<RuleSet> versions, List<String> goals, List<String> told, ValueClasses classes,
      long seed) {
    this.forms = forms;
    this.goals = goals;
    this.classes = classes;
    this.questions = new ArrayList<>(forms.questions().keySet().stream()
        .filter(id -> versions.stream().anyMatch(rules -> rules.closure(told).contains(id))).toList());
    this.dates = classes.referenceDates();
    this.random = new Random(seed);
  }

  Case next() {
    LocalDate on = dates.get(random.nextInt(dates.size()));
    Map<String, Answer> answers = new LinkedHashMap<>();
    Collections.shuffle(questions, random);
    for (String question : questions) {
      int chance = random.nextInt(25);
      if (chance == 0 && forms.question(question).dontKnow()) {
        answers.put(question, Answer.DONT_KNOW);
      } else if (chance > 1) {
        classes.any(question, on, answers, random).ifPresent(answer -> answers.put(question, answer));
      }
    }
    return new Case(on, goals, answers);
  }
}
