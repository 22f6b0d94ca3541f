package nl.wegwijzer.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import nl.wegwijzer.Project;
import nl.wegwijzer.advice.Case;
import nl.wegwijzer.knowledge.Knowledge;
import nl.wegwijzer.knowledge.RandomCases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** API v1 over HTTP with the real rules: what it replies, and how it refuses. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "wegwijzer.answers.key-file=target/api-answers.key")
@ExtendWith(OutputCaptureExtension.class)
class ApiTest {

  private static final Map<String, Object> NAREIS = Map.of("journey", "Nareis", "on", "2024-05-15", "answers",
      Map.of("SponsorAsylumStatus", "own-permit", "FamilyTie", "spouse", "AsylumPermitGrantedOn", "2024-01-10",
          "NareisRequestedOn", "2024-04-08"));

  private final Knowledge knowledge = Project.knowledge();
  private Program program;

  @LocalServerPort
  void port(int port) {
    program = new Program(port);
  }

  // --- what can be asked for

  @ParameterizedTest
  @CsvSource({"journeys, Journey", "questions, Question", "conclusions, Conclusion"})
  void listsAreAsDescribed(String path, String schema) {
    HttpResponse<String> response = program.get("/api/v1/" + path);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
    JsonNode list = JsonMapper.shared().readTree(response.body());
    assertThat(list).isNotEmpty().allSatisfy(entry ->
        assertThat(Contract.differences(schema, entry.toString())).isEmpty());
  }

  @Test
  void listsNameEverythingThereIs() {
    assertThat(ids(program.json("/api/v1/journeys"))).containsExactlyElementsOf(knowledge.forms().journeys().keySet());
    assertThat(ids(program.json("/api/v1/questions"))).containsExactlyElementsOf(knowledge.forms().questions().keySet());
    assertThat(ids(program.json("/api/v1/conclusions")))
        .containsExactlyElementsOf(knowledge.forms().conclusions().keySet());
    assertThat(program.json("/api/v1/statistics").get("figures").valueStream().map(each -> each.get("figure").asString()))
        .contains("56", "127", "41", "42", "43").hasSize(knowledge.statistics().figures().size());
  }

  @Test
  void aQuestionCarriesItsTypeOptionsAndRange() {
    Map<String, JsonNode> questions = new LinkedHashMap<>();
    program.json("/api/v1/questions").forEach(question -> questions.put(question.get("id").asString(), question));
    assertThat(questions.get("FamilyTie").get("type").asString()).isEqualTo("choice");
    assertThat(ids(questions.get("FamilyTie").get("options"))).contains("spouse");
    assertThat(ids(questions.get("Nationality").get("options"))).contains("SY", "JP", "NL");
    assertThat(questions.get("AsylumPermitGrantedOn").get("type").asString()).isEqualTo("date");
  }

  @ParameterizedTest
  @ValueSource(strings = {"56", "57", "127", "1"})
  void aFigureIsTheSameInBothLanguagesButForItsWords(String id) {
    JsonNode english = program.json("/api/v1/statistics/" + id);
    JsonNode dutch = program.json("/api/v1/statistics/" + id + "?language=nl");
    assertThat(english.get("figure").asString()).isEqualTo(id);
    assertThat(dutch.get("title").asString()).isNotEqualTo(english.get("title").asString());
    assertThat(dutch.get("cells").size()).isEqualTo(english.get("cells").size());
  }

  @Test
  void aFigureComesAsCsvWithItsNumber() {
    HttpResponse<String> csv = program.get("/api/v1/statistics/56.csv?language=nl");
    assertThat(csv.headers().firstValue("Content-Type")).contains("text/csv;charset=UTF-8");
    assertThat(csv.headers().firstValue("Content-Disposition")).contains("attachment; filename=\"figure-56.csv\"");
    assertThat(csv.body().lines().count()).isEqualTo(1 + program.json("/api/v1/statistics/56").get("cells").size());
    assertThat(csv.body()).contains("20.390,20390").startsWith("figure,row,column");
  }

  @Test
  void theApiDescribesItself() {
    JsonNode paths = program.json("/api/v1").get("paths");
    assertThat(paths.propertyNames()).contains("/advice", "/journeys", "/questions", "/conclusions", "/statistics");
    Stream.of("/", "/health", "/journeys", "/questions", "/conclusions", "/statistics", "/statistics/datapackage.json")
        .forEach(path -> {
          assertThat(paths.has(path)).isTrue();
          assertThat(program.get("/api/v1" + (path.equals("/") ? "" : path)).statusCode()).isEqualTo(200);
        });
  }

  @Test
  void healthNamesTheKnowledgeThatEveryAdviceNames() {
    HttpResponse<String> health = program.get("/api/v1/health");
    assertThat(Contract.differences("Health", health.body())).isEmpty();
    assertThat(health.body()).contains(knowledge.hash());
    assertThat(program.advice(NAREIS).get("knowledge").asString()).isEqualTo(knowledge.hash());
  }

  // --- advice

  @Test
  void aSettledCaseHasVerdictProofValuesDeadlinesAndStatistics() {
    JsonNode advice = program.advice(NAREIS);
    assertThat(advice.get("status").asString()).isEqualTo("settled");
    assertThat(advice.get("next")).isEmpty();
    assertThat(advice.get("atMostRemaining").asInt()).isZero();
    assertThat(advice.get("on").asString()).isEqualTo("2024-05-15");
    JsonNode goal = goal(advice, "NareisPossible");
    assertThat(goal.get("verdict").asString()).isEqualTo("yes");
    assertThat(goal.get("certainty").asString()).isEqualTo("discretionary");
    assertThat(goal.get("because").get(0).get("conclusion").asString()).isEqualTo("NareisPossible");
    assertThat(goal.get("because").get(0).get("source").asString()).contains("De Staat van Migratie 2024");
    assertThat(goal.get("values").get("NareisFilingDeadline.date").asString()).isEqualTo("2024-04-10");
    assertThat(goal.get("deadlines").valueStream().filter(each -> each.get("id").asString().equals("NareisFilingDeadline")))
        .singleElement().satisfies(deadline -> {
          assertThat(deadline.get("date").asString()).isEqualTo("2024-04-10");
          assertThat(deadline.get("countedFrom").asString()).isEqualTo("AsylumPermitGrantedOn");
        });
    assertThat(goal.get("statistics").valueStream().map(JsonNode::asString)).contains("56");
  }

  @Test
  void anOpenCaseSaysWhatToAskAndWhy() {
    JsonNode advice = program.advice(Map.of("journey", "Nareis", "on", "2024-05-15"));
    assertThat(advice.get("status").asString()).isEqualTo("open");
    assertThat(advice.get("atMostRemaining").asInt()).isGreaterThanOrEqualTo(advice.get("next").size()).isPositive();
    JsonNode first = advice.get("next").get(0);
    assertThat(knowledge.forms().questions()).containsKey(first.get("question").asString());
    assertThat(first.get("because")).isNotEmpty();
    assertThat(goal(advice, "NareisPossible").get("certainty").isNull()).isTrue();
  }

  @Test
  void notKnowingIsNeverANo() {
    JsonNode advice = program.advice(Map.of("goals", List.of("NareisPossible"), "answers",
        Map.of("SponsorAsylumStatus", Map.of("unknown", true))));
    assertThat(goal(advice, "NareisPossible").get("verdict").asString()).isEqualTo("open");
    assertThat(goal(advice, "NareisPossible").get("openOn").valueStream()
        .anyMatch(open -> open.get("unknown").asBoolean())).isTrue();
  }

  @Test
  void aNoNamesWhatWasGivenAndWhatIsRequired() {
    JsonNode advice = program.advice(Map.of("goals", List.of("NareisPossible"), "answers",
        Map.of("SponsorAsylumStatus", "no-permit")));
    JsonNode goal = goal(advice, "NareisPossible");
    assertThat(goal.get("verdict").asString()).isEqualTo("no");
    assertThat(goal.get("failed").toString()).contains("\"given\":\"no-permit\"", "\"required\":");
  }

  @Test
  void withoutJourneyOrGoalsAllGoalsAreAnsweredToday() {
    ZoneId zone = ZoneId.of("Europe/Amsterdam");
    LocalDate before = LocalDate.now(zone);
    JsonNode advice = program.advice(Map.of());
    assertThat(LocalDate.parse(advice.get("on").asString())).isBetween(before, LocalDate.now(zone));
    assertThat(ids(advice.get("goals"))).containsExactlyElementsOf(knowledge.forms().goals());
    assertThat(ids(program.advice(Map.of("goals", List.of("NareisPossible", "NareisInTime"))).get("goals")))
        .containsExactly("NareisPossible", "NareisInTime");
    assertThat(ids(program.advice(Map.of("journey", "Nareis")).get("goals")))
        .containsExactlyElementsOf(knowledge.forms().journeys().get("Nareis").goals());
  }

  @Test
  void bothLanguagesSayTheSameInOtherWords() {
    Map<String, Object> dutch = new LinkedHashMap<>(NAREIS);
    dutch.put("language", "nl");
    JsonNode nl = program.advice(dutch);
    JsonNode en = program.advice(NAREIS);
    assertThat(goal(nl, "NareisPossible").get("headline").asString())
        .isNotEqualTo(goal(en, "NareisPossible").get("headline").asString());
    Stream.of("verdict", "certainty", "values", "statistics").forEach(field ->
        assertThat(goal(nl, "NareisPossible").get(field)).isEqualTo(goal(en, "NareisPossible").get(field)));
  }

  @Test
  void everyAdviceOnRandomCasesIsAsDescribed() {
    RandomCases cases = new RandomCases(knowledge, 11);
    for (int n = 0; n < 40; n++) {
      Case next = cases.next();
      Map<String, Object> answers = new LinkedHashMap<>();
      next.answers().forEach((id, answer) -> answers.put(id, answer.toJson()));
      HttpResponse<String> response = program.post(Map.of("on", next.on().toString(), "answers", answers,
          "language", n % 2 == 0 ? "nl" : "en"));
      assertThat(Contract.differences(response.statusCode() == 200 ? "Advice" : "Problem", response.body())).isEmpty();
    }
  }

  @Test
  void theDescriptionAllowsNothingElse() {
    String reply = program.post(NAREIS).body();
    assertThat(Contract.differences("Advice", reply)).isEmpty();
    Map.of("\"verdict\":\"yes\"", "\"verdict\":\"maybe\"", "\"certainty\":\"hard\"", "\"certainty\":\"sure\"",
        "\"countedFrom\"", "\"from\"", "\"2024-04-10\"", "\"10-4-2024\"", "\"atMostRemaining\":0,", "", "\"children\"",
        "\"child\"").forEach((right, wrong) -> {
          assertThat(reply).contains(right);
          assertThat(Contract.differences("Advice", reply.replace(right, wrong))).as(wrong).isNotEmpty();
        });
  }

  @Test
  void everyConclusionCanBeAGoal() {
    HttpResponse<String> response = program.post(Map.of("goals", List.copyOf(knowledge.forms().conclusions().keySet())));
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(Contract.differences("Advice", response.body())).isEmpty();
  }

  // --- refusals

  @Test
  void everythingThatIsWrongIsNamedAtOnce() {
    assertThat(program.errors("""
        {"jorney": "x", "journey": "Narreis", "goals": ["NareisPosible", null], "on": "2024-02-30", "language": "fr",
         "answers": {"Nationalty": "SY", "Nationality": "XX", "FamilyTie": "spuose", "AsylumPermitGrantedOn": 3,
                     "a/b~c": 1}}"""))
        .anyMatch(error -> error.startsWith("/jorney: unknown key 'jorney'; did you mean 'journey'?"))
        .anyMatch(error -> error.startsWith("/journey: there is no journey 'Narreis'; did you mean 'Nareis'?"))
        .anyMatch(error -> error.startsWith("/goals/0: there is no conclusion 'NareisPosible'"))
        .anyMatch(error -> error.startsWith("/goals/1: "))
        .anyMatch(error -> error.startsWith("/on: '2024-02-30' is not a date"))
        .anyMatch(error -> error.startsWith("/language: 'fr'"))
        .anyMatch(error -> error.startsWith("/answers/Nationalty: there is no question 'Nationalty'; did you mean"))
        .anyMatch(error -> error.startsWith("/answers/Nationality: "))
        .anyMatch(error -> error.startsWith("/answers/FamilyTie: ") && error.contains("possible: "))
        .anyMatch(error -> error.startsWith("/answers/AsylumPermitGrantedOn: an answer to a date question must be"))
        .anyMatch(error -> error.startsWith("/answers/a~1b~0c: "))
        .hasSize(11);
  }

  @Test
  void answersThatCannotBothBeRightAreRefusedWithTheirNames() {
    assertThat(program.errors("""
        {"on": "2024-05-15", "answers": {"AsylumPermitGrantedOn": "2024-05-01", "NareisRequestedOn": "2024-04-08"}}"""))
        .singleElement().asString().startsWith("/answers: ").contains("AsylumPermitGrantedOn", "NareisRequestedOn");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
      "AsylumPermitGrantedOn|\"2024-02-30\"", "AsylumPermitGrantedOn|\"0000-01-01\"", "AsylumPermitGrantedOn|\"99999-01-01\"",
      "AsylumPermitGrantedOn|\"+99999-01-01\"", "AsylumPermitGrantedOn|\"\"", "AsylumPermitGrantedOn|null",
      "AsylumPermitGrantedOn|20240110", "AsylumPermitGrantedOn|[\"2024-01-10\"]", "AsylumPermitGrantedOn|{}",
      "AsylumPermitGrantedOn|{\"unknown\":false}", "AsylumPermitGrantedOn|{\"unknown\":true,\"x\":1}",
      "FamilyTie|true", "FamilyTie|\"\"", "FamilyTie|\"SPOUSE\"", "FamilyTie|\"\\u202espouse\"", "FamilyTie|\"\\u0000\"",
      "Nationality|\"sy\"", "Nationality|\"Syria\"", "Nationality|1"})
  void aWrongAnswerIsAProblemOfThatAnswer(String question, String answer) {
    assertThat(program.errors("{\"on\": \"2024-05-15\", \"answers\": {\"" + question + "\": " + answer + "}}"))
        .singleElement().asString().startsWith("/answers/" + question + ": ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e999", "-1e999", "1.5", "2147483648", "-1", "9999999", "\"twelve\"", "true", "1e400",
      "123456789012345678901234567890", "[]", "null"})
  void aWrongNumberIsAProblem(String number) {
    String question = knowledge.forms().questions().values().stream()
        .filter(each -> each.type() == nl.wegwijzer.forms.Question.Type.NUMBER).findFirst().orElseThrow().id();
    assertThat(program.errors("{\"answers\": {\"" + question + "\": " + number + "}}"))
        .singleElement().asString().startsWith("/answers/" + question + ": ");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
      "{\"answers\": {\"a\": 1,}}|line 1, column 21: ", "{\"answers\": {\"a\": NaN}}|line 1, column 22: ",
      "{\"on\": \"2024-01-01\", \"on\": \"2024-01-01\"}|Duplicate Object property", "{\"on\"|line 1", "{'on': 1}|line 1",
      "[]|one JSON object", "null|one JSON object", "3|one JSON object", "\"x\"|one JSON object", "{} {}|one JSON object",
      "{\"answers\": {\"\\ud800\": 1}}|line 1", "<xml/>|line 1"})
  void whatIsNotACaseIsRefusedWithItsPlace(String body, String expected) {
    assertThat(program.errors(body)).singleElement().asString().contains(expected);
  }

  @Test
  void towersAndMountainsAreRefused() {
    assertThat(program.errors("{\"answers\":".repeat(2000))).singleElement().asString().contains("one JSON object");
    assertThat(program.errors("[".repeat(60_000))).hasSize(1);
    HttpResponse<String> large = program.post("{\"answers\": {\"FamilyTie\": \"" + "x".repeat(1_000_000) + "\"}}");
    assertThat(large.statusCode()).isEqualTo(413);
    assertThat(Contract.differences("Problem", large.body())).isEmpty();
    String long60k = "x".repeat(60_000);
    assertThat(program.errors("{\"journey\": \"" + long60k + "\", \"answers\": {\"" + long60k.substring(0, 4000) + "\": 1}}"))
        .hasSize(2).allSatisfy(error -> assertThat(error).hasSizeLessThan(1000));
  }

  @Test
  void charactersThatTurnOrHideTextAreNotRepeated() {
    String body = program.post("{\"journey\": \"\\u202eabc\\u0007\\u2066\\u200b\"}").body();
    assertThat(body).contains("abc").doesNotContain("\u202e", "\u2066", "\u200b", "\\u202e", "\\u0007");
  }

  @ParameterizedTest
  @CsvSource({"GET, /api/v1/advice, 405", "DELETE, /api/v1/journeys, 405", "PUT, /api/v1/advice, 405",
      "HEAD, /api/v1/advice, 405", "POST, /api/v1/journeys, 405", "GET, /api, 404", "GET, /api/v1/nowhere, 404",
      "POST, /api/v1/nowhere, 404", "GET, /api/v2/journeys, 404", "GET, /api/v1/statistics/999, 404",
      "GET, /api/v1/statistics/999.csv, 404", "GET, /api/v1/statistics/56?language=fr, 400",
      "GET, /api/v1/%2e%2e/journeys, 400", "GET, /api/v1//journeys, 400", "GET, /api/v1/journeys;a=b, 400",
      "GET, /api/v1/statistics/x%0d%0ay, 400", "HEAD, /api/v1/journeys, 200", "OPTIONS, /api/v1/advice, 200"})
  void addressesAndMethodsThatDoNotExistAreProblemDetails(String method, String path, int status) {
    HttpResponse<String> response = program.send(method, path, "");
    assertThat(response.statusCode()).isEqualTo(status);
    if (status >= 400) {
      assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
      if (!method.equals("HEAD")) {
        assertThat(Contract.differences("Problem", response.body())).isEmpty();
        assertThat(response.body()).doesNotContain("Exception", "\"/error\"", "trace");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "text/html", "application/xml"})
  void onlyJsonIsRead(String type) {
    HttpResponse<String> response = program.send("POST", "/api/v1/advice", "{}", "Content-Type", type);
    assertThat(response.statusCode()).isEqualTo(415);
    assertThat(Contract.differences("Problem", response.body())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"application/json, 400", "*/*, 400", "application/problem+json, 406", "text/html, 406", "text/csv, 406"})
  void whateverSomebodyAcceptsWhatIsWrongComesAsProblemDetails(String accepted, int status) {
    HttpResponse<String> response = program.send("POST", "/api/v1/advice", "{\"a\": 1}", "Content-Type",
        "application/json", "Accept", accepted);
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
  }

  @Test
  void nothingThatWasSentReachesTheLog(CapturedOutput output) {
    program.post("{\"answers\": {\"FamilyTie\": \"canary\", \"canary\": 1}, \"canary\": \"canary\"}");
    program.post("{\"answers\": {\"canary");
    program.post("{\"answers\": {\"SponsorAsylumStatus\": \"own-permit\"}}");
    program.post("\"canary\"");
    program.send("POST", "/api/v1/advice", "canary", "Content-Type", "text/plain");
    program.get("/api/v1/statistics/56?language=canary");
    program.get("/api/v1/advice?FamilyTie=canary");
    assertThat(output.getAll()).doesNotContain("canary", "own-permit");
  }

  // --- many at once

  @Test
  void twoThousandRequestsFromSixteenThreadsAllGetTheirOwnAnswer() throws Exception {
    RandomCases cases = new RandomCases(knowledge, 5);
    List<String> bodies = new ArrayList<>();
    for (int n = 0; n < 20; n++) {
      Case next = cases.next();
      Map<String, Object> answers = new LinkedHashMap<>();
      next.answers().forEach((id, answer) -> answers.put(id, answer.toJson()));
      bodies.add(JsonMapper.shared().writeValueAsString(Map.of("journey", "Nareis", "on", next.on().toString(), "answers",
          answers)));
    }
    List<String> alone = bodies.stream().map(body -> program.post(body).body()).toList();
    ExecutorService threads = Executors.newFixedThreadPool(16);
    try {
      List<Callable<String>> requests = new ArrayList<>();
      for (int n = 0; n < 2000; n++) {
        String body = bodies.get(n % bodies.size());
        requests.add(() -> program.post(body).body());
      }
      List<Future<String>> replies = threads.invokeAll(requests);
      for (int n = 0; n < replies.size(); n++) {
        assertThat(replies.get(n).get()).isEqualTo(alone.get(n % bodies.size()));
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static JsonNode goal(JsonNode advice, String id) {
    return advice.get("goals").valueStream().filter(goal -> goal.get("id").asString().equals(id)).findFirst()
        .orElseThrow();
  }

  private static List<String> ids(JsonNode list) {
    return list.valueStream().map(each -> each.get("id").asString()).toList();
  }
}
