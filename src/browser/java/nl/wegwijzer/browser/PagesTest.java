package nl.wegwijzer.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.wegwijzer.knowledge.KnowledgeBase;
import nl.wegwijzer.text.Language;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Pages beside the walk, the desk, mistakes, changes, the keyboard, and paper. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "wegwijzer.answers.key-file=target/browser-answers.key")
class PagesTest {

  private static final String JOURNEY = "/nl/gezin-laten-overkomen";
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
  void pagesBesideTheWalkHaveNoFindings() {
    List<String> findings = new ArrayList<>();
    for (int width : new int[] {1280, 320}) {
      for (String path : List.of("/nl", "/en", "/nl/privacy", "/en/privacy", "/nl/toegankelijkheid",
          "/en/accessibility", "/nl/status", "/en/status", "/nl/wissen", "/en/clear", "/nl/desk", "/en/desk")) {
        Page page = chromium.visitor(width, true);
        page.navigate(at(path));
        findings.addAll(chromium.findings(page));
        Chromium.picture(page, "pages-" + width + path.replace('/', '-'));
      }
    }
    assertEquals(List.of(), findings);
  }

  @Test
  void aPageThatDoesNotExistSaysSo() {
    for (String language : List.of("nl", "en")) {
      Page page = chromium.visitor(320, true);
      assertEquals(404, page.navigate(at("/" + language + "/nowhere")).status());
      assertEquals(language, page.locator("html").getAttribute("lang"));
      List<String> findings = chromium.findings(page);
      findings.removeIf(finding -> finding.contains("the server responded with a status of 404"));
      assertEquals(List.of(), findings);
      Chromium.picture(page, "pages-not-found-" + language);
    }
  }

  @Test
  void aMistakeIsSaidAboveTheFormAndAtTheField() {
    for (int width : new int[] {1280, 320}) {
      Page page = chromium.visitor(width, true);
      begin(page);
      page.locator("main form button[type=submit]").click();
      assertTrue(page.title().startsWith("Fout: "), page.title());
      assertEquals("mistakes", page.evaluate("document.activeElement.id"));
      List<String> findings = chromium.findings(page);
      findings.removeIf(finding -> finding.contains("the server responded with a status of 422"));
      assertEquals(List.of(), findings);
      Chromium.picture(page, "pages-mistake-" + width);
      page.locator("#mistakes a").click();
      assertEquals("answer", page.evaluate("document.activeElement.id"));
    }
  }

  @Test
  void aChangedAnswerSaysWhatItChanged() {
    Page page = chromium.visitor(1280, true);
    new Traveller(page, kind -> { }).walk(at(JOURNEY));
    page.navigate(at(JOURNEY + "/antwoorden"));
    page.locator("a[href*='FamilyTie']").click();
    page.locator("label:has-text('Broer of zus')").first().click();
    page.locator("main form button[type=submit]").click();
    Locator changed = page.locator(".changed");
    assertTrue(changed.textContent().contains("Broer of zus"), changed.textContent());
    assertTrue(changed.locator("li").count() > 0);
    assertEquals(List.of(), chromium.findings(page));
    Chromium.picture(page, "pages-changed");
  }

  @Test
  void theLanguageSwitchKeepsPageAndAnswers() {
    Page page = chromium.visitor(1280, true);
    begin(page);
    page.locator("label[for=answer]").click();
    page.locator("main form button[type=submit]").click();
    String question = page.url().substring(page.url().lastIndexOf('/'));
    page.locator(".languages a").click();
    assertTrue(page.url().contains("/en/bring-my-family/question" + question), page.url());
    page.navigate(at("/en/bring-my-family/answers"));
    assertEquals(2, page.locator(".answers > div").count());
  }

  @Test
  void allOfItWorksWithTheKeyboardAlone() {
    Page page = chromium.visitor(1280, true);
    page.navigate(at("/nl"));
    page.keyboard().press("Tab");
    assertEquals("skip", focused(page, "className"));
    tabTo(page, "Mijn gezin wil bij mij komen wonen");
    page.keyboard().press("Enter");
    page.waitForURL("**" + JOURNEY);
    tabTo(page, "Beginnen");
    page.keyboard().press("Enter");
    page.waitForURL("**/vraag/*");
    String first = page.url();
    tabToId(page, "answer");
    page.keyboard().press("Space");
    assertTrue(page.locator("#answer").isChecked());
    page.keyboard().press("ArrowDown");
    assertTrue(page.locator("#answer-2").isChecked());
    page.keyboard().press("ArrowUp");
    page.keyboard().press("Enter");
    page.waitForURL(url -> url.contains("/vraag/") && !url.equals(first));
    Object outline = page.evaluate("() => { document.querySelector('.back').focus({focusVisible: true});"
        + " return getComputedStyle(document.querySelector('.back')).outlineStyle }");
    assertEquals("solid", outline);
  }

  @Test
  void theDeskFollowsEachChangeAndComparesScenarios() {
    for (boolean script : new boolean[] {true, false}) {
      Page page = chromium.visitor(1280, script);
      page.navigate(at("/nl/desk?journey=Nareis"));
      String before = page.locator("#result").textContent();
      page.locator("#a-SponsorAsylumStatus").selectOption("no-permit");
      if (script) {
        page.waitForFunction("() => document.querySelector('#announce').textContent !== ''");
      } else {
        page.locator("#recalculate").click();
      }
      assertFalse(before.equals(page.locator("#result").textContent()));
      page.locator("button[value=compare]").click();
      page.locator("#b-SponsorAsylumStatus").selectOption("own-permit");
      page.locator("#recalculate").click();
      assertTrue(page.locator(".differences li").count() > 0);
      if (script) {
        assertEquals(List.of(), chromium.findings(page));
        Chromium.picture(page, "pages-desk-compared");
      }
      assertFalse(page.url().contains("permit"), "no answer may stand in the address");
    }
  }

  /** Dutch is the longer of the two languages; a journey with eight goals may take a page more. */
  @TestFactory
  Stream<DynamicTest> theOutcomeFitsTwoPagesOfPaper() {
    return knowledgeBase.current().forms().journeys().values().stream()
        .map(journey -> dynamicTest(journey.id(), () -> {
          Page page = chromium.visitor(1280, true);
          new Traveller(page, kind -> { }).walk(at("/nl/" + journey.slug().in(Language.NL)));
          Path pdf = Path.of("target/screenshots/outcome-" + journey.id() + ".pdf");
          page.pdf(new Page.PdfOptions().setPath(pdf).setFormat("A4").setPreferCSSPageSize(true).setPrintBackground(true));
          Matcher count = Pattern.compile("/Count (\\d+)").matcher(
              new String(Files.readAllBytes(pdf), StandardCharsets.ISO_8859_1));
          assertTrue(count.find());
          int most = journey.goals().size() < 8 ? 2 : 3;
          assertTrue(Integer.parseInt(count.group(1)) <= most, count.group(1) + " pages");
        }));
  }

  private void begin(Page page) {
    page.navigate(at(JOURNEY));
    page.locator("main form button[type=submit]").click();
  }

  private static void tabTo(Page page, String text) {
    for (int i = 0; i < 60; i++) {
      if (focused(page, "textContent").startsWith(text)) {
        return;
      }
      page.keyboard().press("Tab");
    }
    throw new AssertionError("the keyboard never reaches " + text);
  }

  private static void tabToId(Page page, String id) {
    for (int i = 0; i < 60; i++) {
      if (focused(page, "id").equals(id)) {
        return;
      }
      page.keyboard().press("Tab");
    }
    throw new AssertionError("the keyboard never reaches " + id);
  }

  private static String focused(Page page, String property) {
    return String.valueOf(page.evaluate("document.activeElement." + property));
  }

  private String at(String path) {
    return "http://localhost:" + port + path;
  }
}
