package nl.wegwijzer.statistics;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.wegwijzer.text.Text;

/**
 * A numbered figure of the report: what it is about, where it stands, and its cells (none when the picture is lost).
 *
 * @param id the number of the figure, as a string
 * @param printedAs the misprinted number, where the report has one
 * @param section id of a section of the report
 * @param sources ids of the organisations that counted
 * @param flags caveats that hold for every cell
 * @param notes footnotes of the report that touch the figure, in our own words, by number
 * @param keys the few numbers that help most beside an outcome, as {@code row:column}; empty for the latest ones
 * @param statements ids of the statements that give what is left of a lost picture
 */
public record Figure(String id, Optional<String> printedAs, Text title, String section, int captionLine,
    List<String> sources, String period, Optional<LocalDate> asOf, Kind kind, List<String> topics, Set<String> flags,
    Map<String, Text> notes, Shape chart, Text meaning, List<Column> columns, List<Row> rows, List<String> keys,
    List<String> statements) {

  /** Whether the report gives the numbers, or only a picture that is not available as text. */
  public enum Kind { TABLE, LOST_PICTURE }

  /** The kind of chart that tells the figure best. */
  public enum Shape { BARS, GROUPED_BARS, STACKED_BARS, LINES, SMALL_MULTIPLES, NONE }

  public Optional<Column> column(String id) {
    return columns.stream().filter(column -> column.id().equals(id)).findFirst();
  }

  public Optional<Row> row(String id) {
    return rows.stream().filter(row -> row.id().equals(id)).findFirst();
  }

  public Optional<Observation> at(String row, String column) {
    return row(row).flatMap(r -> column(column).flatMap(c -> at(r, c)));
  }

  public Optional<Observation> at(Row row, Column column) {
    return row.cell(column.id()).map(cell -> new Observation(this, row, column, cell));
  }

  /** The numbers that its author chose to stand beside an outcome. */
  public List<Observation> keyNumbers() {
    return keys.stream().flatMap(key -> at(key.replaceFirst(":.*", ""), key.replaceFirst(".*:", "")).stream()).toList();
  }

  /** All cells, row by row. */
  public Stream<Observation> observations() {
    return rows.stream().flatMap(row -> columns.stream().flatMap(column -> at(row, column).stream()));
  }

  public boolean lost() {
    return kind == Kind.LOST_PICTURE;
  }

  static String idOf(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
