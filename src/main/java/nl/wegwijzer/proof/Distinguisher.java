package nl.wegwijzer.proof;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import nl.wegwijzer.advice.Advice;
import nl.wegwijzer.advice.Advisor;
import nl.wegwijzer.forms.Answer;
import nl.wegwijzer.forms.Forms;
import nl.wegwijzer.rules.Evaluation;
import nl.wegwijzer.rules.RuleSet;
import nl.wegwijzer.rules.Settlement;
import nl.wegwijzer.rules.Truth;

/**
 * Finds the shortest case on which two versions of the rules make something else of a conclusion. It asks what either
 * version asks, over all classes of values of both, so finding nothing means that there is no such case.
 */
final class Distinguisher {

  /** More states than this are not searched. */
  private static final int MOST_STATES = 60_000;

  /** What came of the search. */
  sealed interface Search {

    /** A case that tells the two apart. */
    record Found(LocalDate on, Map<String, Answer> answers) implements Search {}

    /** There is none. */
    record None() implements Search {}

    /** Not all was searched. */
    record GaveUp(int states) implements Search {}
  }

  private record Step(LocalDate on, Map<String, Answer> answers) {}

  private final RuleSet one;
  private final RuleSet other;
  private final String conclusion;
  private final ValueClasses classes;
  private final OpenState statesOfOne;
  private final OpenState statesOfOther;

  Distinguisher(Forms forms, RuleSet one, RuleSet other, String conclusion) {
    this.one = one;
    this.other = other;
    this.conclusion = conclusion;
    this.classes = new ValueClasses(forms, List.of(one, other), List.of(conclusion));
    this.statesOfOne = new OpenState(one);
    this.statesOfOther = new OpenState(other);
  }

  Search search() {
    Deque<Step> open = new ArrayDeque<>();
    Set<String> seen = new HashSet<>();
    classes.referenceDates().forEach(on -> open.add(new Step(on, Map.of())));
    while (!open.isEmpty()) {
      Step step = open.poll();
      Evaluation ofOne = new Evaluation(one, step.on(), step.answers());
      Evaluation ofOther = new Evaluation(other, step.on(), step.answers());
      if (!said(ofOne).equals(said(ofOther))) {
        return new Search.Found(step.on(), step.answers());
      }
      List<String> goals = List.of(conclusion);
      if (!seen.add(step.on() + statesOfOne.of(ofOne, goals) + statesOfOther.of(ofOther, goals))) {
        continue;
      }
      if (seen.size() > MOST_STATES) {
        return new Search.GaveUp(seen.size());
      }
      next(ofOne, ofOther).ifPresent(question -> classes.answers(question, step.on(), step.answers())
          .forEach(answer -> {
            Map<String, Answer> more = new LinkedHashMap<>(step.answers());
            more.put(question, answer);
            open.add(new Step(step.on(), more));
          }));
    }
    return new Search.None();
  }

  private Optional<String> next(Evaluation ofOne, Evaluation ofOther) {
    Set<String> asked = new LinkedHashSet<>();
    for (Evaluation evaluation : List.of(ofOne, ofOther)) {
      Advisor.progress(evaluation, List.of(conclusion)).next().stream().map(Advice.Ask::question).forEach(asked::add);
    }
    return asked.stream().findFirst();
  }

  private List<Object> said(Evaluation evaluation) {
    return List.of(OpenState.verdict(evaluation, conclusion), values(evaluation, conclusion));
  }

  /** The values of a conclusion that holds, as a case expects them. */
  static Map<String, String> values(Evaluation evaluation, String conclusion) {
    Map<String, String> values = new TreeMap<>();
    Settlement settlement = evaluation.of(conclusion);
    if (settlement.truth() == Truth.TRUE) {
      settlement.firings().get(0).values().forEach((field, value) ->
          values.put(conclusion + "." + field, value.toString()));
    }
    return values;
  }
}
