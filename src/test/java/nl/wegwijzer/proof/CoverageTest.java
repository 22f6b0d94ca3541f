package nl.wegwijzer.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import nl.wegwijzer.Project;
import nl.wegwijzer.SmallSet;
import nl.wegwijzer.rules.Truth;
import org.junit.jupiter.api.Test;

/** Coverage at the line: what the cases reach, and which branch they leave out. */
class CoverageTest {

  @Test
  void withoutCasesNothingIsReachedAndEveryBranchIsMissing() {
    SmallSet set = SmallSet.of("Age: number", "rule \"adult\" when\n Age( value >= 18 )\nthen conclude( new A() ); end");
    Coverage coverage = Coverage.of(set.rules(), List.of());
    assertThat(coverage.decided().reached()).isZero();
    assertThat(coverage.rules().get(0).conditions()).singleElement().satisfies(condition ->
        assertThat(condition.missing()).containsExactlyInAnyOrder(Truth.TRUE, Truth.FALSE, Truth.OPEN));
    assertThat(CoverageText.of(coverage, Map.of("rules/small.drl", "one\ntwo\nthree")).lines()
        .filter(line -> line.endsWith("three"))).singleElement().asString().startsWith("   0 /   0 /   0 !");
  }

  @Test
  void casesOfTheProjectDecideEveryRule() {
    Coverage coverage = Coverage.of(Project.knowledge().rules(), Project.knowledge().scenarios());
    assertThat(coverage.decided().reached()).isEqualTo(coverage.decided().all());
  }
}
