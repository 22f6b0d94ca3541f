package nl.wegwijzer.wizard;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.wegwijzer.advice.Advice;
import nl.wegwijzer.advice.Advisor;
import nl.wegwijzer.advice.Wording;
import nl.wegwijzer.forms.Answer;
import nl.wegwijzer.forms.Journey;
import nl.wegwijzer.forms.Question;
import nl.wegwijzer.forms.Reading;
import nl.wegwijzer.text.Language;
import nl.wegwijzer.web.Field;
import nl.wegwijzer.web.Here;
import nl.wegwijzer.web.Page;
import nl.wegwijzer.web.ReferenceDate;
import nl.wegwijzer.web.Visit;
import nl.wegwijzer.web.Visits;
import nl.wegwijzer.web.Walk;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Start, introduction, one question per page, and checking the answers. */
@Controller
class WizardController {

  private static final String NAME = "answer";
  private static final String DATE = "on";

  private final Visits visits;

  WizardController(Visits visits) {
    this.visits = visits;
  }

  @GetMapping({"/nl", "/en"})
  ModelAndView start(Here here) {
    return Page.of(here, here.wording().text("start-title"), "").view("wizard/start")
        .addObject("audiences", audiences(here))
        .addObject("resume", here.answers().isEmpty() ? null : here.forms().journey(here.visit().journey())
            .map(journey -> Entry.of(journey, here.language())).orElse(null));
  }

  /** Journeys for one kind of visitor, and those that stand above for others but may be what this one looks for. */
  record Audience(String title, String id, List<Entry> journeys, List<Entry> also) {}

  private static List<Audience> audiences(Here here) {
    List<Audience> audiences = new ArrayList<>();
    List<Journey> above = new ArrayList<>();
    for (String audience : List.of("migrant", "family", "employer")) {
      List<Journey> first = here.forms().journeys().values().stream()
          .filter(journey -> journey.audience().get(0).equals(audience)).toList();
      List<Journey> also = above.stream().filter(journey -> journey.audience().contains(audience)).toList();
      if (first.isEmpty()) {
        continue;
      }
      audiences.add(new Audience(here.wording().text("start-audience-" + audience), audience,
          Entry.each(first, here.language()), Entry.each(also, here.language())));
      above.addAll(first);
    }
    return audiences;
  }

  /** A way in. */
  record Entry(String title, String summary, String address) {

    static Entry of(Journey journey, Language language) {
      return new Entry(journey.title().in(language), journey.summary().in(language),
          Routes.journey(journey, language));
    }

    static List<Entry> each(List<Journey> journeys, Language language) {
      return journeys.stream().map(journey -> of(journey, language)).toList();
    }
  }

  @GetMapping({"/nl/{slug}", "/en/{slug}"})
  ModelAndView introduction(Here here, @PathVariable String slug) {
    Journey journey = journey(here, slug);
    return introduction(here, journey, ReferenceDate.showing(here.on()), null);
  }

  @PostMapping({"/nl/{slug}", "/en/{slug}"})
  ModelAndView begin(Here here, @PathVariable String slug, @RequestParam MultiValueMap<String, String> form,
      HttpServletResponse response) {
    Journey journey = journey(here, slug);
    ReferenceDate chosen = ReferenceDate.typed(DATE, form);
    if (chosen.rejected().isPresent()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return introduction(here, journey, chosen, Field.message(chosen.rejected().get(), here.wording()));
    }
    LocalDate on = chosen.date().orElse(here.on());
    visits.keep(here.visit().on(journey.id(), on), response);
    return redirect(onwards(here, journey, new Walk(here.knowledge(), journey.goals(), on, here.answers())));
  }

  private ModelAndView introduction(Here here, Journey journey, ReferenceDate date, String error) {
    Walk walk = new Walk(here.knowledge(), journey.goals(), here.on(), here.answers());
    String title = journey.title().in(here.language());
    return Page.of(here, title, Routes.each(language -> Routes.journey(journey, language)))
        .back(Routes.start(here.language())).failed(error != null)
        .view("wizard/introduction")
        .addObject("journey", Entry.of(journey, here.language()))
        .addObject("topics", journey.goals().stream().map(here.wording()::topic).toList())
        .addObject("questions", walk.advice().atMostRemaining())
        .addObject("known", !walk.answers().isEmpty())
        .addObject("answersAddress", Routes.answers(journey, here.language()))
        .addObject("date", date)
        .addObject("on", here.on())
        .addObject("error", error);
  }

  @GetMapping({"/nl/{slug}/vraag/{question}", "/en/{slug}/question/{question}"})
  ModelAndView ask(Here here, @PathVariable String slug, @PathVariable String question,
      @RequestParam(name = "from", defaultValue = "") String from) {
    Journey journey = journey(here, slug);
    Walk walk = walk(here, journey);
    Question asked = question(here, journey, walk, question);
    if (!walk.isReached(question)) {
      return redirect(onwards(here, journey, walk));
    }
    Field field = Field.showing(asked, NAME, walk.answers().get(question));
    return question(here, journey, walk, field, from.equals("check"), null, List.of());
  }

  @PostMapping({"/nl/{slug}/vraag/{question}", "/en/{slug}/question/{question}"})
  ModelAndView answer(Here here, @PathVariable String slug, @PathVariable String question,
      @RequestParam MultiValueMap<String, String> form, HttpServletResponse response) {
    Journey journey = journey(here, slug);
    Walk walk = walk(here, journey);
    Question asked = question(here, journey, walk, question);
    if (!walk.isReached(question)) {
      return redirect(onwards(here, journey, walk));
    }
    boolean checking = "check".equals(form.getFirst("from"));
    Field field = Field.typed(asked, NAME, form);
    Reading reading = field.read(here.on());
    if (reading instanceof Reading.Rejected rejected) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return question(here, journey, walk, field, checking, Field.message(rejected, here.wording()), List.of());
    }
    Answer answer = (Answer) reading;
    Answer before = walk.answers().get(question);
    Optional<String> contradiction = contradiction(here, question, answer);
    if (contradiction.isPresent()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return question(here, journey, walk, field, checking, contradictionText(contradiction.get(), here),
          beside(contradiction.get(), question, here, journey, walk, checking));
    }
    boolean changed = checking && before != null && !before.equals(answer);
    Visit visit = here.visit().with(journey.id(), question, answer);
    visits.keep(changed ? visit.remembering(new Visit.Change(question, before)) : visit, response);
    return redirect(checking && before != null ? Routes.answers(journey, here.language())
        : onwards(here, journey, new Walk(here.knowledge(), journey.goals(), here.on(), visit.answers())));
  }

  /** The conclusion that the answer cannot be right beside the answers given before. */
  private static Optional<String> contradiction(Here here, String question, Answer answer) {
    Map<String, Answer> answers = new LinkedHashMap<>(here.answers());
    answers.put(question, answer);
    Advisor advisor = here.knowledge().advisor();
    return advisor.contradictions(here.on(), answers).stream().filter(id -> advisor.questionsOf(id).contains(question))
        .findFirst();
  }

  private static String contradictionText(String contradiction, Here here) {
    return here.forms().conclusion(contradiction).met().in(here.language());
  }

  /** The earlier answers that a contradiction is about: the mistake may be in one of those. */
  private static List<AnswerList.Given> beside(String contradiction, String question, Here here, Journey journey,
      Walk walk, boolean checking) {
    return here.knowledge().advisor().questionsOf(contradiction).stream()
        .filter(id -> !id.equals(question) && walk.answers().containsKey(id))
        .map(id -> AnswerList.given(id, walk.answers().get(id), here, journey, checking)).toList();
  }

  private ModelAndView question(Here here, Journey journey, Walk walk, Field field, boolean checking, String error,
      List<AnswerList.Given> others) {
    Wording wording = here.wording();
    String id = field.question().id();
    String title = field.question().ask().in(here.language());
    String previous = checking ? Routes.answers(journey, here.language())
        : walk.before(id).map(before -> Routes.question(journey, before, here.language()))
            .orElse(Routes.journey(journey, here.language()));
    Advice.Ask ask = walk.ask(id).orElse(new Advice.Ask(id, List.of()));
    boolean open = !walk.answers().containsKey(id);
    return Page.of(here, title, Routes.each(language -> Routes.question(journey, id, language)))
        .back(previous).failed(error != null)
        .view("wizard/question")
        .addObject("journey", Entry.of(journey, here.language()))
        .addObject("field", field)
        .addObject("choices", field.choices(here.language(), wording))
        .addObject("hint", field.question().hint().map(hint -> hint.in(here.language())).orElse(null))
        .addObject("unit", field.question().range().unit().in(here.language()))
        .addObject("remaining", open && !checking ? remaining(walk.advice().atMostRemaining(), wording) : null)
        .addObject("why", field.question().why().map(why -> why.in(here.language())).orElse(null))
        .addObject("needs", Need.of(ask, wording))
        .addObject("checking", checking)
        .addObject("toResult", walk.answers().isEmpty() ? null : Routes.advice(journey, here.language()))
        .addObject("error", error)
        .addObject("others", others);
  }

  /** What an answer is needed for: a topic, and the conditions of it that look at the answer. */
  record Need(String topic, List<Condition> conditions) {

    /** A condition, and where it stands; without a name when the topic itself looks at the answer. */
    record Condition(String label, List<String> sources) {}

    static List<Need> of(Advice.Ask ask, Wording wording) {
      Map<String, Need> needs = new LinkedHashMap<>();
      ask.because().forEach(because -> {
        String label = because.goal().equals(because.conclusion()) ? "" : wording.label(because.conclusion());
        List<Condition> conditions = needs.computeIfAbsent(wording.topic(because.goal()),
            topic -> new Need(topic, new ArrayList<>())).conditions();
        if (conditions.stream().noneMatch(condition -> condition.label().equals(label))) {
          conditions.add(new Condition(label, wording.sources(because.rule())));
        }
      });
      return List.copyOf(needs.values());
    }
  }

  private static String remaining(int n, Wording wording) {
    return n == 1 ? wording.text("question-remaining-one") : wording.text("question-remaining-many", Map.of("n", n));
  }

  @GetMapping({"/nl/{slug}/antwoorden", "/en/{slug}/answers"})
  ModelAndView check(Here here, @PathVariable String slug) {
    Journey journey = journey(here, slug);
    Walk walk = walk(here, journey);
    return Page.of(here, here.wording().text("answers-title"),
            Routes.each(language -> Routes.answers(journey, language)))
        .back(walk.before("").map(last -> Routes.question(journey, last, here.language()))
            .orElse(Routes.journey(journey, here.language())))
        .view("wizard/answers")
        .addObject("journey", Entry.of(journey, here.language()))
        .addObject("on", here.on())
        .addObject("answers", new AnswerList(here, journey, walk))
        .addObject("next", walk.next().map(next -> Routes.question(journey, next, here.language())).orElse(null))
        .addObject("remaining", walk.advice().isSettled() ? null
            : remaining(walk.advice().atMostRemaining(), here.wording()))
        .addObject("result", Routes.advice(journey, here.language()));
  }

  @PostMapping({"/nl/{slug}/antwoorden", "/en/{slug}/answers"})
  ModelAndView remove(Here here, @PathVariable String slug, @RequestParam("remove") String question,
      HttpServletResponse response) {
    Journey journey = journey(here, slug);
    visits.keep(here.visit().without(question), response);
    return redirect(Routes.answers(journey, here.language()));
  }

  @GetMapping({"/nl/wissen", "/en/clear"})
  ModelAndView clear(Here here) {
    return Page.of(here, here.wording().text("answers-clear"), Routes.each(Routes::clear))
        .back(Routes.start(here.language())).view("wizard/clear");
  }

  @PostMapping({"/nl/wissen", "/en/clear"})
  ModelAndView cleared(Here here, HttpServletResponse response) {
    visits.forget(response);
    return redirect(Routes.clear(here.language()));
  }

  // --- shared steps

  static Journey journey(Here here, String slug) {
    return here.forms().journeyBySlug(slug, here.language())
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  static Walk walk(Here here, Journey journey) {
    return new Walk(here.knowledge(), journey.goals(), here.on(), here.answers());
  }

  private static Question question(Here here, Journey journey, Walk walk, String id) {
    Question question = here.forms().questions().get(id);
    if (question == null || !walk.knows(id)) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return journey.asking(question, walk.answers().get(id));
  }

  private static String onwards(Here here, Journey journey, Walk walk) {
    return walk.next().map(next -> Routes.question(journey, next, here.language()))
        .orElse(Routes.answers(journey, here.language()));
  }

  private static ModelAndView redirect(String address) {
    return new ModelAndView("redirect:" + address);
  }
}
