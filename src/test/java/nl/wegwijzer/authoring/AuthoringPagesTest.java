package nl.wegwijzer.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.wegwijzer.knowledge.Knowledge;
import nl.wegwijzer.knowledge.KnowledgeBase;
import nl.wegwijzer.web.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages for authors over HTTP: every page there is, every link on them, and the playground. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "wegwijzer.answers.key-file=target/authoring-answers.key")
class AuthoringPagesTest {

  private static final Pattern LINK = Pattern.compile("href=\"(/[^\"]*)\"");
  private static final Pattern ANCHOR = Pattern.compile("href=\"#([^\"]+)\"");

  @LocalServerPort
  private int port;

  @Autowired
  private KnowledgeBase knowledgeBase;

  @ParameterizedTest
  @ValueSource(strings = {"nl", "en"})
  void everyPageIsThereAndEveryLinkLeadsSomewhere(String language) {
    Visitor visitor = new Visitor(port);
    String start = "/" + language + "/authoring";
    Set<String> seen = new HashSet<>(Set.of(start));
    Deque<String> open = new ArrayDeque<>(seen);
    Set<String> outside = new TreeSet<>();
    while (!open.isEmpty()) {
      String path = open.remove();
      HttpResponse<String> response = visitor.get(path);
      assertThat(response.statusCode()).as(path).isEqualTo(200);
      String body = response.body();
      assertThat(body).as(path).endsWith("</html>\n").doesNotContain("style=\"", "<style", "onclick=", "??");
      assertThat(body).as(path).containsPattern("<h1[^>]*>.*\\S.*</h1>");
      ANCHOR.matcher(body).results().map(found -> found.group(1))
          .forEach(anchor -> assertThat(body).as(path).contains("id=\"" + anchor + "\""));
      Matcher link = LINK.matcher(body);
      while (link.find()) {
        String to = link.group(1).replace("&amp;", "&").replaceAll("#.*", "");
        boolean mine = to.startsWith(start) && !to.contains("?case=");
        if (mine && seen.add(to)) {
          open.add(to);
        } else if (!mine) {
          outside.add(to);
        }
      }
    }
    Knowledge knowledge = knowledgeBase.current();
    Links links = new Links(knowledge.forms(), nl.wegwijzer.text.Language.of(language).orElseThrow());
    assertThat(seen).containsAll(knowledge.rules().rules().stream().map(links::rule).toList())
        .containsAll(knowledge.forms().ids().map(links::of).toList())
        .containsAll(knowledge.forms().outcomes().keySet().stream().map(links::outcome).toList())
        .containsAll(knowledge.forms().journeys().values().stream().map(links::journey).toList());
    outside.stream().filter(to -> !to.contains("?case="))
        .filter(to -> !to.contains("/authoring")).forEach(to ->
            assertThat(visitor.get(to).statusCode()).as(to).isIn(200, 302, 303));
  }

  @Test
  void everyScenarioCanBeRunByHandAndHolds() {
    Visitor visitor = new Visitor(port);
    List<String> places = knowledgeBase.current().scenarios().stream()
        .map(scenario -> scenario.file() + ":" + scenario.line()).toList();
    for (int i = 0; i < places.size(); i += 7) {
      HttpResponse<String> response = visitor.get("/en/authoring/playground?case=" + places.get(i));
      assertThat(response.statusCode()).as(places.get(i)).isEqualTo(200);
      assertThat(response.body()).as(places.get(i)).contains("<strong>holds</strong>").doesNotContain("??");
    }
  }

  @Test
  void theLanguageIsThatOfTheBrowserWhereTheAddressHasNone() {
    HttpResponse<String> response = new Visitor(port).get("/authoring", "Accept-Language", "en");
    assertThat(Visitor.location(response)).isEqualTo("/en/authoring");
  }

  @Test
  void asksWhichRulesRestOnASection() {
    assertThat(new Visitor(port).get("/en/authoring?q=4.3.1.2").body()).contains("/en/authoring/sections/4.3.1.2");
    assertThat(new Visitor(port).get("/en/authoring/sections/4.3.1.2").body())
        .contains("/en/authoring/rules/nareis-is-possible-for-a-family-member-of-an-asylum-permit-holder");
  }

  @Test
  void aCaseThatIsFilledInIsRunWithItsWholeTrace() {
    Visitor visitor = new Visitor(port);
    visitor.get("/en/authoring/playground?journey=Nareis");
    String body = visitor.post("/en/authoring/playground", "journey", "Nareis", "on", "2024-05-15", "SponsorAsylumStatus",
        "own-permit", "FamilyTie", "spouse", "AsylumPermitGrantedOn", "2024-01-10", "NareisRequestedOn", "2024-04-10").body();
    assertThat(body).contains("Nareis is possible for a family member of an asylum permit holder",
        "NareisFilingDeadline.date = 2024-04-10", "The nareis application is in time", "expect: {NareisPossible: yes");
  }

  @Test
  void aCaseInJsonIsRunAndItsMistakesAreNamedAllAtOnce() {
    Visitor visitor = new Visitor(port);
    visitor.get("/nl/authoring/playground");
    assertThat(visitor.post("/nl/authoring/playground", "json",
        "{\"journey\": \"Nareis\", \"on\": \"2024-05-15\", \"answers\": {\"FamilyTie\": \"spouse\"}}").body())
        .contains("SponsorAsylumStatus", "Wordt hierna gevraagd");
    assertThat(visitor.post("/nl/authoring/playground", "json",
        "{\"journey\": \"Nareys\", \"answers\": {\"FamilyTy\": \"spouse\", \"FamilyTie\": 3}}").body())
        .contains("/journey", "Nareis", "/answers/FamilyTy", "/answers/FamilyTie").doesNotContain("id=\"result\"");
    assertThat(visitor.post("/nl/authoring/playground", "json", "{\"journey\": ").body()).contains("Dit is geen JSON");
    assertThat(visitor.post("/nl/authoring/playground", "json", "rule \"x\" when then end").body())
        .contains("Dit is geen voorbeeld en geen JSON").doesNotContain("id=\"result\"");
  }

  @Test
  void aCasePastedFromAFileIsRunAndComparedWithWhatItExpects() {
    Visitor visitor = new Visitor(port);
    visitor.get("/en/authoring/playground");
    String pasted = """
        - name: A case
          on: 2024-05-15
          journey: Nareis
          answers: {SponsorAsylumStatus: own-permit, FamilyTie: spouse, AsylumPermitGrantedOn: 2024-01-10, NareisRequestedOn: 2024-04-10}
          expect: {NareisPossible: yes}
        """;
    assertThat(visitor.post("/en/authoring/playground", "json", pasted).body()).contains("<strong>holds</strong>");
    assertThat(visitor.post("/en/authoring/playground", "json", pasted.replace(": yes}", ": no}")).body())
        .contains("<strong>differs</strong>", "NareisPossible must be no, but is yes");
    assertThat(visitor.post("/en/authoring/playground", "json", pasted.replace("FamilyTie", "FamilyTy")).body())
        .contains("4:46: no question &#39;FamilyTy&#39; (did you mean &#39;FamilyTie&#39;?)").doesNotContain("id=\"result\"");
  }

  @Test
  void nothingIsEverChangedOrTakenAsARule() {
    Visitor visitor = new Visitor(port);
    visitor.get("/en/authoring/playground");
    String hash = knowledgeBase.current().hash();
    for (String path : List.of("", "/rules/new", "/questions/FamilyTie", "/files/rules/new.drl")) {
      assertThat(visitor.post("/en/authoring" + path, "drl", "rule \"x\" when then end").statusCode()).isIn(404, 405);
    }
    assertThat(knowledgeBase.current().hash()).isEqualTo(hash);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/rules/none", "/questions/None", "/conclusions/None", "/outcomes/None", "/journeys/None",
      "/sections/99", "/files/rules/none.drl", "/files/pom.xml", "/files/rules/../../pom.xml", "/playground?case=none:1"})
  void whatDoesNotExistIsNotFound(String path) {
    assertThat(new Visitor(port).get("/en/authoring" + path).statusCode()).isIn(400, 404);
  }
}
