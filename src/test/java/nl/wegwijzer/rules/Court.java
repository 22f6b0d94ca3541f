package nl.wegwijzer.rules;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import nl.wegwijzer.advice.Advisor;
import nl.wegwijzer.forms.Answer;
import nl.wegwijzer.knowledge.Completions;
import nl.wegwijzer.knowledge.Knowledge;

/** Hears the witness about a case, and tries out with complete answers what the witness cannot see. Thread-safe. */
public final class Court {

  /** How often a claim that only complete answers can bear out is tried out. */
  private static final int TRIES = 20;

  private final RuleSet rules;
  private final Witness witness;
  private final ClosedWorld world;
  private final Foresight foresight;

  /** For everything that some goals rest on. */
  public Court(Knowledge knowledge, Collection<String> goals, long seed) {
    this.rules = knowledge.rules();
    this.witness = new Witness(rules, knowledge.forms(), goals);
    this.world = new ClosedWorld(rules, knowledge.forms(), goals);
    this.foresight = new Foresight(world, new Completions(knowledge, seed)::of);
  }

  /**
   * Hears what the lifted evaluation says of a case.
   *
   * @param completions how often to complete the case, where it does not depend on something that only that can tell
   * @throws AssertionError when something of it is not borne out
   */
  public void hear(LocalDate on, Map<String, Answer> answers, int completions) {
    Evaluation evaluation = new Evaluation(rules, on, answers);
    hear(on, answers, completions, evaluation::of,
        goal -> !Advisor.progress(evaluation, List.of(goal)).next().isEmpty());
  }

  void hear(LocalDate on, Map<String, Answer> answers, int completions, Function<String, Settlement> said,
      Predicate<String> asks) {
    Set<String> claimed = witness.confirm(on, answers, said);
    int times = claimed.isEmpty() ? completions : Math.max(completions, TRIES);
    // What waits for an "I don't know" may be open without a question.
    boolean knowsAll = answers.values().stream().allMatch(Answer::isKnown);
    if (times > 0) {
      foresight.hold(on, answers, times, said, goal -> !knowsAll || asks.test(goal));
    }
  }
}
