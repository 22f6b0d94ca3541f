package nl.wegwijzer.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import nl.wegwijzer.statistics.ChartData.Panel;
import nl.wegwijzer.statistics.Figure.Shape;
import nl.wegwijzer.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class ChartsTest {

  private static final Charts CHARTS = new Charts(Data.statistics());

  static Stream<Arguments> charts() {
    return Data.statistics().figures().stream().filter(figure -> figure.chart() != Shape.NONE)
        .flatMap(figure -> Arrays.stream(Language.values()).map(language -> Arguments.of(figure.id(), language)));
  }

  @ParameterizedTest
  @MethodSource("charts")
  void isOneAccessibleImagePerPanelWithoutScriptOrStyle(String id, Language language) throws Exception {
    Figure figure = figure(id);
    List<Element> images = images(CHARTS.svg(figure, language));
    assertThat(images).hasSameSizeAs(ChartData.of(figure, language));
    for (Element svg : images) {
      assertThat(svg.getAttribute("role")).isEqualTo("img");
      Element title = (Element) svg.getElementsByTagName("title").item(0);
      assertThat(title.getTextContent()).endsWith(figure.meaning().in(language));
      assertThat(svg.getAttribute("aria-labelledby")).isEqualTo(title.getAttribute("id"));
      for (Element element : elements(svg)) {
        assertThat(element.getTagName()).isNotIn("script", "style", "image", "foreignObject", "a");
        assertThat(element.hasAttribute("style")).isFalse();
        assertThat(element.getAttribute("fill")).matches("(none|currentColor|url\\(#chart-\\d+(-\\d+)?-fill-\\d\\))?");
      }
    }
    assertThat(images).extracting(svg -> svg.getAttribute("aria-labelledby")).doesNotHaveDuplicates();
    assertThat(images).extracting(svg -> svg.getElementsByTagName("title").item(0).getTextContent())
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("charts")
  void fitsAPhone(String id, Language language) throws Exception {
    for (Element svg : images(CHARTS.svg(figure(id), language))) {
      fits(svg);
    }
  }

  private static void fits(Element svg) {
    double width = Double.parseDouble(svg.getAttribute("viewBox").split(" ")[2]);
    double height = Double.parseDouble(svg.getAttribute("viewBox").split(" ")[3]);
    assertThat(width).isLessThanOrEqualTo(640);
    assertThat(320 / width * Double.parseDouble(svg.getAttribute("font-size"))).isGreaterThanOrEqualTo(13);
    for (Element rect : elements(svg)) {
      if (rect.getTagName().equals("rect") && !rect.getParentNode().getNodeName().equals("pattern")) {
        assertThat(number(rect, "x")).isGreaterThanOrEqualTo(0);
        assertThat(number(rect, "x") + number(rect, "width")).isLessThanOrEqualTo(width);
        assertThat(number(rect, "y") + number(rect, "height")).isLessThanOrEqualTo(height);
        assertThat(number(rect, "width")).isPositive();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("charts")
  void neverMixesUnitsAndShowsEveryNumberItDraws(String id, Language language) {
    Figure figure = figure(id);
    String svg = CHARTS.svg(figure, language);
    List<Panel> panels = ChartData.of(figure, language);
    assertThat(panels).isNotEmpty().allSatisfy(panel -> assertThat(panel.all())
        .allSatisfy(seen -> assertThat(seen.cell().unit()).isEqualTo(panel.unit())));
    if (figure.chart() != Shape.LINES) {
      panels.stream().flatMap(Panel::all).forEach(seen -> assertThat(svg)
          .contains(Charts.number(seen, language).replace("<", "&lt;")));
    }
  }

  @ParameterizedTest
  @MethodSource("charts")
  void drawsEachNumberOnceAndNoChange(String id, Language language) {
    List<Observation> drawn = ChartData.of(figure(id), language).stream().flatMap(Panel::all).toList();
    assertThat(drawn).doesNotHaveDuplicates().noneMatch(seen -> seen.role() == Role.CHANGE);
    long values = figure(id).observations().filter(seen -> seen.row().role() == Role.VALUE
        && seen.column().role() == Role.VALUE && !seen.column().label(Language.NL).toLowerCase().contains("totaal")
        && !seen.row().label(Language.NL).contains("aarvan op ")
        && (seen.cell().suppressed() || seen.cell().value().isPresent())).count();
    assertThat(drawn.size()).isGreaterThanOrEqualTo((int) values);
  }

  @Test
  void aChartIsTheSameInEveryLanguage() {
    for (Figure figure : Data.statistics().figures()) {
      assertThat(shape(figure, Language.EN)).as(figure.id()).isEqualTo(shape(figure, Language.NL));
    }
  }

  private static List<String> shape(Figure figure, Language language) {
    return ChartData.of(figure, language).stream()
        .map(panel -> panel.marks().size() + " x " + panel.series().size() + " " + panel.unit()).toList();
  }

  @Test
  void aStackHasNoMorePartsThanThereArePatterns() {
    for (Figure figure : Data.statistics().figures()) {
      if (figure.chart() != Shape.STACKED_BARS || ChartData.shape(figure) != Shape.STACKED_BARS) {
        continue;
      }
      assertThat(ChartData.of(figure, Language.EN)).allSatisfy(panel ->
          assertThat(panel.series().size()).isLessThanOrEqualTo(Patterns.COUNT));
    }
  }

  @Test
  void aSuppressedNumberIsAMarkAndNeverABar() {
    String svg = CHARTS.svg(figure("62"), Language.EN);
    assertThat(svg).contains("&lt;5 (2022)", "chart-suppressed");
    assertThat(Pattern.compile(">0( \\(|<)").matcher(svg).find()).isFalse();
  }

  @Test
  void writesNumbersTheWayPeopleDo() {
    assertThat(CHARTS.svg(figure("56"), Language.NL)).contains("20.390").doesNotContain("20,390");
    assertThat(CHARTS.svg(figure("56"), Language.EN)).contains("20,390").doesNotContain("20.390");
    assertThat(CHARTS.svg(figure("62"), Language.EN)).contains("1.10").doesNotContain("1,10");
  }

  @Test
  void drawsNothingForALostPicture() {
    assertThat(CHARTS.svg(figure("3"), Language.NL)).isEmpty();
  }

  private static Figure figure(String id) {
    return Data.statistics().figure(id).orElseThrow();
  }

  private static List<Element> images(String svg) throws Exception {
    NodeList nodes = parse("<figure>" + svg + "</figure>").getDocumentElement().getChildNodes();
    return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i)).toList();
  }

  private static Document parse(String svg) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
  }

  private static List<Element> elements(Element root) {
    NodeList nodes = root.getElementsByTagName("*");
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  private static double number(Element element, String attribute) {
    return Double.parseDouble(element.getAttribute(attribute));
  }
}
