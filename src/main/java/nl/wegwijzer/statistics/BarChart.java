package nl.wegwijzer.statistics;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import nl.wegwijzer.statistics.ChartData.Panel;
import nl.wegwijzer.text.Language;

/** Draws a panel as horizontal bars, side by side or stacked, each group under its own label. */
final class BarChart {

  private static final int THICKNESS = 16;
  private static final double LETTER = 9;

  private final Panel panel;
  private final Patterns patterns;
  private final boolean stacked;
  private final Language language;
  private final double perUnit;
  private final double zero;

  BarChart(Panel panel, Collection<Panel> sameScale, Patterns patterns, boolean stacked, Language language) {
    List<Panel> scale = List.copyOf(sameScale);
    this.panel = panel;
    this.patterns = patterns;
    this.stacked = stacked;
    this.language = language;
    double low = ChartData.bottom(scale).doubleValue();
    double high = ChartData.top(scale, stacked).doubleValue();
    high = panel.unit().equals("percent") && high < 100 ? 100 : high;
    double room = Charts.WIDTH - 4 - (stacked ? 0 : widestNumber(scale) + 6);
    this.perUnit = high - low == 0 ? 0 : room / (high - low);
    this.zero = 2 - low * perUnit;
  }

  double draw(Svg svg, double y) {
    double at = y;
    for (Map.Entry<String, Map<String, Observation>> category : panel.marks().entrySet()) {
      at = category.getKey().isEmpty() ? at : Charts.text(svg, category.getKey(), 0, at, "chart-label");
      at = stacked ? stack(svg, category.getValue(), at) : bars(svg, category.getValue(), at);
      at += 6;
    }
    return at;
  }

  private double bars(Svg svg, Map<String, Observation> marks, double y) {
    double at = y;
    for (Map.Entry<String, Observation> mark : marks.entrySet()) {
      bar(svg, mark.getKey(), mark.getValue(), at);
      at += THICKNESS + 4;
    }
    svg.empty("path", "class", "chart-axis", "d", "M" + round(zero) + "," + round(y) + "V" + round(at),
        "stroke", "currentColor", "stroke-width", 1);
    return at;
  }

  private void bar(Svg svg, String series, Observation seen, double y) {
    double length = seen.cell().value().map(BigDecimal::doubleValue).orElse(0.0) * perUnit;
    if (seen.cell().suppressed()) {
      suppressed(svg, zero + 6, y);
    } else if (length != 0) {
      patterns.box(svg, panel.series().indexOf(series), zero + Math.min(0, length), y + 2, Math.abs(length), THICKNESS);
    }
    String which = length == 0 && panel.series().size() > 1 ? " (" + series + ")" : "";
    double end = zero + Math.max(0, length) + (seen.cell().suppressed() ? 12 : 0);
    svg.element("text", Charts.number(seen, language) + which, "class", "chart-number", "x", end + 4, "y", y + 15);
  }

  private double stack(Svg svg, Map<String, Observation> marks, double y) {
    double x = zero;
    List<String> outside = new ArrayList<>();
    for (Map.Entry<String, Observation> mark : marks.entrySet()) {
      Observation seen = mark.getValue();
      double length = seen.cell().value().map(BigDecimal::doubleValue).orElse(0.0) * perUnit;
      if (length > 0) {
        patterns.box(svg, panel.series().indexOf(mark.getKey()), x, y + 2, length, THICKNESS + 4);
      }
      outside.add(mark.getKey() + ": " + Charts.number(seen, language));
      x += Math.max(0, length);
    }
    return Charts.text(svg, String.join(" · ", outside), 0, y + THICKNESS + 8, "chart-number");
  }

  /** A hollow mark that is neither a bar nor nothing: there is a number here, but it is withheld. */
  private static void suppressed(Svg svg, double x, double y) {
    svg.empty("circle", "class", "chart-suppressed", "cx", x, "cy", y + 10, "r", 4, "fill", "none",
        "stroke", "currentColor", "stroke-dasharray", "2 2");
  }

  private double widestNumber(List<Panel> panels) {
    return panels.stream().flatMap(Panel::all).mapToInt(seen -> Charts.number(seen, language).length()).max().orElse(0)
        * LETTER + 4;
  }

  private static String round(double number) {
    return String.valueOf(Math.round(number * 10) / 10.0);
  }
}
