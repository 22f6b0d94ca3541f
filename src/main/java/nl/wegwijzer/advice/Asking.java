package nl.wegwijzer.advice;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.wegwijzer.advice.Advice.Ask;
import nl.wegwijzer.advice.Advice.Need;
import nl.wegwijzer.advice.Advice.OpenOn;
import nl.wegwijzer.rules.Condition;
import nl.wegwijzer.rules.Evaluation;
import nl.wegwijzer.rules.Evaluation.Given;
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
  private final BitSet remaining = new BitSet();
  /** Per key the last round in which it was tried, negative when nothing was asked. */
  private final short[] tried;
  private short round;

  Asking(Evaluation evaluation) {
    this(evaluation, false);
  }

  private Asking(Evaluation evaluation, boolean askUnknown) {
    this.evaluation = evaluation;
    this.askUnknown = askUnknown;
    this.tried = new short[Relevance.keys(evaluation)];
  }

  /** Whether an answer, also one that the person does not know, can still decide an open goal. */
  static boolean canDecide(Evaluation evaluation, String goal) {
    Asking asking = new Asking(evaluation, true);
    return asking.ask(goal, evaluation.of(goal), Relevance.withUnknown(evaluation));
  }

  /**
   * Looks for what can change the verdict on a goal.
   *
   * @param asks whether anything is to be asked for it
   * @param openOn the unanswered or unknown questions on which it waits, each once; only what nobody knows, when asking
   *     more would not help
   */
  record Open(boolean asks, List<OpenOn> openOn) {

    private static final Open NO = new Open(false, List.of());
  }

  Open goal(String goal) {
    Settlement settlement = evaluation.of(goal);
    if (settlement.truth() != Truth.OPEN) {
      return Open.NO;
    }
    boolean asks = ask(goal, settlement, Relevance.of(evaluation, settlement));
    Waiting waiting = new Waiting();
    waiting.on(settlement);
    return new Open(asks, waiting.told(asks));
  }

  /** In the order of asking; each with the conditions that need it. */
  List<Ask> next() {
    List<Ask> next = new ArrayList<>(asked.size());
    asked.forEach((question, needs) -> next.add(new Ask(question, Collections.unmodifiableList(needs))));
    return Collections.unmodifiableList(next);
  }

  /** Every question that can still come up; the true number is at most this. */
  int atMostRemaining() {
    return asked.isEmpty() ? 0 : remaining.cardinality();
  }

  private boolean ask(String goal, Settlement settlement, Relevance seen) {
    relevance = seen;
    round++;
    return ask(goal, settlement, Want.ANY);
  }

  /** Asks the first unknown condition of each open rule; returns whether anything was asked. */
  private boolean ask(String goal, Settlement conclusion, Want want) {
    int key = relevance.key(conclusion, want);
    if (Math.abs(tried[key]) == round) {
      return tried[key] > 0;
    }
    boolean any = false;
    List<Attempt> undecided = conclusion.undecided();
    for (int i = 0; i < undecided.size(); i++) {
      Want ofRule = relevance.want(conclusion, undecided.get(i), want);
      any |= ofRule != null && ask(goal, conclusion, undecided.get(i), ofRule);
    }
    tried[key] = any ? round : (short) -round;
    return any;
  }

  /** First what is open, then what could still come to hold with another value. */
  private boolean ask(String goal, Settlement conclusion, Attempt attempt, Want want) {
    for (int i = 0; i < attempt.size(); i++) {
      if (attempt.truth(i) == Truth.OPEN && ask(goal, conclusion, attempt, i, want)) {
        return true;
      }
    }
    for (int i = 0; i < attempt.size(); i++) {
      if (attempt.truth(i) != Truth.OPEN && attempt.mayFitOtherwise(i) && ask(goal, conclusion, attempt, i, want)) {
        return true;
      }
    }
    return false;
  }

  private boolean ask(String goal, Settlement conclusion, Attempt attempt, int index, Want want) {
    if (!relevance.matters(conclusion, attempt, index, want)) {
      return false;
    }
    Condition condition = attempt.condition(index);
    Settlement below = attempt.below(index);
    if (below != null) {
      return ask(goal, below, relevance.below(condition, want));
    }
    Given given = evaluation.given(attempt, index);
    if (given == Given.KNOWN || given == Given.DONT_KNOW && !askUnknown) {
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

  /** Finds all that is open, also what does not seem to matter: so the bound falls with every answer. */
  private final class Waiting {

    private final List<OpenOn> found = new ArrayList<>();
    private final BitSet seen = new BitSet();
    private final BitSet walked = new BitSet();
    private boolean dontKnow;

    void on(Settlement conclusion) {
      if (walked.get(conclusion.number())) {
        return;
      }
      walked.set(conclusion.number());
      List<Attempt> undecided = conclusion.undecided();
      for (int n = 0; n < undecided.size(); n++) {
        Attempt attempt = undecided.get(n);
        for (int i = 0; i < attempt.size(); i++) {
          if (attempt.isOpen(i)) {
            on(conclusion, attempt, i);
          }
        }
      }
    }

    private void on(Settlement conclusion, Attempt attempt, int index) {
      if (attempt.below(index) != null) {
        on(attempt.below(index));
        return;
      }
      int question = attempt.target(index);
      Given given = evaluation.given(attempt, index);
      if (given != Given.KNOWN && !seen.get(question)) {
        seen.set(question);
        if (given == Given.NOTHING) {
          remaining.set(question);
        } else {
          dontKnow = true;
        }
        found.add(new OpenOn(attempt.condition(index).id(), given == Given.DONT_KNOW,
            conclusion.conclusion(), attempt.rule()));
      }
    }

    List<OpenOn> told(boolean asks) {
      if (!asks && dontKnow) {
        found.removeIf(open -> !open.dontKnow());
      }
      return Collections.unmodifiableList(found);
    }
  }
}
