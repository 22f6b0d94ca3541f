package nl.wegwijzer.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.wegwijzer.text.Language;
import nl.wegwijzer.text.Text;

/**
 * A figure laid out as a table: headers reach over what they are about, and every cell knows its headers.
 *
 * @param labels how many headers can stand before a row
 * @param blocks the rows, those under one outer label together
 */
public record Table(int labels, List<List<Header>> head, List<List<Line>> blocks) {

  /**
   * A header of a group of columns or rows.
   *
   * @param scope as in HTML: {@code col}, {@code colgroup}, {@code row} or {@code rowgroup}
   * @param above ids of the headers that this one stands under
   * @param of id of the one column or row that this is the last header of; empty for the header of a group
   */
  public record Header(String id, String text, int columns, int rows, String scope, String above, String of) {}

  /** A row with the headers that begin at it. */
  public record Line(Row row, List<Header> headers, List<Slot> slots) {}

  /**
   * The place of a number.
   *
   * @param headers ids of all headers that the number stands under
   * @param seen empty when the report prints nothing there
   */
  public record Slot(Column column, String headers, Optional<Observation> seen) {}

  /**
   * Lays the figure out.
   *
   * @param prefix makes the ids of the headers unique on the page
   */
  public static Table of(Figure figure, Language language, String prefix) {
    Axis columns = new Axis(figure.columns().stream().map(Column::id).toList(),
        figure.columns().stream().map(Column::path).toList(), language, prefix + "-c");
    Axis rows = new Axis(figure.rows().stream().map(Row::id).toList(),
        figure.rows().stream().map(Row::path).toList(), language, prefix + "-r");
    List<List<Header>> head = IntStream.range(0, columns.depth()).mapToObj(level ->
        IntStream.range(0, columns.size()).mapToObj(i -> columns.header(i, level, true)).flatMap(Optional::stream)
            .toList()).toList();
    List<List<Line>> blocks = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      if (i == 0 || rows.depth() > 1 && rows.begins(i, 0)) {
        blocks.add(new ArrayList<>());
      }
      blocks.get(blocks.size() - 1).add(line(figure, i, rows, columns));
    }
    return new Table(rows.depth(), head, blocks);
  }

  private static Line line(Figure figure, int index, Axis rows, Axis columns) {
    Row row = figure.rows().get(index);
    List<Header> headers = IntStream.range(0, rows.depth()).mapToObj(level -> rows.header(index, level, false))
        .flatMap(Optional::stream).toList();
    List<Slot> slots = IntStream.range(0, columns.size()).mapToObj(i -> {
      Column column = figure.columns().get(i);
      String ids = String.join(" ", Stream.concat(rows.ids(index, rows.depth()), columns.ids(i, columns.depth()))
          .toList());
      return new Slot(column, ids, figure.at(row, column));
    }).toList();
    return new Line(row, headers, slots);
  }

  /** The labels along one side of the table. */
  private static final class Axis {

    private final List<String> ids;
    private final List<List<String>> paths;
    private final String prefix;

    Axis(List<String> ids, List<List<Text>> paths, Language language, String prefix) {
      this.ids = ids;
      this.paths = paths.stream().map(path -> path.stream().map(text -> text.in(language))
          .filter(label -> !label.isEmpty()).toList()).toList();
      this.prefix = prefix;
    }

    int size() {
      return paths.size();
    }

    int depth() {
      return paths.stream().mapToInt(List::size).max().orElse(0);
    }

    /** The header that begins at this item, as wide as the items that share it. */
    Optional<Header> header(int item, int level, boolean across) {
      if (level >= paths.get(item).size() || !begins(item, level)) {
        return Optional.empty();
      }
      int span = 1;
      while (item + span < size() && !begins(item + span, level) && level < paths.get(item + span).size()) {
        span++;
      }
      boolean last = level == paths.get(item).size() - 1;
      int reach = last ? depth() - level : 1;
      String scope = (across ? "col" : "row") + (span > 1 ? "group" : "");
      String above = String.join(" ", ids(item, level).toList());
      return Optional.of(new Header(id(item, level), paths.get(item).get(level), across ? span : reach,
          across ? reach : span, scope, above, last ? ids.get(item) : ""));
    }

    Stream<String> ids(int item, int levels) {
      return IntStream.range(0, Math.min(levels, paths.get(item).size())).mapToObj(level -> id(item, level));
    }

    private String id(int item, int level) {
      int first = item;
      while (!begins(first, level)) {
        first--;
      }
      return prefix + level + "-" + first;
    }

    /** Whether the item does not share its label at this level with the item before it; the innermost never does. */
    boolean begins(int item, int level) {
      if (item == 0) {
        return true;
      }
      List<String> before = paths.get(item - 1);
      List<String> now = paths.get(item);
      return level >= now.size() - 1 || level >= before.size() - 1
          || !before.subList(0, level + 1).equals(now.subList(0, level + 1));
    }
  }
}
