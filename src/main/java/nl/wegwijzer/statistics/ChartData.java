package nl.wegwijzer.statistics;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.wegwijzer.statistics.Figure.Shape;
import nl.wegwijzer.text.Language;
import nl.wegwijzer.text.Text;

/** What a chart draws: the numbers of a figure, arranged in panels that each have one unit. */
final class ChartData {

  private static final Pattern PERIOD = Pattern.compile("(?:19|20)\\d{2}(?: ?- ?(?:(?:19|20)\\d{2}|I{1,2}))?");
  private static final Pattern PART = Pattern.compile("(?i)(^|, )waarvan op ");
  private static final Pattern TOTAL = Pattern.compile("(?i)(.*, )?(totaal|eu-27 totaal|totaal .*)");

  /**
   * A part of the chart with one unit and one scale.
   *
   * @param marks the numbers by category and then by series
   */
  record Panel(String title, String unit, Map<String, Map<String, Observation>> marks) {

    List<String> series() {
      return marks.values().stream().flatMap(bySeries -> bySeries.keySet().stream()).distinct().toList();
    }

    Stream<Observation> all() {
      return marks.values().stream().map(Map::values).flatMap(Collection::stream);
    }
  }

  /** A number with the words that say what it counts, the year set apart. */
  private record Point(String row, String column, String period, Observation seen) {
  }

  private final Shape shape;
  private final List<Point> points;
  private final boolean rows;
  private final boolean columns;
  private final boolean periods;

  private ChartData(Figure figure, Shape shape, Language language) {
    this.shape = shape;
    this.points = figure.observations().filter(seen -> drawn(figure, shape, seen))
        .map(seen -> point(seen, language)).toList();
    this.rows = distinct(Point::row) > 1;
    this.columns = distinct(Point::column) > 1;
    this.periods = distinct(Point::period) > 1;
  }

  /** The shape the author asked for, unless a stack has more parts than there are patterns to tell them apart. */
  static Shape shape(Figure figure) {
    boolean crowded = figure.chart() == Shape.STACKED_BARS
        && new ChartData(figure, Shape.STACKED_BARS, Language.NL).panels().stream()
            .anyMatch(panel -> panel.series().size() > Patterns.COUNT);
    return crowded ? Shape.GROUPED_BARS : figure.chart();
  }

  static List<Panel> of(Figure figure, Language language) {
    return new ChartData(figure, shape(figure), language).panels();
  }

  private List<Panel> panels() {
    Map<String, List<Point>> groups = points.stream()
        .collect(Collectors.groupingBy(this::panel, LinkedHashMap::new, Collectors.toList()));
    boolean titled = groups.size() > 1;
    return groups.values().stream().map(group -> new Panel(titled ? title(group.get(0)) : "",
        group.get(0).seen().cell().unit(), marks(group))).toList();
  }

  private String panel(Point point) {
    return title(point) + "|" + point.seen().cell().unit();
  }

  private String title(Point point) {
    boolean each = shape == Shape.SMALL_MULTIPLES || shape != Shape.STACKED_BARS && rows && columns && periods;
    return !each ? "" : columns ? point.column() : point.row();
  }

  private Map<String, Map<String, Observation>> marks(List<Point> group) {
    Map<String, Map<String, Observation>> marks = new LinkedHashMap<>();
    for (Point point : group) {
      String series = series(point);
      marks.computeIfAbsent(category(point, series), key -> new LinkedHashMap<>()).put(series, point.seen());
    }
    return marks;
  }

  private String series(Point point) {
    return switch (shape) {
      case STACKED_BARS -> columns ? point.column() : point.row();
      case LINES -> join(point.row(), point.column());
      case SMALL_MULTIPLES -> rows && columns && periods ? point.period() : "";
      default -> periods && (rows || columns) ? point.period() : rows && columns ? point.column() : "";
    };
  }

  private String category(Point point, String series) {
    if (shape == Shape.LINES || !rows && !columns && periods) {
      return point.period();
    }
    String title = title(point);
    return join(Stream.of(rows || !columns ? point.row() : "", columns || !rows ? point.column() : "", point.period())
        .filter(word -> !word.equals(series) && !word.equals(title)).toArray(String[]::new));
  }

  /** A total is drawn only when its parts are not; a part of a part ("waarvan") never belongs in a stack. */
  private static boolean drawn(Figure figure, Shape shape, Observation seen) {
    boolean totalRow = seen.row().role() == Role.TOTAL && !DerivedChecks.parts(figure, seen.row()).isEmpty()
        || seen.row().role() == Role.TOTAL && seen.row().path().size() <= 1;
    boolean totalColumn = figure.columns().size() > 1
        && (seen.column().role() == Role.TOTAL || TOTAL.matcher(seen.column().label(Language.NL)).matches());
    boolean partOfPart = shape == Shape.STACKED_BARS && PART.matcher(Labels.join(
        Stream.concat(seen.row().path().stream(), seen.column().path().stream()).toList(), Language.NL)).find();
    return seen.role() != Role.CHANGE && seen.row().role() != Role.SHARE && !totalRow && !totalColumn && !partOfPart
        && (seen.cell().suppressed() || seen.cell().value().isPresent());
  }

  private static Point point(Observation seen, Language language) {
    String period = Stream.concat(seen.row().path().stream(), seen.column().path().stream())
        .filter(ChartData::isPeriod).map(text -> text.in(language)).findFirst().orElse("");
    return new Point(words(seen.row().path(), language), words(seen.column().path(), language), period, seen);
  }

  private static String words(List<Text> path, Language language) {
    return join(path.stream().filter(text -> !isPeriod(text)).map(text -> text.in(language)).toArray(String[]::new));
  }

  /** Told by the words of the report, so that a chart is the same in every language. */
  private static boolean isPeriod(Text text) {
    return PERIOD.matcher(text.nl()).matches();
  }

  private static String join(String... words) {
    return Stream.of(words).filter(word -> !word.isEmpty()).distinct().collect(Collectors.joining(", "));
  }

  private long distinct(Function<Point, String> key) {
    return new LinkedHashSet<>(points.stream().map(key).toList()).size();
  }

  /** The largest number, or the largest sum of a category where they are stacked. */
  static BigDecimal top(List<Panel> panels, boolean stacked) {
    return panels.stream().flatMap(panel -> panel.marks().values().stream())
        .flatMap(bySeries -> stacked ? sum(bySeries.values()) : values(bySeries.values()))
        .max(BigDecimal::compareTo).orElse(BigDecimal.ONE).max(BigDecimal.ZERO);
  }

  static BigDecimal bottom(List<Panel> panels) {
    return panels.stream().flatMap(panel -> values(panel.all().toList())).min(BigDecimal::compareTo)
        .orElse(BigDecimal.ZERO).min(BigDecimal.ZERO);
  }

  private static Stream<BigDecimal> sum(Collection<Observation> seen) {
    return Stream.of(values(seen).reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  private static Stream<BigDecimal> values(Collection<Observation> seen) {
    return seen.stream().map(observation -> observation.cell().value()).flatMap(Optional::stream);
  }
}
