package nl.wegwijzer.api;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.wegwijzer.forms.Conclusion;
import nl.wegwijzer.forms.Journey;
import nl.wegwijzer.forms.Question;
import nl.wegwijzer.knowledge.CaseReader;
import nl.wegwijzer.knowledge.JsonAdvice;
import nl.wegwijzer.knowledge.Knowledge;
import nl.wegwijzer.knowledge.KnowledgeBase;
import nl.wegwijzer.rules.Rule;
import nl.wegwijzer.text.Text;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** API v1: what can be asked and concluded, and advice on a case. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class ApiController {

  /** Many times what all questions together need. */
  private static final int LARGEST_CASE = 64 * 1024;

  private final KnowledgeBase knowledgeBase;
  private final Clock clock;

  ApiController(KnowledgeBase knowledgeBase, Clock clock) {
    this.knowledgeBase = knowledgeBase;
    this.clock = clock;
  }

  /** This API in the words of OpenAPI. */
  @GetMapping
  Resource description() {
    return new ClassPathResource("api/openapi.json");
  }

  /** For those who watch over the server: answers as soon as there are rules to advise with. */
  @GetMapping("/health")
  Map<String, Object> health() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("status", "up");
    json.put("knowledge", knowledgeBase.current().hash());
    return json;
  }

  @GetMapping("/journeys")
  List<Map<String, Object>> journeys() {
    return knowledgeBase.current().forms().journeys().values().stream().map(ApiController::journey).toList();
  }

  @GetMapping("/questions")
  List<Map<String, Object>> questions() {
    return knowledgeBase.current().forms().questions().values().stream().map(ApiController::question).toList();
  }

  @GetMapping("/conclusions")
  List<Map<String, Object>> conclusions() {
    Knowledge knowledge = knowledgeBase.current();
    return knowledge.forms().conclusions().values().stream()
        .map(conclusion -> conclusion(knowledge, conclusion)).toList();
  }

  @PostMapping(path = "/advice", consumes = {"application/json", "application/*+json"})
  ResponseEntity<?> advice(InputStream body) throws IOException {
    byte[] json = body.readNBytes(LARGEST_CASE + 1);
    if (json.length > LARGEST_CASE) {
      throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE, "a case has at most " + LARGEST_CASE + " bytes");
    }
    JsonAdvice.Reply reply = JsonAdvice.of(knowledgeBase.current(), json, LocalDate.now(clock));
    if (reply instanceof JsonAdvice.Reply.Advised advised) {
      return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(advised.json());
    }
    return ResponseEntity.badRequest().contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem(((JsonAdvice.Reply.Refused) reply).mistakes()));
  }

  private static ProblemDetail problem(List<CaseReader.Mistake> mistakes) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST,
        mistakes.size() == 1 ? "1 thing is wrong with this case" : mistakes.size() + " things are wrong with this case");
    problem.setTitle("The case cannot be read");
    problem.setProperty("errors", mistakes);
    return problem;
  }

  private static Map<String, Object> journey(Journey journey) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", journey.id());
    json.put("title", text(journey.title()));
    json.put("summary", text(journey.summary()));
    json.put("slug", text(journey.slug()));
    json.put("audience", journey.audience());
    json.put("goals", journey.goals());
    json.put("follow", journey.follow());
    return json;
  }

  private static Map<String, Object> question(Question question) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", question.id());
    json.put("type", question.type().word());
    json.put("answer", question.type().json());
    json.put("ask", text(question.ask()));
    json.put("label", text(question.label()));
    question.hint().ifPresent(hint -> json.put("hint", text(hint)));
    json.put("unknownAllowed", question.dontKnow());
    if (!question.options().isEmpty()) {
      json.put("options", question.options().stream().map(option -> option(option.id(), option.text())).toList());
    }
    if (question.type() == Question.Type.COUNTRY) {
      json.put("options", question.countries().all().stream()
          .map(country -> option(country.code(), country.name())).toList());
    }
    Question.Range range = question.range();
    range.min().ifPresent(min -> json.put("min", min));
    range.max().ifPresent(max -> json.put("max", max));
    range.from().ifPresent(from -> json.put("min", from.toString()));
    range.until().ifPresent(until -> json.put("max", until.toString()));
    if (range.notInFuture()) {
      json.put("notAfterReferenceDate", true);
    }
    return json;
  }

  private static Map<String, Object> conclusion(Knowledge knowledge, Conclusion conclusion) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", conclusion.id());
    json.put("label", text(conclusion.label()));
    json.put("goal", knowledge.forms().outcomes().containsKey(conclusion.id()));
    json.put("values", List.copyOf(knowledge.rules().fieldsOf(conclusion.id())));
    json.put("rules", knowledge.rules().rulesFor(conclusion.id()).stream().map(ApiController::rule).toList());
    return json;
  }

  private static Map<String, Object> rule(Rule rule) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", rule.name());
    json.put("certainty", rule.certainty().word());
    json.put("source", rule.sources().stream().map(Object::toString).collect(Collectors.joining("; ")));
    return json;
  }

  private static Map<String, Object> option(String id, Text text) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", id);
    json.put("text", text(text));
    return json;
  }

  private static Map<String, String> text(Text text) {
    Map<String, String> json = new LinkedHashMap<>();
    json.put("nl", text.nl());
    json.put("en", text.en());
    return json;
  }
}
