package nl.wegwijzer.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.wegwijzer.Project;
import nl.wegwijzer.SmallSet;
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
  void withoutCasesEveryMistakeSurvivesWithASuggestedCase() {
    SmallSet set = SmallSet.of("Age: number", "rule \"adult\" when Age( value >= 18 ) then conclude( new A() ); end");
    assertThat(new Mutation(set.lifted()).run()).isNotEmpty().allSatisfy(result -> {
      assertThat(result.fate()).isEqualTo(Fate.SURVIVED);
      assertThat(result.mutant().toString()).startsWith("rules/small.drl:2: ");
      assertThat(result.suggestion().orElseThrow()).contains("answers: {", "expect: {A: ");
    });
  }
}
