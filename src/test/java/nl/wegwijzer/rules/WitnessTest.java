package nl.wegwijzer.rules;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import nl.wegwijzer.Project;
import nl.wegwijzer.RandomRules;
import nl.wegwijzer.SmallSet;
import nl.wegwijzer.advice.Case;
import nl.wegwijzer.forms.Answer;
import nl.wegwijzer.forms.Journey;
import nl.wegwijzer.knowledge.Knowledge;
import nl.wegwijzer.knowledge.RandomCases;
import org.junit.jupiter.api.Test;

/**
 * Drools bears out everything that is said of random cases: what holds and with which values, what fails, what waits,
 * and what each condition of each rule has to do with it. Random answers to what is still open bear out that nothing
 * was settled too early, and nothing left unasked. Another seed or number:
 * {@code -Dwegwijzer.seed=1 -Dwegwijzer.cases=1000000}.
 */
class WitnessTest {

  private static final long SEED = Long.getLong("wegwijzer.seed", ThreadLocalRandom.current().nextLong());
  private static final int CASES = Integer.getInteger("wegwijzer.cases", 100_000);
  private static final int SETS = 30;

  static {
    System.out.println("WitnessTest: -Dwegwijzer.seed=" + SEED);
  }

  @Test
  void everythingSaidOfRandomRulesIsBorneOut() {
    IntStream.range(0, SETS).parallel().forEach(i -> {
      SmallSet set = RandomRules.mixed(SEED + i, 4 + 2 * i);
      hear("set " + i, set.lifted(), List.copyOf(set.forms().goals()), SEED + i, CASES * 9 / 10 / SETS);
    });
  }

  @Test
  void everythingSaidOfTheRulesOfTheProjectIsBorneOut() {
    Knowledge knowledge = Project.knowledge();
    List<Journey> journeys = List.copyOf(knowledge.forms().journeys().values());
    journeys.parallelStream().forEach(journey ->
        hear(journey.id(), knowledge, journey.goals(), SEED, CASES / 10 / journeys.size()));
  }

  /** In every second case nothing is unknown, so that nothing is open without a question. */
  private static void hear(String what, Knowledge knowledge, List<String> goals, long seed, int number) {
    RandomCases cases = new RandomCases(knowledge, seed);
    Court court = new Court(knowledge, knowledge.advisor().demanded(goals), seed);
    for (int n = 0; n < number; n++) {
      Case given = cases.next();
      Map<String, Answer> answers = new HashMap<>(given.answers());
      if (n % 2 == 1) {
        answers.values().removeIf(answer -> !answer.isKnown());
      }
      try {
        court.hear(given.on(), answers, n % 5 == 0 ? 2 : 0);
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("seed " + SEED + ", " + what + ", case " + n + ": " + e.getMessage(), e);
      }
    }
  }
}
