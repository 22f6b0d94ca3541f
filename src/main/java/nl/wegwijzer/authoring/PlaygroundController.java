package nl.wegwijzer.authoring;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import nl.wegwijzer.advice.Advice;
import nl.wegwijzer.advice.AdviceJson;
import nl.wegwijzer.advice.Case;
import nl.wegwijzer.advice.Wording;
import nl.wegwijzer.authoring.AuthorPage.Ref;
import nl.wegwijzer.knowledge.Scenario;
import nl.wegwijzer.knowledge.ScenarioRunner;
import nl.wegwijzer.rules.Condition;
import nl.wegwijzer.rules.Evaluation;
import nl.wegwijzer.rules.Settlement;
import nl.wegwijzer.rules.Truth;
import nl.wegwijzer.web.Here;
import nl.wegwijzer.web.Page;
import nl.wegwijzer.web.Trace;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Runs a case against the rules being served and shows everything that happened. Takes answers, never rules. */
@Controller
@RequestMapping({"/nl/authoring/playground", "/en/authoring/playground"})
class PlaygroundController {

  private final Catalogues catalogues;

  PlaygroundController(Catalogues catalogues) {
    this.catalogues = catalogues;
  }

  @GetMapping
  ModelAndView open(Here here, @RequestParam(defaultValue = "") String journey,
      @RequestParam(name = "case", defaultValue = "") String place) {
    if (!place.isEmpty()) {
      Scenario scenario = catalogues.of(here.knowledge()).trial(place)
          .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)).scenario();
      return page(here, Trying.of(here, scenario));
    }
    String first = here.forms().journeys().keySet().iterator().next();
    Trying fresh = Trying.fresh(here, journey.isEmpty() ? first : journey);
    return frame(here, fresh);
  }

  @PostMapping(params = "json")
  ModelAndView pasted(Here here, @RequestParam String json) {
    return page(here, Trying.pasted(here, json));
  }

  @PostMapping(params = "!json")
  ModelAndView filled(Here here, @RequestParam MultiValueMap<String, String> form) {
    return page(here, Trying.filled(here, form));
  }

  private ModelAndView frame(Here here, Trying trying) {
    Wording wording = here.wording();
    List<Option> topics = new ArrayList<>();
    here.forms().journeys().values().forEach(journey -> topics.add(new Option(journey.id(),
        journey.title().in(here.language()))));
    topics.add(new Option(Trying.ALL, wording.text("desk-journey-all")));
    if (trying.topic().equals(Trying.GOALS)) {
      topics.add(new Option(Trying.GOALS, wording.text("authoring-playground-goals")));
    }
    Links links = new Links(here.forms(), here.language());
    return Page.of(here, wording.text("authoring-playground"), Links.BASE + "/playground").wide().back(links.start())
        .failed(!trying.mistakes().isEmpty()).switchedBy("try").view("authoring/playground").addObject("trying", trying)
        .addObject("topics", topics).addObject("address", links.start() + "/playground");
  }

  /** A topic to choose. */
  record Option(String id, String title) {}

  private ModelAndView page(Here here, Trying trying) {
    ModelAndView page = frame(here, trying);
    trying.toCase().ifPresent(given -> {
      Advice advice = here.knowledge().advisor().advise(given);
      AuthorPage author = new AuthorPage(here, catalogues.of(here.knowledge()));
      page.addObject("goals", advice.goals().stream().map(goal -> goal(here, author, goal)).toList())
          .addObject("next", next(author, advice))
          .addObject("remaining", advice.atMostRemaining())
          .addObject("settlements", settlements(here, author, given))
          .addObject("yaml", CaseText.yaml(given, trying.topic(), advice))
          .addObject("reply", CaseText.pretty(new AdviceJson(here.forms(), here.language()).of(advice)));
      trying.scenario().ifPresent(scenario -> page.addObject("scenario", scenario.name())
          .addObject("differences", ScenarioRunner.differences(scenario, advice)));
    });
    return page;
  }

  // --- the advice

  /** What came of one goal. */
  record Result(Ref ref, String state, String word, String certainty, List<Trace.Node> reasons,
      List<Trace.Node> refusals, List<Trace.Node> details, List<Ref> open, List<String> values) {}

  private static Result goal(Here here, AuthorPage author, Advice.Goal goal) {
    Wording wording = here.wording();
    Trace trace = new Trace(wording);
    return new Result(author.of(goal.id()), goal.verdict().word(), wording.verdict(goal),
        goal.certainty() == null ? "" : wording.certainty(goal.certainty()), trace.reasons(goal.because()),
        trace.failures(goal.failed()), trace.reasons(List.copyOf(goal.details())),
        goal.openOn().stream().map(open -> new Ref(wording.label(open.question()), author.links.of(open.question()),
            wording.label(open.conclusion()) + (open.dontKnow() ? " · " + wording.text("answers-dont-know") : ""),
            "")).distinct().toList(),
        goal.values().entrySet().stream().map(value -> value.getKey() + " = " + value.getValue()).toList());
  }

  /** A question that can be asked next, and what needs it. */
  record Next(Ref question, List<Ref> because) {}

  private static List<Next> next(AuthorPage author, Advice advice) {
    return advice.next().stream().map(ask -> new Next(author.of(ask.question()), ask.because().stream()
        .map(need -> author.rule(need.rule(), author.wording.label(need.conclusion()))).distinct().toList())).toList();
  }

  // --- everything that was looked at

  /** A conclusion that was looked at, and every rule about it. */
  record Looked(Ref ref, String state, String word, List<Tried> rules) {}

  /** How far a rule came. */
  record Tried(Ref rule, String state, String word, List<Checked> conditions) {}

  /** A condition of a rule. */
  record Checked(RuleWords.Line line, String state, String word) {}

  private static List<Looked> settlements(Here here, AuthorPage author, Case given) {
    Evaluation evaluation = new Evaluation(here.knowledge().rules(), given.on(), given.answers());
    given.goals().forEach(evaluation::of);
    List<Looked> looked = new ArrayList<>();
    new TreeMap<>(evaluation.visited()).values().forEach(settlement -> looked.add(new Looked(
        author.of(settlement.conclusion()), state(settlement.truth()), word(author, settlement.truth()),
        settlement.attempts().stream().map(attempt -> tried(author, attempt)).toList())));
    return looked;
  }

  private static Tried tried(AuthorPage author, Settlement.Attempt attempt) {
    List<Checked> conditions = new ArrayList<>();
    List<RuleWords.Line> said = author.words.say(attempt.rule()).when();
    List<Condition> all = attempt.rule().conditions();
    for (int i = 0; i < all.size(); i++) {
      Truth truth = i < attempt.conditions().size() ? attempt.conditions().get(i) : Truth.OPEN;
      conditions.add(new Checked(said.get(i), state(truth), word(author, truth)));
    }
    return new Tried(author.rule(attempt.rule(), ""), state(attempt.truth()), word(author, attempt.truth()),
        conditions);
  }

  private static String state(Truth truth) {
    return switch (truth) {
      case TRUE -> "yes";
      case FALSE -> "no";
      case OPEN -> "open";
      case UNSETTLED -> "unsettled";
    };
  }

  private static String word(AuthorPage author, Truth truth) {
    return author.wording.text(switch (truth) {
      case TRUE -> "condition-met";
      case FALSE -> "condition-not-met";
      case OPEN -> "condition-unknown";
      case UNSETTLED -> "condition-unsettled";
    });
  }
}
