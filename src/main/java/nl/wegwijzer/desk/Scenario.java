package nl.wegwijzer.desk;

import java.util.List;
import java.util.Set;
import nl.wegwijzer.advice.Advice;
import nl.wegwijzer.advice.Verdict;
import nl.wegwijzer.advice.Wording;
import nl.wegwijzer.web.Here;
import nl.wegwijzer.web.Trace;
import nl.wegwijzer.web.Walk;

/** One set of answers worked out. */
final class Scenario {

  /** A goal in this scenario: its verdict and how it came about. */
  record Result(String topic, Verdict verdict, String word, String headline, String certainty, List<String> dates,
      List<Trace.Node> reasons, List<Trace.Node> refusals, List<String> open) {

    /** The verdict with its dates, in which two scenarios can differ. */
    public String summary() {
      return dates.isEmpty() ? word : word + " (" + String.join("; ", dates) + ")";
    }
  }

  private final String letter;
  private final Walk walk;
  private final Here here;
  private final Set<String> surplus;

  Scenario(String letter, Walk walk, Here here) {
    this.letter = letter;
    this.walk = walk;
    this.here = here;
    this.surplus = walk.surplus();
  }

  Walk walk() {
    return walk;
  }

  /** Whether a question matters now: its answer counts, or can still change a verdict. */
  boolean counts(String question) {
    return walk.answers().containsKey(question) ? !surplus.contains(question) : walk.matters(question);
  }

  Result result(String id) {
    Wording wording = here.wording();
    Trace trace = new Trace(wording);
    Advice.Goal goal = walk.advice().goal(id);
    return new Result(wording.topic(id), goal.verdict(), wording.verdict(goal), wording.headline(goal),
        goal.certainty() == null ? "" : wording.certainty(goal.certainty()),
        goal.deadlines().stream().map(deadline -> wording.label(deadline.conclusion()) + ": "
            + wording.date(deadline.date())).toList(),
        trace.reasons(goal.because()), trace.failures(goal.failed()),
        goal.openOn().stream().map(open -> wording.label(open.question()) + (open.conclusion().equals(id) ? ""
            : " (" + wording.label(open.conclusion()) + ")")).toList());
  }

  // --- for the template

  public String letter() {
    return letter;
  }

  public String name() {
    return here.wording().text("desk-scenario-" + letter);
  }

  public List<Result> results() {
    return walk.advice().goals().stream().map(goal -> result(goal.id())).toList();
  }
}
