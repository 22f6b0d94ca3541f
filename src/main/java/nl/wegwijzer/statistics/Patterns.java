package nl.wegwijzer.statistics;

import java.util.List;

/** The fills of a chart: solid, hatched, dotted and so on, drawn over the colour that the page gives a series. */
final class Patterns {

  static final int COUNT = 6;
  private static final int SIZE = 6;
  private static final List<String> STROKES = List.of("M0,6L6,0", "M0,3H6", "M0,0L6,6M0,6L6,0", "M3,0V6");

  private final String chart;

  Patterns(String chart) {
    this.chart = chart;
  }

  Svg definitions() {
    Svg svg = new Svg().open("defs");
    for (int i = 2; i <= COUNT; i++) {
      svg.open("pattern", "id", chart + "-fill-" + i, "width", SIZE, "height", SIZE, "patternUnits", "userSpaceOnUse");
      if (i == 3) {
        svg.empty("circle", "cx", 3, "cy", 3, "r", 1.2, "fill", "currentColor");
      } else {
        svg.empty("path", "d", STROKES.get(i == 2 ? 0 : i - 3), "stroke", "currentColor", "stroke-width", 1);
      }
      svg.close("pattern");
    }
    return svg.close("defs");
  }

  /** A box of the series: the colour below, the pattern over it, an outline around it. */
  void box(Svg svg, int series, double x, double y, double width, double height) {
    int number = series % COUNT + 1;
    svg.empty("rect", "class", "chart-bar chart-series-" + number, "x", x, "y", y, "width", width, "height", height,
        "fill", number == 1 ? "currentColor" : "none", "stroke", "currentColor");
    if (number > 1) {
      svg.empty("rect", "class", "chart-pattern", "x", x, "y", y, "width", width, "height", height,
          "fill", "url(#" + chart + "-fill-" + number + ")");
    }
  }

  /** A key of the series, when there is more than one. */
  double legend(Svg svg, List<String> series, double y) {
    double at = y;
    for (int i = 0; i < series.size() && series.size() > 1; i++) {
      box(svg, i, 1, at + 4, 20, 12);
      at = Charts.text(svg, series.get(i), 28, at, "chart-legend");
    }
    return at;
  }
}
