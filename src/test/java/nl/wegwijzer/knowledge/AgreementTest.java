package nl.wegwijzer.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import nl.wegwijzer.Project;
import nl.wegwijzer.RandomRules;
import nl.wegwijzer.SmallSet;
import nl.wegwijzer.advice.Advice;
import nl.wegwijzer.advice.AdviceJson;
import nl.wegwijzer.advice.Case;
import nl.wegwijzer.advice.Verdict;
import nl.wegwijzer.forms.Journey;
import nl.wegwijzer.rules.Engine;
import nl.wegwijzer.text.Language;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * Drools and the lifted evaluation say the same on random cases of random rules and of the project's own rules.
 * Another seed or number: {@code -Dwegwijzer.seed=1 -Dwegwijzer.cases=1000000}.
 */
class AgreementTest {

  private static final long SEED = Long.getLong("wegwijzer.seed", ThreadLocalRandom.current().nextLong());
  private static final int CASES = Integer.getInteger("wegwijzer.cases", 100_000);
  private static final int SETS = 16;

  static {
    System.out.println("AgreementTest: -Dwegwijzer.seed=" + SEED);
  }

  @Test
  void droolsAndLiftedAgreeOnRandomRules() {
    Set<Verdict> seen = new HashSet<>();
    for (int i = 0; i < SETS; i++) {
      SmallSet set = RandomRules.mixed(SEED + i, 8 + 2 * i);
      Knowledge knowledge = set.knowledge();
      RandomCases cases = new RandomCases(knowledge, SEED + i);
      for (int n = 0; n < CASES * 9 / 10 / SETS; n++) {
        Case given = cases.next();
        try {
          knowledge.engine().evaluate(given.goals(), given.on(), given.answers());
          if (n % 50 == 0) {
            knowledge.advisor().advise(given).goals().forEach(goal -> seen.add(goal.verdict()));
          }
        } catch (RuntimeException e) {
          throw new AssertionError("seed " + SEED + ", set " + i + ", case " + n + ": " + given, e);
        }
      }
    }
    assertThat(seen).containsExactlyInAnyOrder(Verdict.values());
  }

  @Test
  void droolsAndLiftedAgreeOnTheRulesOfTheProject() {
    Knowledge knowledge = Project.knowledge();
    List<Journey> journeys = List.copyOf(knowledge.forms().journeys().values());
    RandomCases cases = new RandomCases(knowledge, SEED);
    for (int n = 0; n < CASES / 10; n++) {
      Case given = cases.next();
      knowledge.engine().evaluate(journeys.get(n % journeys.size()).goals(), given.on(), given.answers());
    }
  }

  /** Also across two loads, in which nothing but the files is the same. */
  @Test
  void sameCaseGivesTheSameBytesHoweverDroolsCompiles() {
    Knowledge classic = Project.knowledge();
    Knowledge model = Project.load(Engine.Mode.EXECUTABLE_MODEL);
    RandomCases cases = new RandomCases(classic, SEED);
    RandomCases same = new RandomCases(model, SEED);
    for (int n = 0; n < 200; n++) {
      Case given = cases.next();
      String json = json(classic, classic.advisor().advise(given));
      assertThat(json(model, model.advisor().advise(same.next()))).isEqualTo(json);
      assertThat(json(classic, classic.advisor().adviseLifted(given))).isEqualTo(json);
    }
  }

  @Test
  void threeHundredRulesCompile() {
    SmallSet set = RandomRules.mixed(SEED, 300);
    assertThat(set.rules().rules()).hasSizeGreaterThanOrEqualTo(300);
    Knowledge knowledge = set.knowledge();
    RandomCases cases = new RandomCases(knowledge, SEED);
    for (int n = 0; n < 200; n++) {
      Case given = cases.next();
      knowledge.engine().evaluate(given.goals(), given.on(), given.answers());
    }
  }

  private static String json(Knowledge knowledge, Advice advice) {
    return JsonMapper.shared().writeValueAsString(new AdviceJson(knowledge.forms(), Language.EN).of(advice));
  }
}
