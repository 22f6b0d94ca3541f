package nl.wegwijzer.wizard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.wegwijzer.advice.Advice;
import nl.wegwijzer.advice.Wording;
import nl.wegwijzer.forms.Answer;
import nl.wegwijzer.forms.Journey;
import nl.wegwijzer.web.Here;
import nl.wegwijzer.web.Visit;
import nl.wegwijzer.web.Walk;

/** The answers to check: those that count, those that no longer do, and what the last change changed. */
final class AnswerList {

  /** One answer, with where to change it. */
  record Given(String question, String label, String answer, String change) {}

  /** What became different by a change of one answer. */
  record Changed(String answer, List<String> outcomes, List<String> asked, List<String> dropped) {}

  private final List<Given> counting = new ArrayList<>();
  private final List<Given> surplus = new ArrayList<>();
  private final Changed changed;

  AnswerList(Here here, Journey journey, Walk walk) {
    Wording wording = here.wording();
    Set<String> left = walk.surplus();
    walk.answers().forEach((question, answer) -> (left.contains(question) ? surplus : counting).add(
        given(question, answer, here, journey, true)));
    changed = here.visit().change().filter(change -> walk.answers().containsKey(change.question()))
        .map(change -> changed(change, walk, left, wording)).orElse(null);
  }

  static Given given(String question, Answer answer, Here here, Journey journey, boolean checking) {
    return new Given(question, here.wording().label(question), here.wording().answer(question, answer),
        Routes.question(journey, question, here.language()) + (checking ? "?from=check" : ""));
  }

  private static Changed changed(Visit.Change change, Walk walk, Set<String> left, Wording wording) {
    String question = change.question();
    Walk earlier = walk.before(question, change.before());
    Answer now = walk.answers().get(question);
    List<String> outcomes = new ArrayList<>();
    for (Advice.Goal goal : walk.advice().goals()) {
      String before = wording.verdict(earlier.advice().goal(goal.id()));
      String after = wording.verdict(goal);
      if (!before.equals(after)) {
        outcomes.add(wording.text("answers-changed-outcome",
            Map.of("topic", wording.topic(goal.id()), "before", before, "after", after)));
      }
    }
    Set<String> leftBefore = earlier.surplus();
    return new Changed(
        wording.text("answers-changed-answer", Map.of("question", wording.label(question),
            "before", wording.answer(question, change.before()), "after", wording.answer(question, now))),
        outcomes, walk.newSince(earlier).stream().map(wording::label).toList(),
        left.stream().filter(id -> !leftBefore.contains(id)).map(wording::label).toList());
  }

  public List<Given> counting() {
    return counting;
  }

  public List<Given> surplus() {
    return surplus;
  }

  public Changed changed() {
    return changed;
  }

  public boolean isEmpty() {
    return counting.isEmpty() && surplus.isEmpty();
  }
}
