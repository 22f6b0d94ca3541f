package nl.wegwijzer.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.wegwijzer.statistics.ChartData.Panel;
import nl.wegwijzer.statistics.Figure.Shape;
import nl.wegwijzer.text.Language;

/**
 * Draws figures as SVG that stands in the page itself: no script, no style attributes, readable at 320 pixels, in
 * forced colours and in print. Series differ by pattern and label, so that colour is never the only difference.
 */
public final class Charts {

  static final double WIDTH = 340;
  static final int LINE = 18;
  private static final int GAP = 4;
  private static final int LETTERS = 40;
  private static final int BOLD_LETTERS = 33;

  private final Map<String, Term> units;

  public Charts(Statistics statistics) {
    this(statistics.vocabulary().units());
  }

  Charts(Map<String, Term> units) {
    this.units = units;
  }

  /** The chart, an image for each of its panels, or an empty string when there is nothing to draw. */
  public String svg(Figure figure, Language language) {
    List<Panel> panels = figure.chart() == Shape.NONE ? List.of() : ChartData.of(figure, language);
    if (panels.stream().flatMap(Panel::all).findAny().isEmpty()) {
      return "";
    }
    return IntStream.range(0, panels.size()).mapToObj(i -> image(figure, panels, i, language).toString())
        .collect(Collectors.joining());
  }

  private Svg image(Figure figure, List<Panel> panels, int index, Language language) {
    Panel panel = panels.get(index);
    String id = "chart-" + figure.id() + (panels.size() > 1 ? "-" + (index + 1) : "");
    String heading = heading(panel.title(), Vocabulary.text(units, panel.unit()).in(language));
    Svg body = new Svg();
    int height = (int) Math.ceil(draw(ChartData.shape(figure), panel, panels, heading, new Patterns(id), body, language));
    Svg svg = new Svg().open("svg", "xmlns", "http://www.w3.org/2000/svg", "class", "chart", "role", "img",
        "aria-labelledby", id + "-title", "viewBox", "0 0 " + (int) WIDTH + " " + height,
        "width", (int) WIDTH, "height", height, "font-size", 15, "fill", "currentColor");
    svg.element("title", (panels.size() > 1 ? heading + ". " : "") + figure.meaning().in(language), "id", id + "-title");
    return svg.raw(new Patterns(id).definitions()).raw(body).close("svg");
  }

  private static double draw(Shape shape, Panel panel, List<Panel> panels, String heading, Patterns patterns, Svg svg,
      Language language) {
    double y = text(svg, heading, 0, 0, "chart-heading");
    List<Panel> sameScale = panels.stream().filter(other -> other.unit().equals(panel.unit())).toList();
    if (shape == Shape.LINES) {
      return new LineChart(panel, sameScale, language).draw(svg, y);
    }
    return new BarChart(panel, sameScale, patterns, shape == Shape.STACKED_BARS, language)
        .draw(svg, patterns.legend(svg, panel.series(), y + GAP) + GAP);
  }

  /** Writes a text that may need several lines, and returns where the next thing can stand. */
  static double text(Svg svg, String text, double x, double y, String style) {
    double at = y;
    int letters = style.equals("chart-heading") ? BOLD_LETTERS : LETTERS - (int) (x / 8);
    for (String line : wrapped(text, letters)) {
      at += LINE;
      svg.element("text", line, "class", style, "x", x, "y", at - 4);
    }
    return at;
  }

  /** The number as people of the language write it, with its percent sign; a suppressed number stays {@code <5}. */
  public static String number(Observation seen, Language language) {
    Cell cell = seen.cell();
    String otherwise = cell.suppressed() ? "<5" : "\u2013";
    return cell.value().map(value -> Numbers.format(value, Math.max(cell.number().decimals(), value.scale()), language)
        + (cell.unit().equals("percent") ? "%" : "")).orElse(otherwise);
  }

  private static String heading(String title, String unit) {
    if (title.isEmpty()) {
      return unit.isEmpty() ? "" : unit.substring(0, 1).toUpperCase() + unit.substring(1);
    }
    boolean said = title.toLowerCase().contains(unit) || title.matches("(?i).*(%|percent).*");
    return said ? title : title + " (" + unit + ")";
  }

  private static List<String> wrapped(String text, int letters) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ")) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > letters) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
