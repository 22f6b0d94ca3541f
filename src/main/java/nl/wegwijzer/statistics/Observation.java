package nl.wegwijzer.statistics;

import java.util.stream.Stream;
import nl.wegwijzer.text.Language;

/** A cell in its place: the number together with the figure, row and column that say what it counts. */
public record Observation(Figure figure, Row row, Column column, Cell cell) {

  /** The address of the cell, {@code figure:row:column}, as authors write it. */
  public String ref() {
    return figure.id() + ":" + row.id() + ":" + column.id();
  }

  /** The period the number is about: its own, else that of its row, else that of its figure. */
  public String period() {
    return !cell.period().isEmpty() ? cell.period() : !row.period().isEmpty() ? row.period() : figure.period();
  }

  /** What the number is, by its row and its column: a change of a total is a change. */
  public Role role() {
    return row.role().compareTo(column.role()) > 0 ? row.role() : column.role();
  }

  public String label(Language language) {
    return Labels.join(Stream.concat(row.path().stream(), column.path().stream()).toList(), language);
  }

  @Override
  public String toString() {
    return ref() + " " + cell.printed();
  }

  /** The number as printed; outside Dutch with the signs of the language, but with nothing added or left out. */
  public String written(Language language) {
    PrintedNumber number = cell.number();
    if (language == Language.NL || cell.printed().isEmpty()) {
      return cell.printed();
    }
    return number.value().map(value -> (cell.printed().startsWith("+") ? "+" : "")
        + Numbers.format(value, Math.max(number.decimals(), value.scale()), language) + (number.percent() ? "%" : ""))
        .orElse(cell.suppressed() ? "<5" : "\u2013");
  }
}
