package nl.wegwijzer.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
  private static final int BOLD_LETTERS = 36;

  private final Map<String, Term> units;

  public Charts(Statistics statistics) {
    this(statistics.vocabulary().units());
  }

  Charts(Map<String, Term> units) {
    this.units = units;
  }

  /** The chart, or an empty string when there is nothing to draw. */
  public String svg(Figure figure, Language language) {
    List<Panel> panels = figure.chart() == Shape.NONE ? List.of() : ChartData.of(figure, language);
    if (panels.stream().flatMap(Panel::all).findAny().isEmpty()) {
      return "";
    }
    String id = "chart-" + figure.id();
    Svg body = new Svg();
    double height = panels(figure, panels, new Patterns(id), body, language);
    Svg svg = new Svg().open("svg", "xmlns", "http://www.w3.org/2000/svg", "class", "chart", "role", "img",
        "aria-labelledby", id + "-title", "viewBox", "0 0 " + (int) WIDTH + " " + (int) Math.ceil(height),
        "width", (int) WIDTH, "height", (int) Math.ceil(height), "font-size", 15, "fill", "currentColor");
    svg.element("title", figure.meaning().in(language), "id", id + "-title");
    return svg.raw(new Patterns(id).definitions()).raw(body).close("svg").toString();
  }

  private double panels(Figure figure, List<Panel> panels, Patterns patterns, Svg svg, Language language) {
    Shape shape = ChartData.shape(figure);
    double y = 0;
    List<String> legend = List.of();
    for (Panel panel : panels) {
      String unit = Vocabulary.text(units, panel.unit()).in(language);
      y = text(svg, heading(panel.title(), unit), 0, y, "chart-heading");
      if (!panel.series().equals(legend)) {
        legend = panel.series();
        y = shape == Shape.LINES ? y : patterns.legend(svg, legend, y + GAP);
      }
      List<Panel> sameScale = panels.stream().filter(other -> other.unit().equals(panel.unit())).toList();
      y = switch (shape) {
        case LINES -> new LineChart(panel, sameScale, language).draw(svg, y);
        case STACKED_BARS -> new BarChart(panel, sameScale, patterns, true, language).draw(svg, y + GAP);
        default -> new BarChart(panel, sameScale, patterns, false, language).draw(svg, y + GAP);
      };
      y += LINE;
    }
    return y;
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
