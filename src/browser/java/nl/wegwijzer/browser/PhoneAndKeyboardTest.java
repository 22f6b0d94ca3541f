package nl.wegwijzer.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.wegwijzer.forms.Forms;
import nl.wegwijzer.forms.Question;
import nl.wegwijzer.knowledge.KnowledgeBase;
import nl.wegwijzer.text.Language;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A narrow phone, a keyboard and nothing else, and the pages that a good walk never shows. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "wegwijzer.answers.key-file=target/browser-answers.key")
class PhoneAndKeyboardTest {

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
  void everyWordingFitsANarrowPhone() {
    Forms forms = knowledgeBase.current().forms();
    List<String> findings = new ArrayList<>();
    for (Language language : Language.values()) {
      Page page = chromium.visitor(320, true);
      page.navigate(at("/" + language.tag() + "/" + forms.journey("Nareis").orElseThrow().slug().in(language)));
      page.locator("main form button[type=submit]").click();
      for (Question question : forms.questions().values()) {
        List<String> labels = question.options().stream().map(option -> option.text().in(language)).toList();
        // The page of one question with the words of another: every journey at once, in a second.
        Object over = page.evaluate("""
            ([ask, hint, labels]) => {
              document.querySelector('h1').textContent = ask;
              document.querySelector('.field .hint').textContent = hint;
              labels.forEach((label, i) => document.querySelectorAll('.pick label')[i % 3].textContent = label);
              return document.documentElement.scrollWidth - document.documentElement.clientWidth;
            }""", List.of(question.ask().in(language), question.hint().map(hint -> hint.in(language)).orElse(""), labels));
        if (((Number) over).intValue() > 0) {
          findings.add(question.id() + " in " + language + " is too wide by " + over);
        }
      }
      page.navigate(page.url().substring(0, page.url().lastIndexOf('/')).replaceAll("/(vraag|question)$", "")
          + (language == Language.NL ? "/antwoorden" : "/answers"));
      for (Question question : forms.questions().values()) {
        Object over = page.evaluate("""
            label => {
              document.querySelector('.answers dt').textContent = label;
              return document.documentElement.scrollWidth - document.documentElement.clientWidth;
            }""", question.label().in(language));
        if (((Number) over).intValue() > 0) {
          findings.add("the label of " + question.id() + " in " + language + " is too wide by " + over);
        }
      }
    }
    assertEquals(List.of(), findings);
  }

  @Test
  void outcomesThatSayNoOrLeaveItOpenHaveNoFindings() {
    Page page = chromium.visitor(320, true);
    page.navigate(at("/nl/naar-nederland-komen"));
    next(page);
    page.locator("#answer").selectOption("DE");
    next(page);
    page.locator("main .buttons .button").first().click();
    assertTrue(page.locator(".goal .verdict.is-no").count() > 1);
    page.locator(".fold summary").first().click();
    assertEquals(List.of(), chromium.findings(page));
    Chromium.picture(page, "pages-no");

    page = chromium.visitor(1280, true);
    page.navigate(at("/en/come-to-the-netherlands"));
    next(page);
    page.locator("#answer").selectOption("SY");
    next(page);
    page.locator("#answer-amount").fill("3");
    page.locator("#answer-unit").selectOption("M");
    next(page);
    page.navigate(at("/en/come-to-the-netherlands/advice"));
    assertTrue(page.locator(".goal .verdict.is-open, .goal .verdict.is-unsettled").count() > 1);
    assertTrue(page.locator("main :lang(nl)").count() > 0, "Dutch terms are marked as Dutch");
    assertEquals(List.of(), chromium.findings(page));
    Chromium.picture(page, "pages-open");
  }

  @Test
  void aRequestThatMakesNoSenseIsAnsweredOnAPageToo() {
    for (String language : List.of("nl", "en")) {
      Page page = chromium.visitor(320, true);
      assertEquals(400, page.navigate(at("/" + language + "/desk?journey=%E0%A4")).status());
      assertEquals(language, page.locator("html").getAttribute("lang"));
      List<String> findings = chromium.findings(page);
      findings.removeIf(finding -> finding.contains("the server responded with a status of 400"));
      assertEquals(List.of(), findings);
    }
  }

  @Test
  void theKeyboardGoesThroughEachPageInOrderAndSeesWhereItIs() {
    Page page = chromium.visitor(1280, true);
    new Traveller(page, kind -> {
      if (kind.equals("question-FamilyTie") || kind.equals("answers") || kind.equals("outcome")) {
        assertEquals(List.of(), tabbing(page), kind);
      }
    }).walk(at("/nl/gezin-laten-overkomen"));
    page.navigate(at("/en/desk?journey=Nareis"));
    assertEquals(List.of(), tabbing(page), "desk");
  }

  @Test
  void theDeskLeadsFromAQuestionToTheOutcomeAndBack() {
    Page page = chromium.visitor(1280, true);
    page.navigate(at("/en/desk?journey=Nareis"));
    assertTrue(page.locator("#with-script").isVisible());
    page.locator("#a-FamilyTie").focus();
    page.keyboard().press("Control+Enter");
    assertEquals("result", page.evaluate("document.activeElement.id"));
    page.keyboard().press("Control+Enter");
    assertEquals("a-FamilyTie", page.evaluate("document.activeElement.id"));
    page.locator("#on").fill("2024-05-15");
    page.keyboard().press("Enter");
    page.waitForURL(address -> address.endsWith("/desk"));
    assertEquals("2024-05-15", page.locator("#on").inputValue());
    assertFalse(page.url().contains("2024"), "no date in the address");
    assertTrue(page.url().endsWith("/en/desk"), "Enter does not change the language: " + page.url());
    Page plain = chromium.visitor(1280, false);
    plain.navigate(at("/en/desk?journey=Nareis"));
    assertFalse(plain.locator("#with-script").isVisible(), "no promise that needs a script");
  }

  /** What is wrong with going through a page by the Tab key alone. */
  private static List<String> tabbing(Page page) {
    List<String> findings = new ArrayList<>();
    page.evaluate("() => { document.activeElement.blur(); window.scrollTo(0, 0); window.stops = []; }");
    for (int i = 0; i < 200; i++) {
      page.keyboard().press("Tab");
      @SuppressWarnings("unchecked")
      Map<String, Object> stop = (Map<String, Object>) page.evaluate("""
          () => {
            const at = document.activeElement;
            if (at === document.body || window.stops.includes(at)) {
              return {end: true};
            }
            const last = window.stops[window.stops.length - 1];
            window.stops.push(at);
            const seen = [at, ...(at.labels || [])].some(one => {
              const style = one === at ? getComputedStyle(at) : getComputedStyle(one, '::before');
              return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
            });
            const backwards = last && !(last.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_FOLLOWING);
            return {end: false, seen, backwards: !!backwards, html: at.outerHTML.slice(0, 120)};
          }""");
      if (stop.get("end").equals(true)) {
        return i < 8 ? List.of("only " + i + " stops") : findings;
      }
      if (!stop.get("seen").equals(true)) {
        findings.add("focus cannot be seen on " + stop.get("html"));
      }
      if (stop.get("backwards").equals(true)) {
        findings.add("Tab jumps back to " + stop.get("html"));
      }
    }
    findings.add("Tab never comes round");
    return findings;
  }

  private static void next(Page page) {
    page.locator("main form button[type=submit]").first().click();
  }

  private String at(String path) {
    return "http://localhost:" + port + path;
  }
}
