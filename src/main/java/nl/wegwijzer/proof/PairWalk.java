package nl.wegwijzer.proof;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.wegwijzer.advice.Advice;
import nl.wegwijzer.advice.Advisor;
import nl.wegwijzer.forms.Answer;
import nl.wegwijzer.forms.Question;
import nl.wegwijzer.proof.Versions.Both;
import nl.wegwijzer.rules.Truth;

/** Follows the interview of one journey in two versions at once, and counts the path classes that end differently. */
final class PairWalk {

  /** Path classes ahead, and those among them on which nothing differs. */
  record Paths(long all, long same) {}

  private final Versions versions;
  private final LocalDate on;
  private final List<String> goals;
  private final ValueClasses classes;
  private final OpenState before;
  private final OpenState after;
  private final Map<String, Paths> seen = new HashMap<>();

  PairWalk(Versions versions, LocalDate on, List<String> goals, ValueClasses classes) {
    this.versions = versions;
    this.on = on;
    this.goals = goals;
    this.classes = classes;
    this.before = new OpenState(versions.before.rules());
    this.after = new OpenState(versions.after.rules());
  }

  /** @throws Walk.TooLarge when there are too many states */
  Paths run() {
    Both start = versions.evaluate(on, Map.of());
    Paths paths = ahead(start, state(start), new LinkedHashMap<>());
    return differs(null, start) ? new Paths(paths.all(), 0) : paths;
  }

  /** Goals that only one version has settled are told apart by what it settled. */
  private String state(Both both) {
    StringBuilder state = new StringBuilder(before.of(both.before, goals)).append('|')
        .append(after.of(both.after, goals)).append('|');
    for (String goal : goals) {
      if (isOpen(both, true, goal) != isOpen(both, false, goal)) {
        state.append(both.said(true, goal)).append(both.said(false, goal));
      }
    }
    return state.toString();
  }

  private static boolean isOpen(Both both, boolean old, String goal) {
    return (old ? both.before : both.after).of(goal).truth() == Truth.OPEN;
  }

  private Paths ahead(Both both, String state, Map<String, Answer> answers) {
    Paths known = seen.get(state);
    if (known == null) {
      Optional<String> question = next(both);
      known = question.isPresent() ? ask(both, question.get(), answers)
          : new Paths(1, goals.stream().anyMatch(goal -> isOpen(both, true, goal) != isOpen(both, false, goal))
              ? 0 : 1);
      if (seen.size() >= Walk.MOST_STATES) {
        throw new Walk.TooLarge();
      }
      seen.put(state, known);
    }
    return known;
  }

  private Optional<String> next(Both both) {
    Set<String> asked = new LinkedHashSet<>();
    Advisor.progress(both.after, goals).next().stream().map(Advice.Ask::question).forEach(asked::add);
    Advisor.progress(both.before, goals).next().stream().map(Advice.Ask::question).forEach(asked::add);
    return asked.stream().findFirst();
  }

  private Paths ask(Both both, String question, Map<String, Answer> answers) {
    Map<String, Paths> different = new LinkedHashMap<>();
    for (Answer answer : answers(question, answers)) {
      answers.put(question, answer);
      Both next = versions.evaluate(on, answers);
      String state = state(next);
      Paths paths = ahead(next, state, answers);
      boolean differs = differs(both, next);
      different.put(settled(both, next) + state, differs ? new Paths(paths.all(), 0) : paths);
      answers.remove(question);
    }
    return new Paths(different.values().stream().mapToLong(Paths::all).sum(),
        different.values().stream().mapToLong(Paths::same).sum());
  }

  private List<Answer> answers(String id, Map<String, Answer> given) {
    if (!versions.isComparable(id)) {
      return List.of(Answer.DONT_KNOW);
    }
    List<Answer> answers = classes.answers(id, on, given);
    if (versions.forms.question(id).type() == Question.Type.COUNTRY && !versions.changedCountries.isEmpty()) {
      answers = new ArrayList<>(answers);
      answers.addAll(versions.changedCountries.stream().map(Answer.Country::new).toList());
    }
    return answers;
  }

  /** Whether a goal that both versions have settled by now, and not before, differs. */
  private boolean differs(Both earlier, Both now) {
    return goals.stream().anyMatch(goal -> isSettled(now, goal) && (earlier == null || !isSettled(earlier, goal))
        && now.differ(goal));
  }

  private String settled(Both earlier, Both now) {
    StringBuilder settled = new StringBuilder();
    for (String goal : goals) {
      if (isSettled(now, goal) && !isSettled(earlier, goal)) {
        settled.append(goal).append(now.said(true, goal)).append(now.said(false, goal));
      }
    }
    return settled.toString();
  }

  private static boolean isSettled(Both both, String goal) {
    return !isOpen(both, true, goal) && !isOpen(both, false, goal);
  }
}
