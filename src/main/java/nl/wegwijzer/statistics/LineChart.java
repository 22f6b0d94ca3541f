package nl.wegwijzer.statistics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import nl.wegwijzer.statistics.ChartData.Panel;
import nl.wegwijzer.text.Language;

/** Draws a panel as lines over the years; each line has its own dashes and mark, and a key with both. */
final class LineChart {

  private static final double LEFT = 70;
  private static final double RIGHT = 270;
  private static final double HEIGHT = 200;
  private static final List<String> DASHES = List.of("none", "8 4", "2 3", "12 4 2 4", "4 2", "1 4");

  private final Panel panel;
  private final Language language;
  private final List<String> periods;
  private final double top;
  private final double bottom;

  LineChart(Panel panel, Collection<Panel> sameScale, Language language) {
    this.panel = panel;
    this.language = language;
    this.periods = List.copyOf(panel.marks().keySet());
    this.top = ChartData.top(List.copyOf(sameScale), false).doubleValue();
    this.bottom = ChartData.bottom(List.copyOf(sameScale)).doubleValue();
  }

  double draw(Svg svg, double y) {
    double at = legend(svg, y) + Charts.LINE;
    for (int i = 0; i < panel.series().size(); i++) {
      line(svg, i, at);
    }
    numbers(svg, 0, LEFT - 8, "end", at);
    numbers(svg, periods.size() - 1, RIGHT + 8, "start", at);
    double axis = at + HEIGHT + 8;
    double zero = Math.round(at + HEIGHT * top / (top - bottom == 0 ? 1 : top - bottom));
    svg.empty("path", "class", "chart-axis", "d", "M" + LEFT + "," + zero + "H" + RIGHT, "stroke", "currentColor");
    if (bottom < 0) {
      svg.element("text", "0", "class", "chart-label", "x", LEFT - 8, "y", zero + 5, "text-anchor", "end");
    }
    for (int i = 0; i < periods.size(); i++) {
      svg.element("text", periods.get(i), "class", "chart-label", "x", x(i), "y", axis + Charts.LINE,
          "text-anchor", "middle");
    }
    return axis + Charts.LINE + 6;
  }

  private double legend(Svg svg, double y) {
    double at = y;
    for (int i = 0; i < panel.series().size(); i++) {
      path(svg, i, "M1," + (at + 10) + "H33");
      mark(svg, i, 17, at + 10);
      at = Charts.text(svg, panel.series().get(i), 42, at, "chart-legend");
    }
    return at;
  }

  private void line(Svg svg, int series, double y) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < periods.size(); i++) {
      Observation seen = panel.marks().get(periods.get(i)).get(panel.series().get(series));
      if (seen != null && seen.cell().value().isPresent()) {
        path.append(path.isEmpty() ? "M" : "L").append(x(i)).append(',').append(height(seen, y));
        mark(svg, series, x(i), height(seen, y));
      }
    }
    path(svg, series, path.toString());
  }

  /** The numbers at one end, pushed apart where they would cover each other. */
  private void numbers(Svg svg, int period, double x, String anchor, double y) {
    Map<String, Observation> marks = panel.marks().get(periods.get(period));
    List<Observation> seen = new ArrayList<>(marks.values());
    seen.sort(Comparator.comparingDouble(observation -> height(observation, y)));
    double free = y - Charts.LINE;
    for (Observation observation : seen) {
      free = Math.max(free + Charts.LINE - 2, height(observation, y));
      svg.element("text", Charts.number(observation, language), "class", "chart-number", "x", x, "y", free + 5,
          "text-anchor", anchor);
    }
  }

  private static void path(Svg svg, int series, String path) {
    svg.empty("path", "class", "chart-line chart-series-" + (series % DASHES.size() + 1), "d", path, "fill", "none",
        "stroke", "currentColor", "stroke-width", 2, "stroke-dasharray", DASHES.get(series % DASHES.size()));
  }

  private static void mark(Svg svg, int series, double x, double y) {
    if (series % 3 == 0) {
      svg.empty("circle", "class", "chart-mark", "cx", x, "cy", y, "r", 4, "fill", "currentColor");
    } else if (series % 3 == 1) {
      svg.empty("rect", "class", "chart-mark", "x", x - 4, "y", y - 4, "width", 8, "height", 8, "fill", "currentColor");
    } else {
      svg.empty("path", "class", "chart-mark", "d", "M" + x + "," + (y - 5) + "l5,9h-10z", "fill", "currentColor");
    }
  }

  private double x(int period) {
    return periods.size() == 1 ? LEFT : LEFT + (RIGHT - LEFT) * period / (periods.size() - 1);
  }

  private double height(Observation seen, double y) {
    double value = seen.cell().value().map(Number::doubleValue).orElse(0.0);
    return Math.round((y + HEIGHT * (top - value) / (top - bottom == 0 ? 1 : top - bottom)) * 10) / 10.0;
  }
}
