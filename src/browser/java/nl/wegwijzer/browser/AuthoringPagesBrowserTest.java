package nl.wegwijzer.browser;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.wegwijzer.knowledge.KnowledgeBase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The pages for rule authors, on a phone and on a desk, by keyboard, on paper, and right after a save. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "wegwijzer.answers.key-file=target/browser-answers.key")
class AuthoringPagesBrowserTest {

  private static final String RULES = "rules/nareis/nareis.drl";
  /** One page of every kind. */
  private static final List<String> PAGES = List.of("?q=7.3",
      "/rules/nareis-is-possible-for-a-family-member-of-an-asylum-permit-holder", "/questions/FamilyTie",
      "/conclusions/CoreFamilyMember", "/outcomes/NareisPossible", "/journeys/Mvv", "/sections/7.3", "/files/" + RULES,
      "/playground?case=rules/nareis/nareis.cases.yaml:3");
  private static final String CASE = """
      - name: A spouse in time
        on: 2024-05-15
        journey: Nareis
        answers: {SponsorAsylumStatus: own-permit, FamilyTie: spouse, AsylumPermitGrantedOn: 2024-01-10, NareisRequestedOn: 2024-04-10}
        expect: {NareisPossible: yes}
      """;

  /** The author files of the project, to be edited as an author would. */
  @TempDir
  static Path home;
  private static Chromium chromium;

  @LocalServerPort
  private int port;
  @Autowired
  private KnowledgeBase knowledgeBase;

  @DynamicPropertySource
  static void home(DynamicPropertyRegistry registry) throws IOException {
    for (String folder : List.of("rules", "forms", "data")) {
      try (Stream<Path> files = Files.walk(Path.of(folder))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Files.createDirectories(home.resolve(file).getParent());
          Files.copy(file, home.resolve(file));
        }
      }
    }
    registry.add("wegwijzer.home", home::toString);
  }

  @BeforeAll
  static void open() {
    chromium = new Chromium();
  }

  @AfterAll
  static void close() {
    chromium.close();
  }

  @Test
  void pagesOfEveryKindHaveNoFindings() {
    List<String> findings = new ArrayList<>();
    for (int width : new int[] {1280, 320}) {
      for (String language : List.of("nl", "en")) {
        for (String path : PAGES) {
          Page page = chromium.visitor(width, true);
          page.navigate(at(language, path));
          // What is folded away must be in order as well.
          page.evaluate("document.querySelectorAll('main details').forEach(details => details.open = true)");
          findings.addAll(chromium.findings(page));
          Chromium.picture(page, "authoring-" + language + "-" + width + path.replaceAll("[^A-Za-z0-9]+", "-"));
        }
      }
    }
    assertEquals(List.of(), findings);
  }

  @Test
  void everythingWorksOnAPhoneWithoutScript() {
    Page page = chromium.visitor(320, false);
    page.navigate(at("en", ""));
    page.locator("#q").fill("7.3");
    page.locator("form[role=search] button").click();
    page.locator("#hits ~ ul a").first().click();
    assertTrue(page.url().endsWith("/sections/7.3"), page.url());
    assertTrue(page.locator("#rules ~ ul li").count() > 30, "which rules rest on section 7.3");

    page.navigate(at("en", "/journeys/Mvv"));
    page.locator(".zoom a").first().click();
    assertEquals("Fit", page.locator(".zoom [aria-current]").innerText());
    assertTrue(width(page.locator(".canvas svg")) <= 320);
    page.locator("a[href='#outline']").click();
    assertTrue(page.locator("#outline").isVisible());

    page.navigate(at("en", "/playground"));
    page.locator("#json").fill(CASE.replace("FamilyTie", "FamilyTy"));
    page.locator("#as-json button").click();
    assertTrue(page.locator("#mistakes").innerText().contains("did you mean 'FamilyTie'?"));
    page.locator("#json").fill(CASE);
    page.locator("#as-json button").click();
    assertEquals("holds", page.locator("#result .inset strong").innerText());
    assertTrue(page.locator("#result details").count() > 5, "the whole trace");
    page.locator("#FamilyTie").selectOption("other");
    page.locator("#try button").first().click();
    assertTrue(page.url().endsWith("#result"), page.url());
    page.locator(".languages button").click();
    assertEquals("other", page.locator("#FamilyTie").inputValue(), "a case survives a change of language");
    assertEquals(List.of(), chromium.shape(page));
  }

  @Test
  void theKeyboardMovesTheDrawingAndRunsACase() {
    Page page = chromium.visitor(1280, true);
    page.navigate(at("en", "/journeys/Mvv"));
    page.locator(".zoom a").last().focus();
    page.keyboard().press("Enter");
    assertEquals("150%", page.locator(".zoom [aria-current]").innerText());
    assertTrue(width(page.locator(".canvas svg")) > 2500);
    page.keyboard().press("Tab");
    assertTrue(page.locator(".canvas").evaluate("canvas => canvas === document.activeElement").equals(true));
    Object before = page.locator(".canvas").evaluate("canvas => canvas.scrollLeft");
    page.keyboard().press("ArrowRight");
    await().until(() -> !before.equals(page.locator(".canvas").evaluate("canvas => canvas.scrollLeft")));
    page.keyboard().press("Tab");
    assertTrue(page.evaluate("document.activeElement.matches('a.node')").equals(true), "nodes can be reached");

    page.navigate(at("en", "/playground?journey=Nareis"));
    page.locator("#FamilyTie").focus();
    page.keyboard().type("Husband");
    page.locator("#on").focus();
    page.keyboard().press("Enter");
    page.locator("#result").waitFor();
    assertTrue(page.url().endsWith("/en/authoring/playground#result"), page.url());
    assertEquals("spouse", page.locator("#FamilyTie").inputValue());
  }

  @Test
  void theMouseDragsTheDrawingWithoutFollowingALink() {
    Page page = chromium.visitor(1280, true);
    page.navigate(at("en", "/journeys/Mvv?size=150"));
    page.locator("a.node.k-goal").first().hover();
    Number left = (Number) page.locator(".canvas").evaluate("canvas => canvas.scrollLeft");
    page.mouse().down();
    page.mouse().move(20, 400);
    page.mouse().up();
    assertTrue(page.url().contains("/journeys/Mvv"), page.url());
    assertTrue(((Number) page.locator(".canvas").evaluate("canvas => canvas.scrollLeft")).intValue() != left.intValue());
  }

  @Test
  void paperShowsTheDrawingAndTheLinesWhole() {
    for (String path : List.of("/journeys/Mvv", "/journeys/Inburgering", "/files/" + RULES)) {
      Page page = chromium.visitor(1040, true);
      page.navigate(at("en", path));
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      assertEquals(0, page.evaluate("() => [...document.querySelectorAll('main .scroll, .canvas svg')]"
          + ".filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1).length"), path);
      Chromium.picture(page, "authoring-print" + path.replaceAll("[^A-Za-z0-9]+", "-"));
    }
  }

  @Test
  void aBrokenSaveShowsItsPlaceAndHintAndAMendedOneClearsIt() throws IOException {
    Path file = home.resolve(RULES);
    String good = Files.readString(file);
    Page page = chromium.visitor(320, true);
    page.navigate(at("en", ""));
    Files.writeString(file, good.replace("NareisRequestedOn( date <= $last )", "NareisRequestedOn( dat <= $last )"));
    await().atMost(Duration.ofSeconds(30)).until(() -> !knowledgeBase.refused().isEmpty());
    page.reload();
    int line = (int) good.substring(0, good.indexOf("NareisRequestedOn( date <= $last )")).lines().count();
    String told = page.locator("#refused").innerText();
    assertTrue(told.contains(RULES + ":" + line + ":24"), told);
    assertTrue(told.contains("did you mean 'date'?"), told);
    assertEquals("dat", page.locator("#refused mark").innerText());
    assertEquals(List.of(), chromium.findings(page));
    Chromium.picture(page, "authoring-refused");

    page.navigate(at("nl", "/rules/the-nareis-application-is-in-time"));
    assertTrue(page.locator(".listing").innerText().contains("date <= $last"), "the last good version");
    page.locator("main [role=status] a").click();
    assertTrue(page.url().endsWith("/nl/authoring#refused"), page.url());

    Files.writeString(file, good.replace("NareisRequestedOn( date <= $last )", "NareisRequestedOn( date < $last )"));
    await().atMost(Duration.ofSeconds(60)).until(() -> knowledgeBase.refused().isEmpty());
    page.navigate(at("en", ""));
    assertEquals(0, page.locator("#refused").count());
    String facts = page.locator(".facts").innerText();
    assertTrue(facts.contains(RULES) && facts.contains("The nareis application is in time"), facts);
    assertTrue(page.locator("#failing").isVisible(), "the cases that now expect something else");
    assertEquals(List.of(), chromium.findings(page));

    Files.writeString(file, good);
    await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
      page.reload();
      assertEquals(0, page.locator("#failing").count());
    });
  }

  private static double width(Locator drawing) {
    return ((Number) drawing.evaluate("drawing => drawing.getBoundingClientRect().width")).doubleValue();
  }

  private String at(String language, String path) {
    return "http://localhost:" + port + "/" + language + "/authoring" + path;
  }
}
