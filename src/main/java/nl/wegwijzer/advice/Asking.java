package nl.wegwijzer.advice;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
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

  private static final byte NOTHING = 1;
  private static final byte SOMETHING = 2;

  private final Evaluation evaluation;
  private final boolean askUnknown;
  private Relevance relevance;
  private final Map<String, List<Need>> asked = new LinkedHashMap<>();
  private final Set<String> remaining = new LinkedHashSet<>();
  private final BitSet walked = new BitSet();
  private byte[] tried;

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
    return asking.ask(goal, evaluation.of(goal), Relevance.withUnknown(evaluation));
  }

  /** Looks for what can change the verdict on a goal; returns whether anything is to be asked for it. */
  boolean goal(String goal) {
    Settlement settlement = evaluation.of(goal);
    if (settlement.truth() != Truth.OPEN) {
      return false;
    }
    boolean any = ask(goal, settlement, Relevance.of(evaluation, settlement));
    collect(settlement);
    return any;
  }

  /** In the order of asking; each with the conditions that need it. */
  List<Ask> next() {
    List<Ask> next = new ArrayList<>(asked.size());
    asked.forEach((question, needs) -> next.add(new Ask(question, Collections.unmodifiableList(needs))));
    return Collections.unmodifiableList(next);
  }

  /** Every question that can still come up; the true number is at most this. */
  int atMostRemaining() {
    return asked.isEmpty() ? 0 : remaining.size();
  }

  private boolean ask(String goal, Settlement settlement, Relevance seen) {
    relevance = seen;
    tried = new byte[Relevance.keys(evaluation)];
    return ask(goal, settlement, Want.ANY);
  }

  /** Asks the first unknown condition of each open rule; returns whether anything was asked. */
  private boolean ask(String goal, Settlement conclusion, Want want) {
    int key = relevance.key(conclusion, want);
    if (tried[key] != 0) {
      return tried[key] == SOMETHING;
    }
    boolean any = false;
    List<Attempt> undecided = conclusion.undecided();
    for (int i = 0; i < undecided.size(); i++) {
      Want ofRule = relevance.want(conclusion, undecided.get(i), want);
      any |= ofRule != null && ask(goal, conclusion, undecided.get(i), ofRule);
    }
    tried[key] = any ? SOMETHING : NOTHING;
    return any;
  }

  /** First what is open, then what could still come to hold with another value. */
  private boolean ask(String goal, Settlement conclusion, Attempt attempt, Want want) {
    List<Truth> conditions = attempt.conditions();
    for (int i = 0; i < conditions.size(); i++) {
      if (conditions.get(i) == Truth.OPEN && ask(goal, conclusion, attempt, i, want)) {
        return true;
      }
    }
    for (int i = 0; i < conditions.size(); i++) {
      if (conditions.get(i) != Truth.OPEN && attempt.mayFitOtherwise(i) && ask(goal, conclusion, attempt, i, want)) {
        return true;
      }
    }
    return false;
  }

  private boolean ask(String goal, Settlement conclusion, Attempt attempt, int index, Want want) {
    if (!relevance.matters(conclusion, attempt, index, want)) {
      return false;
    }
    Condition condition = attempt.rule().conditions().get(index);
    Settlement below = attempt.below(index);
    if (below != null) {
      return ask(goal, below, relevance.below(condition, want));
    }
    Answer answer = evaluation.answer(condition.id());
    if (answer != null && (!askUnknown || answer.isKnown())) {
      return false;
    }
    need(condition.id(), new Need(goal, conclusion.conclusion(), attempt.rule()));
    return true;
  }

  /** Notes why a question is asked, once for each rule of a goal. */
  private void need(String question, Need need) {
    List<Need> needs = asked.get(question);
    if (needs == null) {
      needs = new ArrayList<>(2);
      asked.put(question, needs);
    }
    for (int i = 0; i < needs.size(); i++) {
      if (needs.get(i).rule() == need.rule() && needs.get(i).goal().equals(need.goal())) {
        return;
      }
    }
    needs.add(need);
  }

  /** All that is open, also what does not seem to matter: so the bound falls with every answer. */
  private void collect(Settlement conclusion) {
    if (walked.get(conclusion.number())) {
      return;
    }
    walked.set(conclusion.number());
    List<Attempt> undecided = conclusion.undecided();
    for (int n = 0; n < undecided.size(); n++) {
      Attempt attempt = undecided.get(n);
      for (int i = 0; i < attempt.conditions().size(); i++) {
        if (attempt.isOpen(i)) {
          if (attempt.below(i) != null) {
            collect(attempt.below(i));
          } else if (evaluation.answer(attempt.rule().conditions().get(i).id()) == null) {
            remaining.add(attempt.rule().conditions().get(i).id());
          }
        }
      }
    }
  }

  /**
   * The unanswered or unknown questions on which an open goal waits, each once per condition; only what nobody knows,
   * when asking more would not help.
   *
   * @param asks whether anything is to be asked for it
   */
  static List<OpenOn> openOn(Evaluation evaluation, String goal, boolean asks) {
    Map<String, OpenOn> found = new LinkedHashMap<>();
    openOn(evaluation, evaluation.of(goal), found, new BitSet());
    if (!asks && found.values().stream().anyMatch(OpenOn::dontKnow)) {
      found.values().removeIf(open -> !open.dontKnow());
    }
    return List.copyOf(found.values());
  }

  private static void openOn(Evaluation evaluation, Settlement conclusion, Map<String, OpenOn> found, BitSet seen) {
    if (seen.get(conclusion.number())) {
      return;
    }
    seen.set(conclusion.number());
    List<Attempt> undecided = conclusion.undecided();
    for (int n = 0; n < undecided.size(); n++) {
      Attempt attempt = undecided.get(n);
      for (int i = 0; i < attempt.conditions().size(); i++) {
        if (!attempt.isOpen(i)) {
          continue;
        }
        if (attempt.below(i) != null) {
          openOn(evaluation, attempt.below(i), found, seen);
          continue;
        }
        String question = attempt.rule().conditions().get(i).id();
        if (!found.containsKey(question)) {
          Answer answer = evaluation.answer(question);
          if (answer == null || !answer.isKnown()) {
            found.put(question, new OpenOn(question, answer != null, conclusion.conclusion(), attempt.rule()));
          }
        }
      }
    }
  }
}
