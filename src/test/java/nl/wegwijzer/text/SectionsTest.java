package nl.wegwijzer.text;

import static org.assertj.core.api.Assertions.assertThat;

import nl.wegwijzer.SmallSet;
import org.junit.jupiter.api.Test;

class SectionsTest {

  private final Problems problems = new Problems();

  @Test
  void sectionsOfTheReportAreRead() {
    Sections sections = Sections.read("data/sources.csv", SmallSet.project("data/sources.csv"), problems);
    assertThat(problems.list()).isEmpty();
    assertThat(sections.all()).hasSizeGreaterThan(100).allSatisfy(section -> {
      assertThat(section.firstLine()).isPositive();
      assertThat(section.lastLine()).isGreaterThanOrEqualTo(section.firstLine());
      assertThat(section.holds(section.firstLine())).isTrue();
      assertThat(section.holds(section.lastLine())).isTrue();
      assertThat(section.holds(section.lastLine() + 1)).isFalse();
      assertThat(section.name().nl()).isNotBlank();
      assertThat(section.name().en()).isNotBlank();
    });
  }

  @Test
  void brokenLinesAreAllReported() {
    Sections sections = Sections.read("data/sources.csv", """
        id,kind,first_line,last_line,nl,en
        1,chapter,1,9,Een,One
        1,chapter,1,9,Een,One
        2,chapter,ten,19,Twee,Two
        3,chapter,20
        4,chapter,30,39,Vier,Four
        """, problems);
    assertThat(problems.list()).extracting(Problem::line).containsExactly(3, 4, 5);
    assertThat(sections.ids()).containsExactly("1", "4");
  }
}
