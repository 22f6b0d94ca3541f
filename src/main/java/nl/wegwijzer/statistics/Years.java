package nl.wegwijzer.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.wegwijzer.text.Text;

/** Finds which rows or columns of a figure are the same thing in consecutive years. */
final class Years {

  private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d{2}(?:-(?:19|20)\\d{2})?");

  /** The same thing in two years. */
  record Pair<T>(T before, T now) {
  }

  private Years() {
  }

  static List<Pair<Row>> rows(Figure figure) {
    return pairs(figure.rows().stream().filter(row -> row.role() != Role.CHANGE).toList(),
        row -> row.role() + shape(row.path()),
        row -> row.period().isEmpty() ? year(row.path()) : year(row.period()));
  }

  static List<Pair<Column>> columns(Figure figure) {
    return pairs(figure.columns().stream().filter(column -> column.role() != Role.CHANGE).toList(),
        column -> column.role() + shape(column.path()), column -> year(column.path()));
  }

  private static <T> List<Pair<T>> pairs(List<T> items, Function<T, String> shape, Function<T, String> year) {
    Map<String, List<T>> alike = new LinkedHashMap<>();
    items.stream().filter(item -> !year.apply(item).isEmpty())
        .forEach(item -> alike.computeIfAbsent(shape.apply(item), key -> new ArrayList<>()).add(item));
    List<Pair<T>> pairs = new ArrayList<>();
    for (List<T> same : alike.values()) {
      same.sort(Comparator.comparing(year));
      for (int i = 1; i < same.size(); i++) {
        if (!year.apply(same.get(i - 1)).equals(year.apply(same.get(i)))) {
          pairs.add(new Pair<>(same.get(i - 1), same.get(i)));
        }
      }
    }
    return pairs;
  }

  private static String shape(List<Text> path) {
    return YEAR.matcher(String.join("|", path.stream().map(Text::nl).toList())).replaceAll("#");
  }

  private static String year(List<Text> path) {
    return year(String.join("|", path.stream().map(Text::nl).toList()));
  }

  private static String year(String text) {
    Matcher matcher = YEAR.matcher(text);
    return matcher.find() ? matcher.group() : "";
  }
}
