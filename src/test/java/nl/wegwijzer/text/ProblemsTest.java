package nl.wegwijzer.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemsTest {

  @ParameterizedTest
  @CsvSource({"Nationalty, Nationality", "nationality, Nationality", "Familytie, FamilyTie", "FamilyTy, FamilyTie"})
  void nearestNameIsSuggested(String word, String meant) {
    assertThat(Problems.didYouMean(word, List.of("FamilyTie", "Nationality", "StayMonths")))
        .isEqualTo("did you mean '" + meant + "'?");
  }

  @Test
  void shortListIsShownWhenNothingIsNear() {
    assertThat(Problems.didYouMean("elephant", List.of("yes-no", "date"))).isEqualTo("possible here: yes-no, date");
    assertThat(Problems.didYouMean("elephant", List.of())).isEmpty();
    assertThat(Problems.didYouMean("elephant", IntStream.range(0, 16).mapToObj(i -> "Q" + i).toList())).isEmpty();
  }

  @Test
  void problemsComeInTheOrderOfTheFilesAndOnce() {
    Problems problems = new Problems();
    problems.add("b", 1, 1, "m", "");
    problems.add("a", 10, 2, "m", "");
    problems.add("a", 2, 3, "m", "mend it");
    problems.add("a", 2, 3, "m", "mend it");
    problems.add("a", 0, 0, "m", "");
    assertThat(problems.list()).extracting(Problem::toString)
        .containsExactly("a: m", "a:2:3: m (mend it)", "a:10:2: m", "b:1:1: m");
  }

  @Test
  void placeholdersAreFilledAndUnknownOnesStay() {
    Text text = new Text("{n} dagen, {x}", "{n} days, {x}");
    assertThat(text.in(Language.EN, Map.of("n", 3))).isEqualTo("3 days, {x}");
    assertThat(text.in(Language.NL, Map.of())).isEqualTo("{n} dagen, {x}");
  }
}
