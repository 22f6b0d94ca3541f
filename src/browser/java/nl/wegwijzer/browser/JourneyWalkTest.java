package nl.wegwijzer.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import nl.wegwijzer.forms.Journey;
import nl.wegwijzer.knowledge.KnowledgeBase;
import nl.wegwijzer.text.Language;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every journey, in both languages, on a phone and on a desk, with and without JavaScript. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "wegwijzer.answers.key-file=target/browser-answers.key")
class JourneyWalkTest {

  private static Chromium chromium;

  @LocalServerPort
  private int port;
  @Autowired
  private KnowledgeBase knowledgeBase;

  private final Set<String> looked = new HashSet<>();

  @BeforeAll
  static void open() {
    chromium = new Chromium();
  }

  @AfterAll
  static void close() {
    chromium.close();
  }

  @TestFactory
  Stream<DynamicTest> everyJourneyLeadsToAnOutcome() {
    List<DynamicTest> walks = new ArrayList<>();
    for (Journey journey : knowledgeBase.current().forms().journeys().values()) {
      for (Language language : Language.values()) {
        walks.add(dynamicTest(journey.id() + " " + language.tag(), () -> walk(journey, language)));
      }
    }
    return walks.stream();
  }

  private void walk(Journey journey, Language language) {
    Map<String, String> words = new HashMap<>();
    for (int width : new int[] {1280, 320}) {
      Page page = chromium.visitor(width, true);
      List<String> findings = new ArrayList<>();
      Traveller traveller = new Traveller(page, kind -> {
        // Questions of one type are the same page; one of each is enough for the slow look.
        String type = kind.startsWith("question-") ? page.locator(".field").getAttribute("data-kind") : kind;
        if (looked.add(type + language + width) || kind.equals("outcome")) {
          findings.addAll(chromium.findings(page));
          Chromium.picture(page, journey.id() + "-" + language.tag() + "-" + width + "/" + kind);
        } else {
          findings.addAll(chromium.shape(page));
        }
      });
      words.put("" + width, traveller.walk(address(journey, language)));
      assertEquals(List.of(), findings);
    }
    Traveller plain = new Traveller(chromium.visitor(320, false), kind -> { });
    String withoutScript = plain.walk(address(journey, language));
    assertFalse(withoutScript.isBlank());
    assertEquals(words.get("320"), withoutScript);
    assertEquals(words.get("1280"), withoutScript);
  }

  private String address(Journey journey, Language language) {
    return "http://localhost:" + port + "/" + language.tag() + "/" + journey.slug().in(language);
  }
}
