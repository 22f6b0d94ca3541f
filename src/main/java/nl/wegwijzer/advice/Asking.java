package nl.wegwijzer.advice;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.wegwijzer.advice.Advice.Ask;
import nl.wegwijzer.advice.Advice.Need;
import nl.wegwijzer.advice.Advice.OpenOn;
import nl.wegwijzer.forms.Answer;
import nl.wegwijzer.rules.Condition;
import nl.wegwijzer.rules.Evaluation;
import nl.wegwijzer.rules.Relevance;
import nl.wegwijzer.rules.Relevance.Want;
import nl.wegwijzer.rules.Settlement;
import nl.wegwijzer.rules.Settlement.Attempt;
import nl.wegwijzer.rules.Truth;

/**
 * Finds the questions that can still change a verdict, from the goals down.
 *
 * <p>A rule of which one condition fails needs nothing more; of a rule that can still hold, the first unknown condition
 * is asked. What the person does not know is passed over, because a later condition can still decide. Where a rule can
 * no longer hold, for want of an answer or for a silence of the report, only what can make it fail is asked.
 */
final class Asking {

  private final Evaluation evaluation;
  private final boolean askUnknown;
  private Relevance relevance;
  private final Map<String, List<Need>> asked = new LinkedHashMap<>();
  private final Set<String> remaining = new LinkedHashSet<>();
  private final Set<String> walked = new HashSet<>();
  private final Map<String, Boolean> tried = new HashMap<>();

  Asking(Evaluation evaluation) {
    this(evaluation, false);
  }

  private Asking(Evaluation evaluation, boolean askUnknown) {
    this.evaluation = evaluation;
    this.askUnknown = askUnknown;
  }

  /** Whether an answer, also one that the person does not know, can still decide an open goal. */
  static boolean canDecide(Evaluation evaluation, String goal) {
    Asking asking = new Asking(evaluation, true);
    asking.relevance = Relevance.withUnknown(evaluation);
    return asking.ask(goal, goal, Want.ANY);
  }

  void goal(String goal) {
    if (evaluation.of(goal).truth() == Truth.OPEN) {
      relevance = Relevance.of(evaluation, goal);
      tried.clear();
      ask(goal, goal, Want.ANY);
      collect(goal);
    }
  }

  /** In the order of asking; each with the conditions that need it. */
  List<Ask> next() {
    List<Ask> next = new ArrayList<>(asked.size());
    asked.forEach((question, needs) -> next.add(new Ask(question, List.copyOf(needs))));
    return Collections.unmodifiableList(next);
  }

  /** Every question that can still come up; the true number is at most this. */
  int atMostRemaining() {
    return asked.isEmpty() ? 0 : remaining.size();
  }

  /** Asks the first unknown condition of each open rule; returns whether anything was asked. */
  private boolean ask(String goal, String conclusion, Want want) {
    String key = relevance.key(conclusion, want);
    Boolean known = tried.get(key);
    if (known != null) {
      return known;
    }
    boolean any = false;
    for (Attempt attempt : open(evaluation.of(conclusion))) {
      Want ofRule = relevance.want(conclusion, attempt, want);
      any |= ofRule != null && ask(goal, conclusion, attempt, ofRule);
    }
    tried.put(key, any);
    return any;
  }

  private boolean ask(String goal, String conclusion, Attempt attempt, Want want) {
    for (boolean otherwise : new boolean[] {false, true}) {
      for (int i = 0; i < attempt.conditions().size(); i++) {
        Condition condition = attempt.rule().conditions().get(i);
        if (attempt.conditions().get(i) == Truth.OPEN ? otherwise : !otherwise || !mayFitOtherwise(evaluation, condition)) {
          continue;
        }
        if (!relevance.matters(conclusion, attempt, i, want)) {
          continue;
        }
        if (!(condition instanceof Condition.OfAnswer)) {
          if (ask(goal, condition.id(), relevance.below(condition, want))) {
            return true;
          }
        } else if (isToAsk(evaluation.answer(condition.id()))) {
          List<Need> needs = asked.computeIfAbsent(condition.id(), id -> new ArrayList<>());
          if (needs.stream().noneMatch(need -> need.goal().equals(goal) && need.rule() == attempt.rule())) {
            needs.add(new Need(goal, conclusion, attempt.rule()));
          }
          return true;
        }
      }
    }
    return false;
  }

  private boolean isToAsk(Answer answer) {
    return answer == null || askUnknown && !answer.isKnown();
  }

  /** A conclusion that holds can still come to hold with another value, where this one does not fit further on. */
  private static boolean mayFitOtherwise(Evaluation evaluation, Condition condition) {
    if (!(condition instanceof Condition.OfConclusion)) {
      return false;
    }
    Settlement settlement = evaluation.of(condition.id());
    return settlement.isOpen() && settlement.firings().stream().anyMatch(firing -> !firing.values().isEmpty());
  }

  /** All that is open, also what does not seem to matter: so the bound falls with every answer. */
  private void collect(String conclusion) {
    if (!walked.add(conclusion)) {
      return;
    }
    for (Attempt attempt : open(evaluation.of(conclusion))) {
      for (int i = 0; i < attempt.conditions().size(); i++) {
        Condition condition = attempt.rule().conditions().get(i);
        if (!isOpen(evaluation, attempt, i)) {
          continue;
        }
        if (!(condition instanceof Condition.OfAnswer)) {
          collect(condition.id());
        } else if (evaluation.answer(condition.id()) == null) {
          remaining.add(condition.id());
        }
      }
    }
  }

  /**
   * The unanswered or unknown questions on which a conclusion waits, each once per condition; only what nobody knows,
   * when asking more would not help.
   */
  static List<OpenOn> openOn(Evaluation evaluation, String conclusion) {
    Map<String, OpenOn> found = new LinkedHashMap<>();
    openOn(evaluation, conclusion, found, new HashSet<>());
    if (found.values().stream().anyMatch(OpenOn::dontKnow)) {
      Asking asking = new Asking(evaluation);
      asking.goal(conclusion);
      if (asking.asked.isEmpty()) {
        found.values().removeIf(open -> !open.dontKnow());
      }
    }
    return List.copyOf(found.values());
  }

  private static void openOn(Evaluation evaluation, String conclusion, Map<String, OpenOn> found, Set<String> seen) {
    if (!seen.add(conclusion)) {
      return;
    }
    for (Attempt attempt : open(evaluation.of(conclusion))) {
      for (int i = 0; i < attempt.conditions().size(); i++) {
        Condition condition = attempt.rule().conditions().get(i);
        if (!isOpen(evaluation, attempt, i)) {
          continue;
        }
        if (!(condition instanceof Condition.OfAnswer)) {
          openOn(evaluation, condition.id(), found, seen);
        } else {
          Answer answer = evaluation.answer(condition.id());
          if (answer == null || !answer.isKnown()) {
            found.putIfAbsent(condition.id(), new OpenOn(condition.id(), answer != null, conclusion, attempt.rule()));
          }
        }
      }
    }
  }

  private static boolean isOpen(Evaluation evaluation, Attempt attempt, int index) {
    return attempt.conditions().get(index) == Truth.OPEN
        || mayFitOtherwise(evaluation, attempt.rule().conditions().get(index));
  }

  /** The rules that an answer can still decide; a second silence of the report adds nothing to the first. */
  private static List<Attempt> open(Settlement settlement) {
    boolean silent = settlement.truth() == Truth.TRUE;
    for (Attempt attempt : settlement.attempts()) {
      silent |= attempt.rule().leavesOpen() && attempt.truth() == Truth.TRUE;
    }
    List<Attempt> open = new ArrayList<>();
    for (Attempt attempt : settlement.attempts()) {
      if (attempt.more() && !(silent && attempt.rule().leavesOpen())) {
        open.add(attempt);
      }
    }
    return open;
  }
}
