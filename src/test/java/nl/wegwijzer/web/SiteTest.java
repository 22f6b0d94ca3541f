package nl.wegwijzer.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The whole site over HTTP: headers, cookies, tokens, languages, mistakes, and what must never leak. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "wegwijzer.answers.key-file=target/site-answers.key")
@ExtendWith(OutputCaptureExtension.class)
class SiteTest {

  private static final String JOURNEY = "/nl/gezin-laten-overkomen";

  private static final String EXCHANGE = "/nl/au-pair-en-working-holiday";
  private static final String COMING = "/nl/naar-nederland-komen";

  @LocalServerPort
  private int port;

  @ParameterizedTest
  @ValueSource(strings = {"/", "/nl", "/en", "/nl/gezin-laten-overkomen", "/nl/gezin-laten-overkomen/vraag/FamilyTie",
      "/nl/gezin-laten-overkomen/vraag/SponsorAsylumStatus", "/en/bring-my-family/answers", "/en/bring-my-family/advice",
      "/nl/desk", "/en/status", "/nl/privacy", "/en/accessibility", "/nl/wissen", "/nl/nowhere", "/nowhere", "/error",
      "/api/v1/journeys", "/api/v1/nowhere", "/assets/app.css", "/assets/nowhere.css", "/nl//desk", "/nl;a=b",
      "/nl/desk?journey=%E0%A4"})
  void everyAnswerCarriesTheSecurityHeaders(String path) {
    HttpResponse<String> response = new Visitor(port).get(path);
    assertThat(header(response, "Content-Security-Policy")).contains("default-src 'none'", "script-src 'self'",
        "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "require-trusted-types-for 'script'")
        .doesNotContain("unsafe", "*");
    assertThat(header(response, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header(response, "Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(header(response, "Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
    assertThat(header(response, "Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
    assertThat(header(response, "Permissions-Policy")).contains("geolocation=()");
    assertThat(header(response, "X-Frame-Options")).isEqualTo("DENY");
    assertThat(response.headers().allValues("Set-Cookie")).allSatisfy(cookie -> assertThat(cookie)
        .startsWith("__Host-").contains("Secure", "HttpOnly", "SameSite=Lax", "Path=/").doesNotContain("Domain"));
  }

  @Test
  void overHttpsTheBrowserIsToldToStayThere() {
    assertThat(header(new Visitor(port).get("/nl", "X-Forwarded-Proto", "https"), "Strict-Transport-Security"))
        .contains("max-age=31536000", "includeSubDomains");
  }

  @Test
  void pagesAreNeverStoredAndAssetsAre() {
    Visitor visitor = new Visitor(port);
    HttpResponse<String> page = visitor.get("/nl");
    assertThat(header(page, "Cache-Control")).contains("no-store");
    Matcher sheet = Pattern.compile("href=\"(/assets/app-[0-9a-f]{32}\\.css)\"").matcher(page.body());
    assertThat(sheet.find()).isTrue();
    assertThat(header(visitor.get(sheet.group(1)), "Cache-Control")).contains("max-age=31536000");
  }

  @Test
  void pagesHoldNoInlineStyleOrScript() {
    Visitor visitor = walked();
    for (String path : List.of("/nl", JOURNEY, JOURNEY + "/antwoorden", JOURNEY + "/advies", "/nl/desk")) {
      assertThat(visitor.get(path).body()).doesNotContain("style=\"", "<style", "onclick", "javascript:")
          .doesNotContainPattern("<script(?![^>]* src=)");
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"|/nl", "en-US,en;q=0.9|/en", "nl|/nl", "de,fr;q=0.8|/nl", "fr,en;q=0.5|/en"})
  void theStartFollowsTheLanguageOfTheBrowser(String accepted, String address) {
    Visitor visitor = new Visitor(port);
    HttpResponse<String> response = accepted == null ? visitor.get("/") : visitor.get("/", "Accept-Language", accepted);
    assertThat(response.statusCode()).isEqualTo(302);
    assertThat(Visitor.location(response)).isEqualTo(address);
  }

  @Test
  void theLanguageOfAPageIsThatOfItsAddress() {
    HttpResponse<String> english = new Visitor(port).get("/en", "Accept-Language", "nl");
    assertThat(english.body()).contains("<html lang=\"en\">");
    assertThat(header(english, "Content-Language")).startsWith("en");
  }

  @ParameterizedTest
  @ValueSource(strings = {JOURNEY, JOURNEY + "/vraag/FamilyTie", JOURNEY + "/antwoorden", "/nl/wissen", "/nl/desk",
      "/nl/privacy", "/nl"})
  void nothingIsTakenFromAFormWithoutItsToken(String path) {
    Visitor visitor = new Visitor(port);
    visitor.get("/nl/wissen");
    visitor.forgetToken();
    HttpResponse<String> response = visitor.post(path, "answer", "spouse");
    assertThat(response.statusCode()).isEqualTo(403);
    assertThat(response.body()).contains("lang=\"nl\"", "Dit formulier is verlopen");
  }

  @Test
  void programsNeedNoTokenAndGetNoCookie() {
    HttpResponse<String> response = new Visitor(port).get("/api/v1/journeys");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().allValues("Set-Cookie")).isEmpty();
  }

  @Test
  void errorsAreSaidInBothLanguagesWithoutDetails() {
    Visitor visitor = new Visitor(port);
    assertThat(visitor.get("/nl/nowhere").statusCode()).isEqualTo(404);
    assertThat(visitor.get("/nl/nowhere").body()).contains("Deze pagina bestaat niet");
    assertThat(visitor.get("/en/nowhere").body()).contains("Page not found");
    assertThat(visitor.get("/nowhere", "Accept-Language", "en").statusCode()).isEqualTo(404);
    visitor.get(JOURNEY);
    HttpResponse<String> wrongWay = visitor.post(JOURNEY + "/advies");
    assertThat(wrongWay.statusCode()).isEqualTo(405);
    assertThat(wrongWay.body()).contains("Zo werkt deze pagina niet").doesNotContain("Exception");
    assertThat(visitor.get("/api/v1/nowhere").body()).contains("\"status\":404").doesNotContain("<html");
  }

  @ParameterizedTest
  @ValueSource(strings = {"garbage", "AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", ""})
  void aCookieThatCannotBeReadIsAFreshStartWithANotice(String value) {
    Visitor visitor = new Visitor(port);
    visitor.cookies.put("__Host-answers", value);
    HttpResponse<String> response = visitor.get(JOURNEY);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).contains("kunnen uw antwoorden niet meer");
    assertThat(visitor.cookies).doesNotContainKey("__Host-answers");
    assertThat(visitor.get(JOURNEY).body()).doesNotContain("kunnen uw antwoorden niet meer");
  }

  @Test
  void aQuestionIsReachedOnlyInItsTurn() {
    Visitor visitor = begun();
    HttpResponse<String> early = visitor.get(JOURNEY + "/vraag/NareisRequestedOn");
    assertThat(early.statusCode()).isEqualTo(302);
    assertThat(Visitor.location(early)).isEqualTo(JOURNEY + "/vraag/SponsorAsylumStatus");
    assertThat(Visitor.location(visitor.post(JOURNEY + "/vraag/NareisRequestedOn", "answer-day", "1", "answer-month",
        "1", "answer-year", "2024"))).isEqualTo(JOURNEY + "/vraag/SponsorAsylumStatus");
    assertThat(visitor.get(JOURNEY + "/vraag/NoSuchQuestion").statusCode()).isEqualTo(404);
    assertThat(visitor.get(JOURNEY + "/vraag/Age").statusCode()).isEqualTo(404);
  }

  @Test
  void aWalkEndsInAnAdviceAndACalendarFile() {
    Visitor visitor = walked();
    String outcome = visitor.get(JOURNEY + "/advies").body();
    assertThat(outcome).contains("Mogelijk", "15 mei 2024", "8 oktober 2024");
    assertThat(visitor.get("/en/bring-my-family/advice").body()).contains("Possible", "15 May 2024");
    HttpResponse<String> calendar = visitor.get(JOURNEY + "/advies/NareisFilingDeadline.ics");
    assertThat(header(calendar, "Content-Type")).startsWith("text/calendar");
    assertThat(calendar.body()).contains("DTSTART;VALUE=DATE:20240410\r\n", "BEGIN:VCALENDAR\r\n");
    assertThat(calendar.body().lines().toList()).allSatisfy(line ->
        assertThat(line.getBytes(java.nio.charset.StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
    assertThat(visitor.get(JOURNEY + "/advies/Nothing.ics").statusCode()).isEqualTo(404);
  }

  @Test
  void answersAreKeptForTheNextJourneyAndGoWhenCleared() {
    Visitor visitor = walked();
    assertThat(visitor.get("/nl/mvv-nareis-ophalen").statusCode()).isEqualTo(200);
    assertThat(visitor.cookies.get("__Host-answers").length()).isLessThan(Seal.MAX_TOKEN);
    visitor.get("/nl/wissen");
    visitor.post("/nl/wissen");
    assertThat(visitor.cookies).doesNotContainKey("__Host-answers");
    assertThat(visitor.get(JOURNEY + "/antwoorden").body()).contains("nog niets beantwoord");
  }

  @Test
  void aReferenceDateThatDoesNotExistIsAMistake() {
    Visitor visitor = new Visitor(port);
    visitor.get(JOURNEY);
    HttpResponse<String> response = visitor.post(JOURNEY, "on-day", "31", "on-month", "2", "on-year", "2024");
    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(response.body()).contains("<title>Fout: ", "href=\"#on-day\"");
  }

  @Test
  void adviceForADayAfterTheReportCarriesAWarning() {
    Visitor visitor = new Visitor(port);
    visitor.get(JOURNEY);
    visitor.post(JOURNEY, "on-day", "16", "on-month", "5", "on-year", "2024");
    visitor.post(JOURNEY + "/vraag/SponsorAsylumStatus", "answer", "no-permit");
    assertThat(visitor.get(JOURNEY + "/advies").body()).contains("na half mei 2024. Of de regels");
    assertThat(walked().get(JOURNEY + "/advies").body()).doesNotContain("na half mei 2024. Of de regels");
  }

  @Test
  void whatIsTypedComesBackEscapedAndNeverReachesTheLog(CapturedOutput output) {
    Visitor visitor = begun();
    visitor.post(JOURNEY + "/vraag/SponsorAsylumStatus", "answer", "own-permit");
    visitor.post(JOURNEY + "/vraag/FamilyTie", "answer", "spouse");
    visitor.get(JOURNEY + "/vraag/AsylumPermitGrantedOn");
    HttpResponse<String> response = visitor.post(JOURNEY + "/vraag/AsylumPermitGrantedOn", "answer-day",
        "\"><script>canary</script>", "answer-month", "5", "answer-year", "2024");
    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(response.body()).contains("canary").doesNotContain("<script>canary");
    visitor.get("/nl/desk");
    assertThat(visitor.post("/nl/desk", "journey", "Nareis", "a-AsylumPermitGrantedOn", "<b>canary</b>").body())
        .doesNotContain("<b>canary");
    assertThat(output.getAll()).doesNotContain("canary", "own-permit");
  }

  @Test
  void whatCannotBeDecodedIsRefusedWithoutAWordInTheLog(CapturedOutput output) {
    Visitor visitor = begun();
    HttpResponse<String> garbled = visitor.postRaw(JOURNEY + "/vraag/SponsorAsylumStatus", "answer=canary%E0%A4%A");
    assertThat(garbled.statusCode()).isEqualTo(400);
    assertThat(garbled.body()).contains("<html lang=\"nl\">", "We begrijpen deze vraag niet");
    assertThat(visitor.postRaw(JOURNEY, "answer=canary" + "a".repeat(70_000)).statusCode()).isEqualTo(413);
    assertThat(output.getAll()).doesNotContain("canary");
  }

  @Test
  void datesThatContradictEachOtherLeadToTheEarlierOne() {
    Visitor visitor = begun();
    visitor.post(JOURNEY + "/vraag/SponsorAsylumStatus", "answer", "own-permit");
    visitor.post(JOURNEY + "/vraag/FamilyTie", "answer", "spouse");
    visitor.post(JOURNEY + "/vraag/AsylumPermitGrantedOn", "answer-day", "10", "answer-month", "1", "answer-year",
        "2024");
    HttpResponse<String> before = visitor.post(JOURNEY + "/vraag/NareisRequestedOn", "answer-day", "9", "answer-month",
        "1", "answer-year", "2024");
    assertThat(before.statusCode()).isEqualTo(422);
    assertThat(before.body()).contains("href=\"#answer-day\"",
        "href=\"" + JOURNEY + "/vraag/AsylumPermitGrantedOn\"", "10 januari 2024");
  }

  @Test
  void anOutcomeFoldsEveryNoButTheFirst() {
    Visitor visitor = new Visitor(port);
    visitor.get("/nl/naar-nederland-komen");
    visitor.post("/nl/naar-nederland-komen");
    visitor.get("/nl/naar-nederland-komen/vraag/Nationality");
    visitor.post("/nl/naar-nederland-komen/vraag/Nationality", "answer", "DE");
    String outcome = visitor.get("/nl/naar-nederland-komen/advies").body();
    assertThat(outcome.split("<article class=\"goal\"")).hasSize(7)
        .satisfies(goals -> assertThat(goals[1]).doesNotContain("class=\"fold\"").contains("Uitzondering:", "Geldt wel"))
        .satisfies(goals -> assertThat(List.of(goals).subList(2, 7)).allMatch(goal -> goal.contains("class=\"fold\"")));
    // What nobody asked is not held against anybody: it stands apart, and not among the conditions.
    assertThat(outcome).contains("Dit maakt hier niet meer uit: Langer dan drie maanden;");
  }

  @Test
  void aJourneyOverAlternativesFoldsThoseThatAreNoBehindTheOthers() {
    Visitor visitor = new Visitor(port);
    visitor.get(EXCHANGE);
    visitor.post(EXCHANGE);
    visitor.get(EXCHANGE + "/vraag/StayPurpose");
    visitor.post(EXCHANGE + "/vraag/StayPurpose", "answer", "working-holiday");
    String outcome = visitor.get(EXCHANGE + "/advies").body();
    String before = outcome.substring(0, outcome.indexOf("class=\"aside\""));
    String aside = outcome.substring(outcome.indexOf("class=\"aside\""));
    assertThat(before).contains("id=\"WorkingHolidayPossible\"").doesNotContain("AuPairPossible");
    assertThat(aside).contains("Ook bekeken, met nee als antwoord: Au pair</summary>", "id=\"AuPairPossible\"")
        .doesNotContain("id=\"WorkingHolidayPossible\"");
    visitor.get(EXCHANGE + "/vraag/StayPurpose");
    visitor.post(EXCHANGE + "/vraag/StayPurpose", "answer", "other-exchange");
    assertThat(visitor.get(EXCHANGE + "/advies").body()).doesNotContain("class=\"aside\"")
        .containsSubsequence("id=\"AuPairPossible\"", "id=\"WorkingHolidayPossible\"");
  }

  @Test
  void aJourneyOffersItsOwnOptionsAndKeepsWhatWasAnsweredElsewhere() {
    Visitor visitor = new Visitor(port);
    visitor.get(EXCHANGE);
    visitor.post(EXCHANGE);
    assertThat(visitor.get(EXCHANGE + "/vraag/StayPurpose").body())
        .contains("value=\"au-pair\"", "value=\"other-exchange\"", "value=\"unknown\"").doesNotContain("value=\"seasonal-work\"");
    visitor.get(COMING);
    visitor.post(COMING);
    visitor.get(COMING + "/vraag/Nationality");
    visitor.post(COMING + "/vraag/Nationality", "answer", "AR");
    visitor.get(COMING + "/vraag/IntendedStay");
    visitor.post(COMING + "/vraag/IntendedStay", "answer-amount", "6", "answer-unit", "M");
    assertThat(visitor.get(COMING + "/vraag/StayPurpose").body()).contains("value=\"au-pair\"", "value=\"seasonal-work\"");
    visitor.post(COMING + "/vraag/StayPurpose", "answer", "seasonal-work");
    assertThat(visitor.get(EXCHANGE + "/antwoorden").body()).contains("Seizoenwerk");
    String kept = visitor.get(EXCHANGE + "/vraag/StayPurpose").body();
    assertThat(kept).containsPattern("value=\"seasonal-work\"[^>]* checked").doesNotContain("value=\"self-employed\"");
    assertThat(visitor.post(EXCHANGE + "/vraag/StayPurpose", "answer", "seasonal-work").statusCode()).isEqualTo(302);
    assertThat(visitor.post(EXCHANGE + "/vraag/StayPurpose", "answer", "self-employed").statusCode()).isEqualTo(422);
  }

  @Test
  void theDeskWorksOutTwoScenarios() {
    Visitor visitor = new Visitor(port);
    visitor.get("/en/desk");
    HttpResponse<String> response = visitor.post("/en/desk", "journey", "Nareis", "on", "2024-05-15", "comparing", "yes",
        "a-SponsorAsylumStatus", "no-permit", "b-SponsorAsylumStatus", "own-permit");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).contains("Scenario A", "Scenario B", "A No | B It depends");
    assertThat(visitor.cookies).doesNotContainKey("__Host-answers");
  }

  private Visitor begun() {
    Visitor visitor = new Visitor(port);
    visitor.get(JOURNEY);
    visitor.post(JOURNEY, "on-day", "15", "on-month", "5", "on-year", "2024");
    visitor.get(JOURNEY + "/vraag/SponsorAsylumStatus");
    return visitor;
  }

  private Visitor walked() {
    Visitor visitor = begun();
    visitor.post(JOURNEY + "/vraag/SponsorAsylumStatus", "answer", "own-permit");
    visitor.post(JOURNEY + "/vraag/FamilyTie", "answer", "spouse");
    visitor.post(JOURNEY + "/vraag/AsylumPermitGrantedOn", "answer-day", "10", "answer-month", "1", "answer-year",
        "2024");
    HttpResponse<String> last = visitor.post(JOURNEY + "/vraag/NareisRequestedOn", "answer-day", "8", "answer-month",
        "4", "answer-year", "2024");
    assertThat(Visitor.location(last)).isEqualTo(JOURNEY + "/antwoorden");
    return visitor;
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }
}
