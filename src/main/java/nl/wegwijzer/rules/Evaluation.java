package nl.wegwijzer.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.wegwijzer.forms.Answer;
import nl.wegwijzer.rules.Settlement.Attempt;
import nl.wegwijzer.rules.Settlement.Firing;

/**
 * The rules lifted to three values and evaluated from the goals down: what holds, what fails, what waits for which
 * answer. It visits only what the asked conclusions need. Not thread-safe; one per case.
 */
public final class Evaluation {

  private static final Comparator<Firing> FIRMEST_FIRST = Comparator.comparing(Firing::certainty);

  private final RuleSet rules;
  private final Map<String, Answer> answers;
  private final LocalDate on;
  private final Answer referenceDate;
  private final Map<String, Settlement> settled = new HashMap<>(64);
  private final Map<String, Certainty> refusals = new HashMap<>();
  private final Set<String> silent = new HashSet<>();

  public Evaluation(RuleSet rules, LocalDate on, Map<String, Answer> answers) {
    this.rules = rules;
    this.answers = answers;
    this.on = on;
    this.referenceDate = Properties.referenceDate(on);
  }

  /** The reference date. */
  public LocalDate on() {
    return on;
  }

  /** What the rules make of a conclusion. */
  public Settlement of(String conclusion) {
    Settlement known = settled.get(conclusion);
    if (known == null) {
      known = settle(conclusion);
      settled.put(conclusion, known);
    }
    return known;
  }

  /** The conclusions looked at so far. */
  public Map<String, Settlement> visited() {
    return Collections.unmodifiableMap(settled);
  }

  /** The answer to a question, or null; "I don't know" counts as an answer. */
  public Answer answer(String question) {
    return question.equals(RuleSet.REFERENCE_DATE) ? referenceDate : answers.get(question);
  }

  /** Whether the answer to a question on which the goal can rest is "I don't know". */
  boolean hasUnknown(String goal) {
    Set<String> needed = null;
    for (Map.Entry<String, Answer> answer : answers.entrySet()) {
      if (!answer.getValue().isKnown()) {
        needed = needed == null ? rules.closure(Set.of(goal)) : needed;
        if (needed.contains(answer.getKey())) {
          return true;
        }
      }
    }
    return false;
  }

  private Settlement settle(String conclusion) {
    List<Rule> about = rules.rulesFor(conclusion);
    Attempt[] attempts = new Attempt[about.size()];
    List<Firing> firings = List.of();
    Truth concluded = Truth.FALSE;
    Truth leftOpen = Truth.FALSE;
    boolean open = false;
    for (int i = 0; i < attempts.length; i++) {
      Rule rule = about.get(i);
      Match match = new Match(rule);
      match.from(0, Bindings.NONE, Truth.TRUE);
      Attempt attempt = match.attempt();
      attempts[i] = attempt;
      if (rule.leavesOpen()) {
        leftOpen = leftOpen.or(attempt.truth());
      } else {
        firings = joined(firings, match.firings);
        concluded = concluded.or(attempt.truth());
        open |= attempt.more();
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
    if (truth == Truth.OPEN && anyMeetsSilence(made) && new Prospects(this, true).isInevitablySilent(made)) {
      truth = Truth.UNSETTLED;
    }
    for (Attempt attempt : attempts) {
      if (isSilent(attempt)) {
        silent.add(conclusion);
        break;
      }
    }
    return new Settlement(conclusion, truth, firings, made, open);
  }

  private static List<Firing> joined(List<Firing> some, List<Firing> others) {
    if (some.isEmpty() || others.isEmpty()) {
      return some.isEmpty() ? others : some;
    }
    some.addAll(others);
    return some;
  }

  private static boolean anyMeetsSilence(List<Attempt> attempts) {
    for (Attempt attempt : attempts) {
      if (meetsSilence(attempt)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a rule that can still be decided meets a silence of the report, or tells of one. */
  private static boolean meetsSilence(Attempt attempt) {
    return attempt.truth() == Truth.UNSETTLED || attempt.truth() == Truth.TRUE && attempt.rule().leavesOpen()
        || attempt.truth() == Truth.OPEN && attempt.conditions().contains(Truth.UNSETTLED);
  }

  private boolean isSilent(Attempt attempt) {
    return meetsSilence(attempt) || attempt.truth() == Truth.OPEN && !silent.isEmpty()
        && attempt.rule().conditions().stream().anyMatch(condition -> silent.contains(condition.id()));
  }

  /** Whether a silence of the report plays a part in a conclusion, so that not every turn of it is possible. */
  public boolean isSilent(String conclusion) {
    of(conclusion);
    return silent.contains(conclusion);
  }

  /** How sure it is that a conclusion does not hold; only for conclusions that are false. */
  public Certainty certaintyOfNo(String conclusion) {
    Certainty known = refusals.get(conclusion);
    if (known == null) {
      known = Certainty.HARD;
      for (Attempt attempt : of(conclusion).attempts()) {
        if (!attempt.rule().leavesOpen()) {
          known = known.orWeaker(certaintyOfFailure(attempt));
        }
        if (attempt.rule().certainty() == Certainty.OPEN_LIST) {
          known = known.orWeaker(Certainty.OPEN_LIST);
        }
      }
      refusals.put(conclusion, known);
    }
    return known;
  }

  private Certainty certaintyOfFailure(Attempt attempt) {
    Certainty firmest = Certainty.LAPSED;
    for (int i = 0; i < attempt.conditions().size(); i++) {
      if (attempt.conditions().get(i) != Truth.FALSE) {
        continue;
      }
      Condition condition = attempt.rule().conditions().get(i);
      Settlement below = condition instanceof Condition.OfAnswer ? null : of(condition.id());
      Certainty certainty;
      if (condition instanceof Condition.Not) {
        certainty = below.firings().get(0).certainty();
      } else if (below != null && below.truth() == Truth.FALSE) {
        certainty = certaintyOfNo(condition.id());
      } else {
        boolean date = condition instanceof Condition.OfAnswer answer && answer.isReferenceDate() && i == 0
            && (attempt.rule().from().isPresent() || attempt.rule().until().isPresent());
        certainty = date ? Certainty.HARD : attempt.rule().certainty().ofNo();
      }
      firmest = firmest.orFirmer(certainty);
    }
    return firmest == Certainty.LAPSED ? Certainty.HARD : firmest;
  }

  /** Tries one rule with every combination of values of the conclusions it rests on. */
  private final class Match {

    private final Rule rule;
    private final Truth[] truths;
    private final Firing[] premises;
    private List<Firing> firings = List.of();
    private Truth best;
    private List<Truth> bestTruths;
    private Bindings bestBindings;
    private boolean more;
    private Truth tried;
    private Bindings bound;

    Match(Rule rule) {
      this.rule = rule;
      this.truths = new Truth[rule.conditions().size()];
      this.premises = new Firing[truths.length];
    }

    Attempt attempt() {
      return new Attempt(rule, best, bestTruths, bestBindings, more);
    }

    void from(int index, Bindings bindings, Truth soFar) {
      if (index == truths.length) {
        arrive(bindings, soFar);
        return;
      }
      Condition condition = rule.conditions().get(index);
      premises[index] = null;
      if (condition instanceof Condition.OfAnswer pattern) {
        Answer answer = answer(pattern.id());
        if (answer == null || !answer.isKnown()) {
          truths[index] = Truth.OPEN;
          from(index + 1, bindings, soFar.and(Truth.OPEN));
        } else {
          tried = Truth.TRUE;
          bound = bindings;
          for (Constraint constraint : pattern.constraints()) {
            apply(constraint, Properties.value(answer, constraint.property()), soFar);
          }
          truths[index] = tried;
          from(index + 1, bound, soFar.and(tried));
        }
      } else if (condition instanceof Condition.Not) {
        truths[index] = of(condition.id()).truth().not();
        from(index + 1, bindings, soFar.and(truths[index]));
      } else {
        conclusion(index, (Condition.OfConclusion) condition, bindings, soFar);
      }
    }

    private void conclusion(int index, Condition.OfConclusion pattern, Bindings bindings, Truth soFar) {
      Settlement below = of(pattern.id());
      boolean matched = false;
      Bindings nearMiss = bindings;
      for (Firing firing : below.firings()) {
        tried = Truth.TRUE;
        bound = bindings;
        for (Constraint constraint : pattern.constraints()) {
          apply(constraint, firing.values().get(constraint.property()), soFar);
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
        bestTruths = Arrays.asList(truths.clone());
        bestBindings = bindings;
      }
      if (truth == Truth.TRUE) {
        fire(bindings);
      }
    }

    private void fire(Bindings bindings) {
      Map<String, Object> values = Map.of();
      if (!rule.effect().arguments().isEmpty()) {
        values = new LinkedHashMap<>();
        int i = 0;
        for (String field : rules.fieldsOf(rule.conclusion())) {
          values.put(field, rule.effect().arguments().get(i++).value(bindings));
        }
      }
      for (Firing earlier : firings) {
        if (earlier.values().equals(values)) {
          return;
        }
      }
      Certainty certainty = rule.certainty().ofYes();
      for (int i = 0; i < truths.length; i++) {
        if (premises[i] != null) {
          certainty = certainty.orWeaker(premises[i].certainty());
        } else if (rule.conditions().get(i) instanceof Condition.Not not) {
          certainty = certainty.orWeaker(certaintyOfNo(not.id()).asPremise());
        }
      }
      if (firings.isEmpty()) {
        firings = new ArrayList<>(1);
      }
      firings.add(new Firing(rule, values, certainty, bindings, Arrays.asList(premises.clone())));
    }

    /** Tries one constraint on top of those tried before, binding a variable on the way. */
    private void apply(Constraint constraint, Object actual, Truth soFar) {
      if (constraint instanceof Constraint.Bind bind) {
        bound = bound.with(bind.variable(), actual);
        return;
      }
      Boolean holds = ((Constraint.Compare) constraint).holds(actual, bound);
      if (holds == null) {
        // A variable is missing because an earlier condition has no value to give.
        tried = tried.and(soFar == Truth.UNSETTLED ? Truth.UNSETTLED : Truth.OPEN);
      } else if (!holds) {
        tried = Truth.FALSE;
      }
    }
  }
}
