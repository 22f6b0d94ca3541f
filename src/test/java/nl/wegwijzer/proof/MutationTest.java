package nl.wegwijzer.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import nl.wegwijzer.Project;
import nl.wegwijzer.SmallSet;
import nl.wegwijzer.knowledge.Knowledge;
import nl.wegwijzer.knowledge.Scenario;
import nl.wegwijzer.proof.Mutation.Fate;
import org.junit.jupiter.api.Test;

/** The cases beside the rules notice nearly every mistake in them, and what they do not notice is told. */
class MutationTest {

  @Test
  void casesNoticeAtLeastNinetyFivePercentOfTheMistakes() {
    List<Mutation.Result> results = new Mutation(Project.knowledge()).run();
    Coverage.Share score = Mutation.score(results);
    assertThat(score.all()).isGreaterThan(1000);
    assertThat(score.reached() * 100).as("mistakes that no case notices:\n" + String.join("\n", results.stream()
        .filter(result -> result.fate() == Fate.SURVIVED || result.fate() == Fate.UNDECIDED)
        .map(result -> result.mutant() + "\n" + result.suggestion().orElse("")).toList()))
        .isGreaterThanOrEqualTo(score.all() * 95);
  }

  @Test
  void aCaseThatFailsAlreadyNoticesNothing() {
    SmallSet set = SmallSet.of("Age: number", "rule \"adult\" when Age( value >= 18 ) then conclude( new A() ); end");
    Knowledge bare = set.lifted();
    Scenario wrong = new Scenario("wrong", SmallSet.ON, List.of("A"), set.answers(SmallSet.ON, "Age", 30), Map.of("A", "no"),
        Map.of(), List.of(), List.of(), List.of(), List.of(), List.of(), Map.of(), "rules/small.cases.yaml", 1);
    Mutation mutation = new Mutation(new Knowledge(bare.hash(), bare.forms(), bare.rules(), bare.sections(),
        List.of(wrong), null, null, bare.advisor(), Map.of()));
    assertThat(mutation.failing()).containsExactly(wrong);
    assertThat(mutation.run()).extracting(Mutation.Result::fate).containsOnly(Fate.SURVIVED);
  }

  @Test
  void withoutCasesEveryMistakeSurvivesWithASuggestedCase() {
    SmallSet set = SmallSet.of("Age: number", "rule \"adult\" when Age( value >= 18 ) then conclude( new A() ); end");
    assertThat(new Mutation(set.lifted()).run()).isNotEmpty().allSatisfy(result -> {
      assertThat(result.fate()).isEqualTo(Fate.SURVIVED);
      assertThat(result.mutant().toString()).startsWith("rules/small.drl:2: ");
      assertThat(result.suggestion().orElseThrow()).contains("answers: {", "expect: {A: ");
    });
  }
}
