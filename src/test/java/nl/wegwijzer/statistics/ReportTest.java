package nl.wegwijzer.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import nl.wegwijzer.text.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every number of the data stands in the line of the report that it cites, and no sentence was copied. */
class ReportTest {

  private static final int WORDS = 9;
  private static Report report;

  private final Statistics statistics = Data.statistics();

  @BeforeAll
  static void readReport() {
    report = Report.read();
  }

  @Test
  void everyRowIsPrintedInItsLineInThisOrder() {
    List<String> wrong = new ArrayList<>();
    for (Figure figure : statistics.figures()) {
      for (Row row : figure.rows()) {
        String rest = report.line(row.line());
        for (Column column : figure.columns()) {
          String printed = row.cell(column.id()).map(Cell::printed).orElse("");
          java.util.regex.Matcher match = Report.token(printed.isEmpty() ? " " : printed).matcher(rest);
          if (!printed.isEmpty() && match.find()) {
            rest = " " + rest.substring(match.end());
          } else if (!printed.isEmpty()) {
            wrong.add(figure.id() + ":" + row.id() + ":" + column.id() + " line " + row.line() + ": " + printed);
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void everyCaptionStandsInItsLine() {
    assertThat(statistics.figures()).allSatisfy(figure -> assertThat(report.line(figure.captionLine()))
        .containsPattern("(?i)figuur " + figure.printedAs().orElse(figure.id()) + "\\b"));
  }

  @Test
  void everyStatementIsPrintedInItsLine() {
    assertThat(statistics.statements().stream().filter(s -> !report.prints(s.line(), s.printed()))
        .map(s -> s.id() + " line " + s.line() + ": " + s.printed())).isEmpty();
  }

  @Test
  void everyPieceOfEvidenceIsPrintedInItsLine() {
    assertThat(statistics.discrepancies().stream().flatMap(discrepancy -> discrepancy.evidence().stream()
        .filter(place -> !report.line(place.line()).contains(place.printed()))
        .map(place -> discrepancy.id() + " line " + place.line() + ": " + place.printed()))).isEmpty();
  }

  @Test
  void noSentenceIsCopied() {
    Set<String> printed = new HashSet<>();
    report.lines().forEach(line -> printed.addAll(runs(line)));
    assertThat(texts().flatMap(text -> Stream.of(text.nl(), text.en()))
        .filter(text -> runs(text).stream().anyMatch(printed::contains))).isEmpty();
  }

  private Stream<Text> texts() {
    return Stream.of(statistics.statements().stream().map(Statement::text),
        statistics.discrepancies().stream().map(Discrepancy::assessment),
        statistics.figures().stream().flatMap(figure -> Stream.concat(Stream.of(figure.title(), figure.meaning()),
            figure.notes().values().stream())),
        statistics.vocabulary().flags().values().stream().map(Term::text)).flatMap(texts -> texts);
  }

  private static List<String> runs(String text) {
    List<String> words = Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\d]+"))
        .filter(word -> !word.isEmpty()).toList();
    List<String> runs = new ArrayList<>();
    for (int i = 0; i + WORDS <= words.size(); i++) {
      runs.add(String.join(" ", words.subList(i, i + WORDS)));
    }
    return runs;
  }
}
