package nl.wegwijzer.rules;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import nl.wegwijzer.forms.Answer;

/**
 * Holds what is said of a case in which answers are missing against what Drools alone makes of it once they are all
 * there: what was settled stays so, and where nothing was asked no answer makes a difference.
 */
public final class Foresight {

  private final ClosedWorld world;
  private final BiFunction<LocalDate, Map<String, Answer>, Map<String, Answer>> completions;

  /** @param completions answers, at random, what is missing or not known */
  public Foresight(ClosedWorld world, BiFunction<LocalDate, Map<String, Answer>, Map<String, Answer>> completions) {
    this.world = world;
    this.completions = completions;
  }

  /**
   * Completes a case some times.
   *
   * @param asks whether something is asked for an open conclusion
   * @throws AssertionError when an answer to come decides otherwise
   */
  public void hold(LocalDate on, Map<String, Answer> answers, int times, Function<String, Settlement> said,
      Predicate<String> asks) {
    Set<String> closed = new HashSet<>();
    for (int i = 0; i < times; i++) {
      Map<String, Answer> all = completions.apply(on, answers);
      ClosedWorld.World then = world.of(on, all);
      then.truths().forEach((id, truth) -> {
        Settlement now = said.apply(id);
        if (now.truth() == Truth.OPEN && !closed.contains(id) && !asks.test(id)) {
          closed.add(id);
        }
        // What is open although nothing is asked can only be left open by the report.
        Truth expected = closed.contains(id) ? Truth.UNSETTLED : now.truth();
        if (expected != Truth.OPEN && truth != expected) {
          throw new AssertionError(id + " is said to be " + now.truth() + (closed.contains(id) ? ", nothing is asked" : "")
              + ", but is " + truth + " on " + on + " after " + answers + " with " + all);
        }
        now.firings().forEach(firing -> {
          if (!then.values().getOrDefault(id, Set.of()).contains(firing.values())) {
            throw new AssertionError(id + " is said to hold with " + firing.values() + ", but holds with "
                + then.values().get(id) + " on " + on + " after " + answers + " with " + all);
          }
        });
      });
    }
  }
}
