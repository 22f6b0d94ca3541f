package nl.wegwijzer.wizard;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import nl.wegwijzer.advice.Advice;
import nl.wegwijzer.advice.Wording;
import nl.wegwijzer.forms.Journey;
import nl.wegwijzer.web.Here;
import nl.wegwijzer.web.Numbers;
import nl.wegwijzer.web.Page;
import nl.wegwijzer.web.Walk;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The outcome of a journey, and its deadlines for a calendar. */
@Controller
class OutcomeController {

  /** The last day the report tells of: it was brought up to date to mid-May 2024. */
  private static final LocalDate REPORT = LocalDate.of(2024, 5, 15);

  @GetMapping({"/nl/{slug}/advies", "/en/{slug}/advice"})
  ModelAndView outcome(Here here, @PathVariable String slug) {
    Journey journey = WizardController.journey(here, slug);
    Walk walk = WizardController.walk(here, journey);
    if (walk.answers().isEmpty()) {
      return new ModelAndView("redirect:" + Routes.journey(journey, here.language()));
    }
    Advice advice = walk.advice();
    List<Outcome> outcomes = Outcome.each(advice.goals(), here, journey, walk);
    String title = here.wording().text(advice.isSettled() ? "outcome-title" : "outcome-title-provisional");
    return Page.of(here, title, Routes.each(language -> Routes.advice(journey, language)))
        .back(Routes.answers(journey, here.language()))
        .view("wizard/outcome")
        .addObject("journey", WizardController.Entry.of(journey, here.language()))
        .addObject("advice", advice)
        .addObject("outcomes", outcomes.stream().filter(outcome -> !outcome.aside()).toList())
        .addObject("aside", outcomes.stream().filter(Outcome::aside).toList())
        .addObject("late", here.on().isAfter(REPORT))
        .addObject("next", walk.next().map(next -> Routes.question(journey, next, here.language())).orElse(null))
        .addObject("answers", Routes.answers(journey, here.language()))
        .addObject("given", new AnswerList(here, journey, walk).counting())
        .addObject("numbers", Numbers.of(numbers(outcomes), here))
        .addObject("follow", follow(here, journey));
  }

  /** The numbers beside what this person is told in full; beside all of it when that has none. */
  private static List<String> numbers(List<Outcome> outcomes) {
    List<String> near = outcomes.stream().filter(o -> !o.folded() && !o.aside())
        .flatMap(o -> o.statistics().stream()).toList();
    return near.isEmpty() ? outcomes.stream().flatMap(o -> o.statistics().stream()).toList() : near;
  }

  private static List<WizardController.Entry> follow(Here here, Journey journey) {
    Set<String> ids = new LinkedHashSet<>(journey.follow());
    journey.goals().forEach(goal -> ids.addAll(here.forms().outcome(goal).follow()));
    ids.remove(journey.id());
    return ids.stream().flatMap(id -> here.forms().journey(id).stream())
        .map(next -> WizardController.Entry.of(next, here.language())).toList();
  }

  @GetMapping({"/nl/{slug}/advies/{conclusion}.ics", "/en/{slug}/advice/{conclusion}.ics"})
  ResponseEntity<byte[]> calendar(Here here, @PathVariable String slug, @PathVariable String conclusion) {
    Journey journey = WizardController.journey(here, slug);
    Advice.Deadline deadline = WizardController.walk(here, journey).advice().goals().stream()
        .flatMap(goal -> goal.deadlines().stream()).filter(found -> found.conclusion().equals(conclusion))
        .findFirst().orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    Wording wording = here.wording();
    String file = new CalendarFile(wording.label(conclusion), wording.text("outcome-deadline-ics-description"),
        conclusion, deadline.date(), here.on()).toString();
    return ResponseEntity.ok().contentType(MediaType.parseMediaType("text/calendar;charset=UTF-8"))
        .header(HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(conclusion + ".ics").build().toString())
        .body(file.getBytes(StandardCharsets.UTF_8));
  }
}
