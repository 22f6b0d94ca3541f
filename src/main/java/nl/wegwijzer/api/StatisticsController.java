package nl.wegwijzer.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.wegwijzer.knowledge.Knowledge;
import nl.wegwijzer.knowledge.KnowledgeBase;
import nl.wegwijzer.statistics.Exports;
import nl.wegwijzer.statistics.Figure;
import nl.wegwijzer.statistics.Statistics;
import nl.wegwijzer.text.Language;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The numbers of the report for programs: all of them, one by one, as JSON and as CSV. */
@RestController
@RequestMapping("/api/v1/statistics")
class StatisticsController {

  private static final MediaType CSV = new MediaType("text", "csv", java.nio.charset.StandardCharsets.UTF_8);

  private final KnowledgeBase knowledgeBase;

  StatisticsController(KnowledgeBase knowledgeBase) {
    this.knowledgeBase = knowledgeBase;
  }

  /** Every figure and statement, each with its address and without its cells. */
  @GetMapping
  Map<String, Object> all(@RequestParam(defaultValue = "en") String language) {
    Statistics statistics = knowledgeBase.current().statistics();
    Language spoken = language(language);
    Exports exports = new Exports(statistics);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("figures", statistics.figures().stream().map(figure -> {
      Map<String, Object> entry = new LinkedHashMap<>(exports.json(figure, spoken));
      List.of("cells", "statements", "notes").forEach(entry::remove);
      entry.put("href", "/api/v1/statistics/" + figure.id());
      return entry;
    }).toList());
    json.put("statements", statistics.statements().stream().map(each -> exports.json(each, spoken)).toList());
    return json;
  }

  /** Describes the CSV files of all figures, as a Data Package. */
  @GetMapping("/datapackage.json")
  Map<String, Object> dataPackage(@RequestParam(defaultValue = "en") String language) {
    Knowledge knowledge = knowledgeBase.current();
    Language spoken = language(language);
    return new Exports(knowledge.statistics())
        .dataPackage(knowledge.forms().text("stats-data-package").in(spoken), spoken);
  }

  /** One figure by its number, or one statement by its id. */
  @GetMapping("/{id}")
  Map<String, Object> one(@PathVariable String id, @RequestParam(defaultValue = "en") String language) {
    Statistics statistics = knowledgeBase.current().statistics();
    Exports exports = new Exports(statistics);
    Language spoken = language(language);
    return statistics.figure(id).map(figure -> exports.json(figure, spoken))
        .or(() -> statistics.statement(id).map(statement -> exports.json(statement, spoken)))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no figure or statement '" + id + "'"));
  }

  @GetMapping("/{id}.csv")
  ResponseEntity<String> csv(@PathVariable String id, @RequestParam(defaultValue = "en") String language) {
    Statistics statistics = knowledgeBase.current().statistics();
    Figure figure = statistics.figure(id).orElseThrow(() ->
        new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no figure '" + id + "'"));
    return ResponseEntity.ok().contentType(CSV)
        .header("Content-Disposition", "attachment; filename=\"figure-" + figure.id() + ".csv\"")
        .body(new Exports(statistics).csv(figure, language(language)));
  }

  private static Language language(String tag) {
    return Language.of(tag).orElseThrow(() ->
        new ResponseStatusException(HttpStatus.BAD_REQUEST, "'" + tag + "' is not a language of Wegwijzer; use nl or en"));
  }
}
