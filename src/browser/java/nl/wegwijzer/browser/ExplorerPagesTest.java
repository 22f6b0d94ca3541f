package nl.wegwijzer.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.Media;
import java.util.ArrayList;
import java.util.List;
import nl.wegwijzer.knowledge.KnowledgeBase;
import nl.wegwijzer.statistics.Figure;
import nl.wegwijzer.text.Language;
import nl.wegwijzer.web.Telling;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The numbers of the report, on a phone and on a desk, in forced colours and on paper. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "wegwijzer.answers.key-file=target/browser-answers.key")
class ExplorerPagesTest {

  /** Stacked bars under two levels of headers, lines, small multiples, grouped bars under groups of rows, plain bars. */
  private static final List<String> SHAPES = List.of("29", "118", "119", "102", "127");
  private static Chromium chromium;

  @LocalServerPort
  private int port;
  @Autowired
  private KnowledgeBase knowledgeBase;

  @BeforeAll
  static void open() {
    chromium = new Chromium();
  }

  @AfterAll
  static void close() {
    chromium.close();
  }

  @Test
  void pagesOfTheExplorerHaveNoFindings() {
    List<String> findings = new ArrayList<>();
    for (int width : new int[] {1280, 320}) {
      for (String path : List.of("/nl/cijfers", "/en/figures?q=objection", "/nl/cijfers/tegenspraak",
          "/en/figures/statement/nareis-decided-in-time-2023", "/nl/cijfers/3")) {
        Page page = chromium.visitor(width, true);
        page.navigate(at(path));
        findings.addAll(chromium.findings(page));
        Chromium.picture(page, "explorer-" + width + path.replaceAll("[^a-z0-9]+", "-"));
      }
    }
    assertEquals(List.of(), findings);
  }

  @Test
  void chartsOfEveryShapeHaveNoFindings() {
    List<String> findings = new ArrayList<>();
    for (int width : new int[] {1280, 320}) {
      for (String figure : SHAPES) {
        Page page = chromium.visitor(width, true);
        page.navigate(at("/en/figures/" + figure));
        findings.addAll(chromium.findings(page));
        Chromium.picture(page, "figure-" + figure + "-" + width);
        page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
        Chromium.picture(page, "figure-" + figure + "-" + width + "-forced");
      }
    }
    assertEquals(List.of(), findings);
  }

  @Test
  void noFigureScrollsSidewaysOnAPhoneAndEachTableCanBeScrolledByKeyboard() {
    List<String> findings = new ArrayList<>();
    Page page = chromium.visitor(320, false);
    for (Figure figure : knowledgeBase.current().statistics().figures()) {
      page.navigate(at(Telling.address(figure, Language.NL)));
      findings.addAll(chromium.shape(page));
      page.locator(".scroll").all().forEach(region -> {
        assertEquals("0", region.getAttribute("tabindex"));
        assertEquals("region", region.getAttribute("role"));
      });
    }
    assertEquals(List.of(), findings);
  }

  @Test
  void seriesDifferWithoutColour() {
    Page page = chromium.visitor(1280, true);
    page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
    page.navigate(at("/en/figures/29"));
    Object fills = page.evaluate("() => new Set([...document.querySelectorAll('.chart-bar')]"
        + ".map(bar => getComputedStyle(bar).fill + (bar.nextElementSibling?.getAttribute('fill') ?? ''))).size");
    assertTrue(((Number) fills).intValue() >= 2, "bars of different series look the same: " + fills);
  }

  @Test
  void paperShowsChartAndTableWhole() {
    for (String figure : SHAPES) {
      Page page = chromium.visitor(720, true);
      page.navigate(at("/nl/cijfers/" + figure));
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      Object cut = page.evaluate("() => [...document.querySelectorAll('.scroll')]"
          + ".filter(e => e.scrollWidth > document.documentElement.clientWidth).length");
      assertEquals(0, ((Number) cut).intValue(), "figure " + figure + " does not fit the paper");
      assertTrue(page.locator(".drawing svg").first().isVisible());
      Chromium.picture(page, "figure-" + figure + "-print");
    }
  }

  @Test
  void searchWorksWithoutScript() {
    Page page = chromium.visitor(320, false);
    page.navigate(at("/en/figures"));
    page.locator("#q").fill("56");
    page.locator("form.finder button").click();
    page.locator(".hits a").first().click();
    assertTrue(page.url().endsWith("/en/figures/56"), page.url());
    page.locator(".languages a").click();
    assertTrue(page.url().endsWith("/nl/cijfers/56"), page.url());
  }

  private String at(String path) {
    return "http://localhost:" + port + path;
  }
}
