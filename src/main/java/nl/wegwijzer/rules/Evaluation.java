package nl.wegwijzer.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.wegwijzer.forms.Answer;
import nl.wegwijzer.rules.Settlement.Attempt;
import nl.wegwijzer.rules.Settlement.Firing;
import nl.wegwijzer.rules.Wiring.Check;
import nl.wegwijzer.rules.Wiring.Wired;

/**
 * The rules lifted to three values and evaluated from the goals down: what holds, what fails, what waits for which
 * answer. It visits only what the asked conclusions need. Not thread-safe; one per case.
 */
public final class Evaluation {

  private static final Comparator<Firing> FIRMEST_FIRST = Comparator.comparing(Firing::certainty);

  private final Wiring wiring;
  private final Map<String, Answer> answers;
  private final LocalDate on;
  private final Given[] states;
  private final Answer[] known;
  private final Settlement[] settled;
  private Certainty[] refusals;
  private BitSet unknown;

  public Evaluation(RuleSet rules, LocalDate on, Map<String, Answer> answers) {
    this.wiring = rules.wiring();
    this.answers = answers;
    this.on = on;
    this.states = new Given[wiring.questions()];
    this.known = new Answer[states.length];
    this.settled = new Settlement[wiring.conclusions()];
    states[Wiring.REFERENCE_DATE] = Given.KNOWN;
    known[Wiring.REFERENCE_DATE] = Properties.referenceDate(on);
  }

  /** What a person said to a question. */
  public enum Given {
    NOTHING,
    DONT_KNOW,
    KNOWN
  }

  /** What was said to the question of a condition about an answer. */
  public Given given(Attempt attempt, int condition) {
    return given(attempt.target(condition));
  }

  private Given given(int question) {
    Given state = states[question];
    return state == null ? look(question) : state;
  }

  private Given look(int question) {
    Answer answer = answers.get(wiring.questionName(question));
    Given state = answer == null ? Given.NOTHING : answer.isKnown() ? Given.KNOWN : Given.DONT_KNOW;
    if (state == Given.KNOWN) {
      known[question] = answer;
    } else if (state == Given.DONT_KNOW) {
      unknown = unknown == null ? new BitSet() : unknown;
      unknown.set(question);
    }
    states[question] = state;
    return state;
  }

  /** The reference date. */
  public LocalDate on() {
    return on;
  }

  /** What the rules make of a conclusion. */
  public Settlement of(String conclusion) {
    Integer number = wiring.conclusion(conclusion);
    return number == null ? Settlement.of(-1, conclusion, Truth.FALSE, List.of(), List.of(), false) : of(number);
  }

  private Settlement of(int conclusion) {
    Settlement known = settled[conclusion];
    if (known == null) {
      known = settle(conclusion);
      settled[conclusion] = known;
    }
    return known;
  }

  /** The conclusions looked at so far. */
  public Map<String, Settlement> visited() {
    Map<String, Settlement> visited = new LinkedHashMap<>();
    for (Settlement settlement : settled) {
      if (settlement != null) {
        visited.put(settlement.conclusion(), settlement);
      }
    }
    return visited;
  }

  /** How many conclusions the rules have; each has a {@linkplain Settlement#number() number} below it. */
  public int conclusions() {
    return settled.length;
  }

  /** The answer to a question, or null; "I don't know" counts as an answer. */
  public Answer answer(String question) {
    return question.equals(RuleSet.REFERENCE_DATE) ? known[Wiring.REFERENCE_DATE] : answers.get(question);
  }

  /** Whether the answer to a question on which the settled goal can rest is "I don't know". */
  boolean hasUnknown(Settlement goal) {
    return unknown != null && goal.number() >= 0 && wiring.restsOn(goal.number()).intersects(unknown);
  }

  /** Whether the rules know of a silence of the report on which a conclusion could rest. */
  boolean rulesCanBeSilent(Settlement conclusion) {
    return wiring.canMeetSilence(conclusion.number());
  }

  private Settlement settle(int conclusion) {
    Wired[] about = wiring.about(conclusion);
    Attempt[] attempts = new Attempt[about.length];
    List<Firing> firings = List.of();
    Truth concluded = Truth.FALSE;
    Truth leftOpen = Truth.FALSE;
    boolean open = false;
    boolean silence = false;
    for (int i = 0; i < attempts.length; i++) {
      Wired wired = about[i];
      Match match = wired.branches() ? new Match(wired) : null;
      Attempt attempt = match != null ? match.attempt() : pass(wired);
      attempts[i] = attempt;
      silence |= attempt.meetsSilence();
      if (wired.rule().leavesOpen()) {
        leftOpen = leftOpen.or(attempt.truth());
      } else {
        concluded = concluded.or(attempt.truth());
        open |= attempt.more();
        if (match != null) {
          firings = joined(firings, match.firings);
        } else if (attempt.truth() == Truth.TRUE) {
          firings = joined(firings, one(firing(wired, attempt)));
        }
      }
    }
    if (firings.size() > 1) {
      firings.sort(FIRMEST_FIRST);
    }
    Truth truth = concluded;
    if (concluded == Truth.FALSE) {
      truth = leftOpen == Truth.TRUE ? Truth.UNSETTLED : leftOpen;
    }
    List<Attempt> made = Arrays.asList(attempts);
    if (truth == Truth.OPEN && silence && new Prospects(this, true).isInevitablySilent(made)) {
      truth = Truth.UNSETTLED;
    }
    return Settlement.of(conclusion, wiring.name(conclusion), truth, firings, made, open);
  }

  private static List<Firing> one(Firing firing) {
    List<Firing> firings = new ArrayList<>(1);
    firings.add(firing);
    return firings;
  }

  private static List<Firing> joined(List<Firing> some, List<Firing> others) {
    if (some.isEmpty() || others.isEmpty()) {
      return some.isEmpty() ? others : some;
    }
    some.addAll(others);
    return some;
  }

  /** Tries one rule that rests on no conclusion with values, so that there is one way to try it. */
  private Attempt pass(Wired wired) {
    int size = wired.targets().length;
    Truth[] truths = new Truth[size];
    Settlement[] below = wired.restsOnConclusions() ? new Settlement[size] : null;
    Bindings bindings = Bindings.NONE;
    Truth all = Truth.TRUE;
    for (int i = 0; i < size; i++) {
      Condition condition = wired.conditions()[i];
      Truth truth;
      if (condition instanceof Condition.OfAnswer) {
        truth = Truth.OPEN;
        if (given(wired.targets()[i]) == Given.KNOWN) {
          Answer answer = known[wired.targets()[i]];
          truth = Truth.TRUE;
          for (Check check : wired.checks()[i]) {
            Object actual = Properties.value(answer, check.property());
            if (check.variable() != null) {
              bindings = bindings.with(check.variable(), actual);
            } else {
              truth = tried(truth, check, actual, bindings, all);
            }
          }
        }
      } else {
        Settlement settlement = of(wired.targets()[i]);
        below[i] = settlement;
        truth = condition instanceof Condition.Not ? settlement.truth().not() : settlement.truth();
      }
      truths[i] = truth;
      all = all.and(truth);
    }
    return new Attempt(wired, all, truths, below, bindings, all == Truth.OPEN);
  }

  /** What becomes of a condition with one more comparison. */
  private static Truth tried(Truth truth, Check check, Object actual, Bindings bindings, Truth soFar) {
    Boolean holds = check.holds(actual, bindings);
    if (holds == null) {
      // A variable is missing because an earlier condition has no value to give.
      return truth.and(soFar == Truth.UNSETTLED ? Truth.UNSETTLED : Truth.OPEN);
    }
    return holds ? truth : Truth.FALSE;
  }

  private Firing firing(Wired wired, Attempt attempt) {
    Firing[] premises = new Firing[wired.targets().length];
    for (int i = 0; i < premises.length; i++) {
      if (wired.conditions()[i] instanceof Condition.OfConclusion) {
        premises[i] = attempt.below(i).firings().get(0);
      }
    }
    return firing(wired, values(wired, attempt.bindings()), attempt.bindings(), premises);
  }

  private Firing firing(Wired wired, Map<String, Object> values, Bindings bindings, Firing[] premises) {
    Certainty certainty = wired.rule().certainty().ofYes();
    for (int i = 0; i < premises.length; i++) {
      if (premises[i] != null) {
        certainty = certainty.orWeaker(premises[i].certainty());
      } else if (wired.conditions()[i] instanceof Condition.Not) {
        certainty = certainty.orWeaker(certaintyOfNo(of(wired.targets()[i])).asPremise());
      }
    }
    return new Firing(wired.rule(), values, certainty, bindings, Arrays.asList(premises));
  }

  private static Map<String, Object> values(Wired wired, Bindings bindings) {
    List<Expression> arguments = wired.rule().arguments();
    if (arguments.isEmpty()) {
      return Map.of();
    }
    Map<String, Object> values = new LinkedHashMap<>();
    for (int i = 0; i < arguments.size(); i++) {
      values.put(wired.fields()[i], arguments.get(i).value(bindings));
    }
    return values;
  }

  /** How sure it is that a conclusion does not hold; only for conclusions that are false. */
  public Certainty certaintyOfNo(String conclusion) {
    return certaintyOfNo(of(conclusion));
  }

  /** As above. */
  public Certainty certaintyOfNo(Settlement no) {
    if (no.number() < 0) {
      return Certainty.HARD;
    }
    refusals = refusals == null ? new Certainty[settled.length] : refusals;
    Certainty known = refusals[no.number()];
    if (known == null) {
      known = Certainty.HARD;
      for (int i = 0; i < no.attempts().size(); i++) {
        Attempt attempt = no.attempts().get(i);
        if (!attempt.rule().leavesOpen()) {
          known = known.orWeaker(certaintyOfFailure(attempt));
        }
        if (attempt.rule().certainty() == Certainty.OPEN_LIST) {
          known = known.orWeaker(Certainty.OPEN_LIST);
        }
      }
      refusals[no.number()] = known;
    }
    return known;
  }

  private Certainty certaintyOfFailure(Attempt attempt) {
    Certainty firmest = Certainty.LAPSED;
    Rule rule = attempt.rule();
    for (int i = 0; i < attempt.size(); i++) {
      if (attempt.truth(i) != Truth.FALSE) {
        continue;
      }
      Condition condition = attempt.condition(i);
      Settlement below = attempt.below(i);
      Certainty certainty;
      if (condition instanceof Condition.Not) {
        certainty = below.firings().get(0).certainty();
      } else if (below != null && below.truth() == Truth.FALSE) {
        certainty = certaintyOfNo(below);
      } else {
        boolean date = condition instanceof Condition.OfAnswer answer && answer.isReferenceDate() && i == 0
            && (rule.from().isPresent() || rule.until().isPresent());
        certainty = date ? Certainty.HARD : rule.certainty().ofNo();
      }
      firmest = firmest.orFirmer(certainty);
    }
    return firmest == Certainty.LAPSED ? Certainty.HARD : firmest;
  }

  /** Tries one rule with every combination of values of the conclusions it rests on. */
  private final class Match {

    private final Wired wired;
    private final Truth[] truths;
    private final Firing[] premises;
    private final Settlement[] below;
    private List<Firing> firings = List.of();
    private Truth best;
    private Truth[] bestTruths;
    private Bindings bestBindings;
    private boolean more;
    private Truth tried;
    private Bindings bound;

    Match(Wired wired) {
      this.wired = wired;
      this.truths = new Truth[wired.targets().length];
      this.premises = new Firing[truths.length];
      this.below = new Settlement[truths.length];
    }

    Attempt attempt() {
      from(0, Bindings.NONE, Truth.TRUE);
      return new Attempt(wired, best, bestTruths, below, bestBindings, more);
    }

    private void from(int index, Bindings bindings, Truth soFar) {
      if (index == truths.length) {
        arrive(bindings, soFar);
        return;
      }
      Condition condition = wired.conditions()[index];
      premises[index] = null;
      if (condition instanceof Condition.OfAnswer) {
        if (given(wired.targets()[index]) != Given.KNOWN) {
          truths[index] = Truth.OPEN;
          from(index + 1, bindings, soFar.and(Truth.OPEN));
        } else {
          Answer answer = known[wired.targets()[index]];
          tried = Truth.TRUE;
          bound = bindings;
          for (Check check : wired.checks()[index]) {
            apply(check, Properties.value(answer, check.property()), soFar);
          }
          truths[index] = tried;
          from(index + 1, bound, soFar.and(tried));
        }
      } else if (condition instanceof Condition.Not) {
        below[index] = of(wired.targets()[index]);
        truths[index] = below[index].truth().not();
        from(index + 1, bindings, soFar.and(truths[index]));
      } else {
        below[index] = of(wired.targets()[index]);
        conclusion(index, below[index], bindings, soFar);
      }
    }

    private void conclusion(int index, Settlement below, Bindings bindings, Truth soFar) {
      boolean matched = false;
      Bindings nearMiss = bindings;
      for (Firing firing : below.firings()) {
        tried = Truth.TRUE;
        bound = bindings;
        for (Check check : wired.checks()[index]) {
          apply(check, firing.values().get(check.property()), soFar);
        }
        nearMiss = bound;
        if (tried != Truth.FALSE) {
          matched = true;
          truths[index] = tried;
          premises[index] = firing;
          from(index + 1, bound, soFar.and(tried));
          if (firing.values().isEmpty()) {
            return;
          }
        }
      }
      // A value that may still come can fit where the values so far do not.
      boolean more = below.isOpen();
      if (!matched || more) {
        premises[index] = null;
        truths[index] = below.truth() != Truth.TRUE ? below.truth() : more ? Truth.OPEN : Truth.FALSE;
        from(index + 1, truths[index] == Truth.FALSE ? nearMiss : bindings, soFar.and(truths[index]));
      }
    }

    private void arrive(Bindings bindings, Truth truth) {
      more |= truth == Truth.OPEN;
      if (best == null || truth != best && truth.or(best) == truth) {
        best = truth;
        bestTruths = truths.clone();
        bestBindings = bindings;
      }
      if (truth == Truth.TRUE) {
        fire(bindings);
      }
    }

    private void fire(Bindings bindings) {
      Map<String, Object> values = values(wired, bindings);
      for (Firing earlier : firings) {
        if (earlier.values().equals(values)) {
          return;
        }
      }
      firings = joined(firings, one(firing(wired, values, bindings, premises.clone())));
    }

    /** Tries one constraint on top of those tried before, binding a variable on the way. */
    private void apply(Check check, Object actual, Truth soFar) {
      if (check.variable() != null) {
        bound = bound.with(check.variable(), actual);
      } else {
        tried = Evaluation.tried(tried, check, actual, bound, soFar);
      }
    }
  }
}
