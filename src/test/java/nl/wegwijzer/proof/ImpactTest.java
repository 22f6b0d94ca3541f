package nl.wegwijzer.proof;

import static org.assertj.core.api.Assertions.assertThat;

import nl.wegwijzer.SmallSet;
import org.junit.jupiter.api.Test;

/** What a changed threshold does to people, told in three ways that agree. */
class ImpactTest {

  private static SmallSet set(int age) {
    return SmallSet.of("Age: number", "rule \"adult\" when Age( value >= " + age + " ) then conclude( new A() ); end");
  }

  @Test
  void changedThresholdIsTheCauseAndItsExampleIsSmallest() {
    Impact impact = new ImpactRun(set(18).lifted(), set(21).lifted(), 6400, 1).run();
    assertThat(impact.changed()).isPositive();
    assertThat(impact.changes()).singleElement().satisfies(change -> {
      assertThat(change.cause().rule()).isEqualTo("adult");
      assertThat(change.from()).startsWith("yes");
      assertThat(change.to()).startsWith("no");
      assertThat(change.example()).containsOnlyKeys("Age");
      assertThat(change.cases()).isEqualTo(impact.changed());
    });
    assertThat(ImpactText.plain(impact)).contains("A: yes, hard → no, hard");
    assertThat(ImpactText.json(impact)).containsEntry("changed", impact.changed());
    assertThat(ImpactText.html(impact)).contains("<html lang=\"en\">", "<h1>", "scope=\"col\"", "scope=\"row\"")
        .contains(String.format("%,d", impact.changed())).doesNotContain("<script");
  }

  @Test
  void sameRulesChangeNothing() {
    Impact impact = new ImpactRun(set(18).lifted(), set(18).lifted(), 6400, 1).run();
    assertThat(impact.changed()).isZero();
    assertThat(impact.changes()).isEmpty();
    assertThat(ImpactText.plain(impact)).contains("no rule differs");
  }
}
