package nl.wegwijzer.proof;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.wegwijzer.advice.Advice;
import nl.wegwijzer.advice.Advisor;
import nl.wegwijzer.advice.Case;
import nl.wegwijzer.advice.Verdict;
import nl.wegwijzer.forms.Answer;
import nl.wegwijzer.knowledge.Knowledge;
import nl.wegwijzer.proof.PathReport.Fault;
import nl.wegwijzer.proof.PathReport.Needless;
import nl.wegwijzer.rules.Evaluation;
import nl.wegwijzer.rules.Rule;
import nl.wegwijzer.rules.RuleSet;
import nl.wegwijzer.rules.Settlement;
import nl.wegwijzer.rules.Truth;

/**
 * Follows the interview for some goals on one reference date with every class of answers, always asking the question
 * that a person would be asked. States that were seen before are not walked again.
 */
final class Walk {

  /** Where a walk becomes too large to finish in time. */
  static final int MOST_STATES = 1_500_000;
  private static final int MOST_FAULTS = 20;

  /** Thrown when there are more states than can be walked. */
  static final class TooLarge extends RuntimeException {

    TooLarge() {
      super("more than " + MOST_STATES + " states", null, false, false);
    }
  }

  /** What lies ahead of a state: path classes by the number of questions still asked, and the diagram's name. */
  private record Ahead(long[] lengths, long diagram) {}

  /** Who holds the interview: {@link Advisor#progress}, or in tests somebody who does it wrong. */
  interface Interviewer {

    Advisor.Progress next(Evaluation evaluation, List<String> goals);
  }

  /** Looks along at every step; throws when something is wrong with it. */
  interface Onlooker {

    void step(Set<String> told, Evaluation evaluation, Map<String, Answer> answers);
  }

  private final RuleSet rules;
  private final Interviewer interviewer;
  private final Advisor advisor;
  private final Onlooker onlooker;
  private final LocalDate on;
  private final List<String> goals;
  private final Set<String> told;
  private final List<List<String>> exclusions;
  private final ValueClasses classes;
  private final OpenState states;
  private final Map<String, Ahead> seen = new HashMap<>();

  private final Map<String, String> idle = new HashMap<>();

  final Map<String, EnumSet<Verdict>> reached = new LinkedHashMap<>();
  final Set<Rule> fired = new HashSet<>();
  final Map<String, Needless> needless = new LinkedHashMap<>();
  final List<Fault> faults = new ArrayList<>();
  long steps;

  Walk(Knowledge knowledge, LocalDate on, List<String> goals, List<List<String>> exclusions, Onlooker onlooker,
      Interviewer interviewer) {
    this.interviewer = interviewer;
    this.rules = knowledge.rules();
    this.advisor = knowledge.advisor();
    this.onlooker = onlooker;
    this.on = on;
    this.goals = goals;
    this.told = advisor.demanded(goals);
    Set<String> closure = rules.closure(told);
    this.exclusions = exclusions.stream().filter(closure::containsAll).toList();
    this.classes = new ValueClasses(knowledge.forms(), rules, told);
    this.states = new OpenState(rules);
    goals.forEach(goal -> reached.put(goal, EnumSet.noneOf(Verdict.class)));
  }

  /** Path classes by length, and the name of the diagram. */
  record Result(long[] lengths, long diagram, int states) {}

  Result run() {
    Evaluation start = new Evaluation(rules, on, Map.of());
    inspect(null, start, Map.of());
    Ahead all = ahead(start, state(start), new LinkedHashMap<>());
    return new Result(all.lengths(), all.diagram(), seen.size());
  }

  /** What decides what lies ahead, and which of the conclusions hold that exclude others. */
  private String state(Evaluation evaluation) {
    StringBuilder state = new StringBuilder(states.of(evaluation, goals));
    exclusions.forEach(pair -> pair.forEach(id -> state.append(evaluation.of(id).truth() == Truth.TRUE)));
    return state.toString();
  }

  private Ahead ahead(Evaluation evaluation, String state, Map<String, Answer> answers) {
    Ahead known = seen.get(state);
    if (known == null) {
      Advisor.Progress progress = interviewer.next(evaluation, goals);
      known = progress.next().isEmpty() ? end(answers)
          : ask(evaluation, state, progress.next().get(0).question(), answers);
      if (known.lengths().length - 1 > progress.atMostRemaining()) {
        fault("promised at most " + progress.atMostRemaining() + " more questions, but "
            + (known.lengths().length - 1) + " can come", answers);
      }
      if (seen.size() >= MOST_STATES) {
        throw new TooLarge();
      }
      seen.put(state, known);
    } else {
      idle(state, answers);
    }
    return known;
  }

  /** A question that makes no difference is a fault, unless an "I don't know" before it is what makes it idle. */
  private void idle(String state, Map<String, Answer> answers) {
    String question = idle.get(state);
    if (question != null && answers.values().stream().allMatch(Answer::isKnown)) {
      fault("makes no difference: " + question, answers);
    }
  }

  private Ahead ask(Evaluation evaluation, String state, String question, Map<String, Answer> answers) {
    if (answers.containsKey(question)) {
      fault("the interview does not end: " + question + " is asked again", answers);
      return new Ahead(new long[] {1}, 0);
    }
    List<Answer> possible = classes.answers(question, on, answers);
    if (possible.stream().noneMatch(Answer::isKnown)) {
      fault("dead end: the form accepts no answer to " + question, answers);
    }
    Map<String, Ahead> different = new LinkedHashMap<>();
    Set<String> beside = new HashSet<>();
    Fork fork = new Fork();
    for (Answer answer : possible) {
      answers.put(question, answer);
      Evaluation next = new Evaluation(rules, on, answers);
      inspect(evaluation, next, answers);
      String reached = state(next);
      Ahead ahead = ahead(next, reached, answers);
      Settled settled = Settled.between(evaluation, next, goals);
      different.put(settled.verdicts() + reached, ahead);
      if (answer.isKnown() || possible.size() < 3) {
        // Of one class, what an answer adds to what was told before: a day that is counted from, for example.
        beside.add(told(answer.isKnown() ? next : evaluation));
      }
      fork.add(answer, scramble(ahead.diagram() + hash(settled.verdicts() + settled.values())));
      answers.remove(question);
    }
    if (fork.isNeedless() && beside.size() < 2) {
      Needless one = new Needless(question, 1, on, new LinkedHashMap<>(answers));
      needless.merge(question, one, Needless::and);
      idle.put(state, question);
      idle(state, answers);
    }
    return new Ahead(lengths(different), fork.diagram(question));
  }

  /** What is told beside the verdicts: which details hold, and the values they carry. */
  private String told(Evaluation evaluation) {
    StringBuilder text = new StringBuilder();
    for (String detail : told) {
      Settlement settlement = evaluation.of(detail);
      if (settlement.truth() == Truth.TRUE) {
        text.append(detail);
        settlement.firings().forEach(firing -> text.append(firing.values()));
      }
    }
    return text.toString();
  }

  /** The goals that an answer settles: verdicts with certainty, and the values they carry. */
  private record Settled(String verdicts, String values) {

    static Settled between(Evaluation before, Evaluation after, List<String> goals) {
      StringBuilder verdicts = new StringBuilder();
      StringBuilder values = new StringBuilder();
      for (String goal : goals) {
        if (before.of(goal).truth() == Truth.OPEN && after.of(goal).truth() != Truth.OPEN) {
          verdicts.append(goal).append(OpenState.verdict(after, goal));
          after.of(goal).firings().forEach(firing -> values.append(firing.values()));
        }
      }
      return new Settled(verdicts.toString(), values.toString());
    }
  }

  /** The answers to one question, with what follows on each. */
  private static final class Fork {

    private final List<Long> diagrams = new ArrayList<>();
    /** For dates the day from which a diagram holds: the same question may turn on another day elsewhere. */
    private final List<Long> turns = new ArrayList<>();
    private long unknown;

    void add(Answer answer, long diagram) {
      if (!answer.isKnown()) {
        unknown = diagram;
      } else if (diagrams.isEmpty() || diagrams.get(diagrams.size() - 1) != diagram) {
        turns.add(diagrams.isEmpty() || !(answer instanceof Answer.Date date) ? 0L : date.date().toEpochDay());
        diagrams.add(diagram);
      }
    }

    boolean isNeedless() {
      return new HashSet<>(diagrams).size() < 2;
    }

    long diagram(String question) {
      if (diagrams.size() == 1 && (unknown == 0 || unknown == diagrams.get(0))) {
        return diagrams.get(0);
      }
      long mixed = scramble(hash(question) + unknown);
      for (int i = 0; i < diagrams.size(); i++) {
        mixed = scramble(mixed + diagrams.get(i) + scramble(turns.get(i)));
      }
      return mixed;
    }
  }

  private static long hash(String text) {
    long hash = 1125899906842597L;
    for (int i = 0; i < text.length(); i++) {
      hash = 31 * hash + text.charAt(i);
    }
    return scramble(hash);
  }

  private static long scramble(long value) {
    long z = value * 0x9E3779B97F4A7C15L;
    z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    return z ^ z >>> 31;
  }

  private static long[] lengths(Map<String, Ahead> children) {
    int longest = children.values().stream().mapToInt(child -> child.lengths().length).max().orElse(0);
    long[] lengths = new long[longest + 1];
    children.values().forEach(child -> Arrays.setAll(lengths, i -> i == 0 || i > child.lengths().length
        ? lengths[i] : Math.addExact(lengths[i], child.lengths()[i - 1])));
    return lengths;
  }

  private Ahead end(Map<String, Answer> answers) {
    advisor.adviseLifted(new Case(on, goals, answers)).goals().forEach(goal -> {
      reached.get(goal.id()).add(goal.verdict());
      if (goal.verdict() == Verdict.OPEN && !goal.openOn().stream().allMatch(Advice.OpenOn::dontKnow)) {
        fault("dead end: nothing is left to ask, but " + goal.id() + " is open", answers);
      }
    });
    return new Ahead(new long[] {1}, 1);
  }

  /** Notes what fired, and that an answer never takes back what was settled. */
  private void inspect(Evaluation before, Evaluation after, Map<String, Answer> answers) {
    told.forEach(after::of);
    onlooker.step(told, after, answers);
    for (String goal : goals) {
      Truth truth = after.of(goal).truth();
      if (truth != Truth.OPEN) {
        reached.get(goal).add(truth == Truth.TRUE ? Verdict.YES : truth == Truth.FALSE ? Verdict.NO : Verdict.UNSETTLED);
      }
    }
    after.visited().values().forEach(settlement -> settlement.attempts().forEach(attempt -> {
      if (attempt.truth() == Truth.TRUE) {
        fired.add(attempt.rule());
      }
    }));
    if (before != null) {
      for (Settlement settled : before.visited().values()) {
        if (settled.truth() == Truth.TRUE || settled.truth() == Truth.FALSE) {
          Truth now = after.of(settled.conclusion()).truth();
          if (now != settled.truth()) {
            fault("contradiction: " + settled.conclusion() + " was " + settled.truth() + " and is now " + now, answers);
          }
        }
      }
    }
    for (List<String> pair : exclusions) {
      if (after.of(pair.get(0)).truth() == Truth.TRUE && after.of(pair.get(1)).truth() == Truth.TRUE) {
        fault("contradiction: " + pair.get(0) + " and " + pair.get(1) + " both hold", answers);
      }
    }
    steps++;
  }

  private void fault(String what, Map<String, Answer> answers) {
    if (faults.size() < MOST_FAULTS) {
      faults.add(new Fault(what, on, new LinkedHashMap<>(answers)));
    }
  }
}
