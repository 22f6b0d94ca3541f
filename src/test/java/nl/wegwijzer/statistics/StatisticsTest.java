package nl.wegwijzer.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import nl.wegwijzer.statistics.Finding.Verdict;
import nl.wegwijzer.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatisticsTest {

  private final Statistics statistics = Data.statistics();

  @Test
  void hasAllNumberedFiguresInOrder() {
    assertThat(statistics.figures()).extracting(Figure::id)
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 127).mapToObj(String::valueOf).toList());
  }

  @ParameterizedTest
  @CsvSource({"nareis, NL, 56", "NAREIS 8evrm, NL, 57", "stateless, EN, 127", "figure 56, EN, 56", "figuur 56, NL, 56",
      "Oekraine, NL, 76", "Oekraïne, EN, 76", "housing, NL, 119", "110.420, NL, 76", "'110,420', EN, 76", "110420, EN, 76", "Eurostat, EN, 79"})
  void findsFiguresByTheirWords(String text, Language language, String figure) {
    assertThat(statistics.search(text, language).figures()).extracting(Figure::id).contains(figure);
  }

  @Test
  void findsNothingForWordsThatAreNotThere() {
    assertThat(statistics.search("nareis zebra", Language.NL).figures()).isEmpty();
    assertThat(statistics.search("nareis zebra", Language.NL).statements()).isEmpty();
    assertThat(statistics.search("10420", Language.NL).figures()).as("a part of a number").isEmpty();
  }

  @Test
  void listsByTopicSectionAndSource() {
    assertThat(statistics.byTopic("nareis")).extracting(Figure::id).contains("56", "57");
    assertThat(statistics.bySection("4.3.1")).extracting(Figure::id).contains("51", "56").doesNotContain("58");
    assertThat(statistics.bySource("Eurostat")).extracting(Figure::id).contains("95").doesNotContain("56");
  }

  @Test
  void comparesWithTheYearBeforeByThePrintedChange() {
    Comparison lodged = comparison("56:2023:lodged");
    assertThat(lodged.before().ref()).isEqualTo("56:2022:lodged");
    assertThat(lodged.printedChange()).hasValueSatisfying(change ->
        assertThat(change.cell().printed()).isEqualTo("+10%"));
    assertThat(lodged.computedChange()).isEmpty();
  }

  @Test
  void showsTheComputedChangeWhereThePrintedOneCannotBeRight() {
    Comparison handled = comparison("8:2023:handled");
    assertThat(handled.printedChange()).hasValueSatisfying(change ->
        assertThat(change.cell().printed()).isEqualTo("+3%"));
    assertThat(handled.computedChange()).hasValueSatisfying(change -> assertThat(change).isEqualByComparingTo("11"));
  }

  @Test
  void comparesPercentagesInPercentagePoints() {
    Comparison rate = comparison("66:2023:rate");
    assertThat(rate.printedChange()).isEmpty();
    assertThat(rate.computedChange()).hasValueSatisfying(change -> assertThat(change).isEqualByComparingTo("-15"));
  }

  @Test
  void computesNoChangeThatWouldSayNothing() {
    // a place in a ranking, ten that may be five, what the report calls too small, a lead that becomes a backlog
    assertThat(List.of("18:2023-family-1:rank", "62:safety:2023-moves", "92:2023:refused", "119:limburg:end",
        "125:2023:completed"))
        .allSatisfy(ref -> assertThat(comparison(ref).computedChange()).isEmpty());
    assertThat(comparison("62:transfer:2023-moves").computedChange()).hasValueSatisfying(change ->
        assertThat(change).isEqualByComparingTo("17"));
  }

  @Test
  void comparesColumnsThatAreYears() {
    assertThat(comparison("122:language-classes:2023").before().ref()).isEqualTo("122:language-classes:2022");
  }

  @Test
  void hasNothingToCompareTheFirstYearWith() {
    assertThat(statistics.comparison(statistics.observation("56:2022:lodged").orElseThrow())).isEmpty();
  }

  @Test
  void tellsDiscrepanciesBesideTheNumbersTheyAreAbout() {
    assertThat(statistics.discrepancies(statistics.observation("76:2023:total").orElseThrow()))
        .extracting(Discrepancy::id).containsExactly("76-2023-total");
    assertThat(statistics.discrepancies(statistics.statement("eu-final-grant-rate").orElseThrow())).isNotEmpty();
    assertThat(statistics.discrepancies(statistics.figure("56").orElseThrow())).isEmpty();
  }

  @Test
  void theReadmeCountsWhatIsThere() throws IOException {
    Map<String, Long> counts = new TreeMap<>(Map.of(
        "figures", (long) statistics.figures().size(),
        "with a table", statistics.figures().stream().filter(figure -> !figure.lost()).count(),
        "cells", statistics.figures().stream().flatMap(Figure::observations).count(),
        "statements", (long) statistics.statements().size(),
        "equations checked", (long) statistics.findings().size(),
        "that fit", fitting(Verdict.FITS),
        "explained by rounding", fitting(Verdict.ROUNDING),
        "discrepancies", (long) statistics.discrepancies().size()));
    List<String> readme = Files.readAllLines(Data.DIRECTORY.resolve("README.md"));
    assertThat(counts).allSatisfy((name, count) -> assertThat(readme).contains("| " + name + " | " + count + " |"));
  }

  private long fitting(Verdict verdict) {
    return statistics.findings().stream().filter(finding -> finding.verdict() == verdict).count();
  }

  private Comparison comparison(String ref) {
    return statistics.comparison(statistics.observation(ref).orElseThrow()).orElseThrow();
  }
}
