package nl.wegwijzer.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.wegwijzer.text.Problems;
import nl.wegwijzer.text.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every number of the report that no record covers is listed, with the reason why it is not a number to record. */
class UncoveredTest {

  private static final int CONTENTS_END = 101;
  private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,]\\d+)*");
  private static Report report;
  private static List<CsvFile.Line> listed;
  private static List<Pattern> patterns;

  @BeforeAll
  static void read() throws IOException {
    report = Report.read();
    listed = csv("uncovered.csv", List.of("line", "printed", "reason"));
    patterns = csv("uncovered-patterns.csv", List.of("pattern", "reason")).stream()
        .map(line -> Pattern.compile(line.get("pattern"))).toList();
  }

  @Test
  void everyNumberIsRecordedOrHasAReason() {
    Map<Integer, List<Pattern>> covered = covered();
    List<String> missing = new ArrayList<>();
    for (int line = CONTENTS_END + 1; line <= report.lines().size(); line++) {
      String text = report.line(line);
      BitSet known = new BitSet();
      Stream.concat(patterns.stream(), covered.getOrDefault(line, List.of()).stream())
          .forEach(pattern -> pattern.matcher(text).results().forEach(m -> known.set(m.start(), m.end())));
      Matcher number = NUMBER.matcher(text);
      while (number.find()) {
        if (known.nextClearBit(number.start()) < number.end()) {
          missing.add(line + "," + number.group() + ",\"why this is not recorded\"    <- "
              + text.substring(Math.max(0, number.start() - 30), Math.min(text.length(), number.end() + 30)));
        }
      }
    }
    assertThat(missing).as("record these numbers, or add them to data/uncovered.csv").isEmpty();
  }

  @Test
  void everyListedNumberStandsInItsLineAndHasAReason() {
    assertThat(listed).allSatisfy(line -> {
      assertThat(report.line(Integer.parseInt(line.get("line")))).contains(line.get("printed"));
      assertThat(line.get("reason")).isNotBlank();
    });
  }

  private static Map<Integer, List<Pattern>> covered() {
    Map<Integer, List<Pattern>> covered = new HashMap<>();
    for (Figure figure : Data.statistics().figures()) {
      figure.rows().forEach(row -> Stream.concat(row.path().stream().map(Text::nl),
              row.cells().values().stream().map(Cell::printed))
          .filter(text -> !text.isEmpty()).forEach(text -> add(covered, row.line(), text)));
    }
    Data.statistics().statements().forEach(statement -> add(covered, statement.line(), statement.printed()));
    listed.forEach(line -> add(covered, Integer.parseInt(line.get("line")), line.get("printed")));
    return covered;
  }

  private static void add(Map<Integer, List<Pattern>> covered, int line, String text) {
    covered.computeIfAbsent(line, key -> new ArrayList<>()).add(Report.token(text));
  }

  private static List<CsvFile.Line> csv(String file, List<String> columns) throws IOException {
    Problems problems = new Problems();
    List<CsvFile.Line> lines = CsvFile.read("data/" + file, Files.readString(Data.DIRECTORY.resolve(file)), columns,
        problems);
    assertThat(problems.list()).isEmpty();
    return lines;
  }
}
