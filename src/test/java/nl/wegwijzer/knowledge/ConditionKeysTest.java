package nl.wegwijzer.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import nl.wegwijzer.Project;
import nl.wegwijzer.RandomRules;
import nl.wegwijzer.SmallSet;
import nl.wegwijzer.advice.Advice;
import nl.wegwijzer.advice.AdviceJson;
import nl.wegwijzer.advice.Case;
import nl.wegwijzer.forms.Journey;
import nl.wegwijzer.rules.ConditionKeys;
import nl.wegwijzer.text.Language;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * Cases with the same condition key get the same advice, apart from their own values: what is remembered from an earlier
 * case is never told to a later one for which it is not right. Another seed or number:
 * {@code -Dwegwijzer.seed=1 -Dwegwijzer.cases=1000000}.
 */
class ConditionKeysTest {

  private static final long SEED = Long.getLong("wegwijzer.seed", ThreadLocalRandom.current().nextLong());
  private static final int CASES = Integer.getInteger("wegwijzer.cases", 100_000);
  private static final int SETS = 16;

  static {
    System.out.println("ConditionKeysTest: -Dwegwijzer.seed=" + SEED);
  }

  @Test
  void rememberedAdviceIsTheSameOnTheRulesOfTheProject() {
    Knowledge knowledge = Project.knowledge();
    List<List<String>> goals = knowledge.forms().journeys().values().stream().map(Journey::goals).toList();
    assertThat(compare(knowledge, goals, CASES / 2)).isGreaterThan(CASES / 10);
  }

  @Test
  void rememberedAdviceIsTheSameOnRandomRules() {
    int remembered = 0;
    for (int i = 0; i < SETS; i++) {
      Knowledge knowledge = RandomRules.mixed(SEED + i, 8 + 2 * i).knowledge();
      List<List<String>> goals = knowledge.forms().goals().stream().map(List::of).toList();
      remembered += compare(knowledge, goals, CASES / 2 / SETS);
    }
    assertThat(remembered).isGreaterThan(CASES / 10);
  }

  /** A deadline, the values in a proof and the last day of a rule are the person's own, with the same key. */
  @Test
  void ownValuesAreBoundAfterwards() {
    SmallSet set = SmallSet.of("Granted: date\nFiled: date", """
        declare Last date : LocalDate end
        rule "a" when Granted( $g : date ) then conclude( new Last( $g.plusMonths(3) ) ); end
        rule "b" when Last( $last : date ) Filed( date <= $last ) then conclude( new InTime() ); end
        """);
    Advice.Goal first = set.goal("InTime", "Granted", "2024-01-10", "Filed", "2024-02-01");
    Advice.Goal other = set.goal("InTime", "Granted", "2024-01-31", "Filed", "2024-04-30");
    assertThat(first.values()).containsEntry("Last.date", java.time.LocalDate.of(2024, 4, 10));
    assertThat(other.values()).containsEntry("Last.date", java.time.LocalDate.of(2024, 4, 30));
    assertThat(set.verdict("InTime", "Granted", "2024-01-31", "Filed", "2024-05-01")).isEqualTo("no");
  }

  /** How many of the advices were remembered. */
  private static int compare(Knowledge knowledge, List<List<String>> goals, int cases) {
    RandomCases random = new RandomCases(knowledge, SEED);
    Random choice = new Random(SEED);
    Set<ConditionKeys.Key> seen = new HashSet<>();
    List<ConditionKeys> keys = goals.stream()
        .map(some -> knowledge.rules().conditionKeys(knowledge.advisor().demanded(some)).orElseThrow()).toList();
    Case given = random.next();
    int remembered = 0;
    for (int n = 0; n < cases; n++) {
      given = n % 20 == 0 ? random.next() : random.near(given);
      int of = choice.nextInt(goals.size());
      Case asked = new Case(given.on(), goals.get(of), given.answers());
      remembered += seen.add(keys.get(of).key(asked.on(), asked.answers())) ? 0 : 1;
      Advice advice = knowledge.advisor().advise(asked);
      Advice afresh = knowledge.advisor().adviseLifted(asked);
      assertThat(knowledge.advisor().decide(asked)).isEqualTo(knowledge.advisor().decideLifted(asked));
      if (!advice.equals(afresh) || n % 50 == 0 && !json(knowledge, advice).equals(json(knowledge, afresh))) {
        throw new AssertionError("seed " + SEED + ", case " + n + ": " + asked + "\n" + json(knowledge, advice) + "\n"
            + json(knowledge, afresh));
      }
    }
    System.out.println("ConditionKeysTest: " + remembered + " of " + cases + " advices were remembered");
    return remembered;
  }

  private static String json(Knowledge knowledge, Advice advice) {
    return JsonMapper.shared().writeValueAsString(new AdviceJson(knowledge.forms(), Language.EN).of(advice));
  }
}
