package nl.wegwijzer.desk;

import java.util.List;
import java.util.Map;
import nl.wegwijzer.forms.Journey;
import nl.wegwijzer.web.Here;
import nl.wegwijzer.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The desk: every question of a journey at once; answers travel in the body of the request and are kept nowhere. */
@Controller
class DeskController {

  @GetMapping({"/nl/desk", "/en/desk"})
  ModelAndView open(Here here, @RequestParam MultiValueMap<String, String> asked) {
    String first = here.forms().journeys().keySet().iterator().next();
    return page(here, Desk.fresh(here, asked.getFirst("journey") == null ? first : asked.getFirst("journey")));
  }

  @PostMapping({"/nl/desk", "/en/desk"})
  ModelAndView compute(Here here, @RequestParam MultiValueMap<String, String> form) {
    return page(here, Desk.filled(here, form));
  }

  private static ModelAndView page(Here here, Desk desk) {
    List<Option> journeys = here.forms().journeys().values().stream()
        .map(journey -> option(journey, here, desk)).toList();
    return Page.of(here, here.wording().text("desk-title"), "/desk").wide().switchedBy("desk").view("desk/desk")
        .addObject("desk", desk).addObject("journeys", journeys)
        .addObject("unanswered", unanswered(desk.unanswered(), here));
  }

  private static String unanswered(int n, Here here) {
    return switch (n) {
      case 0 -> here.wording().text("desk-unanswered-none");
      case 1 -> here.wording().text("desk-unanswered-one");
      default -> here.wording().text("desk-unanswered-many", Map.of("n", n));
    };
  }

  /** A journey to choose. */
  record Option(String id, String title, boolean chosen) {}

  private static Option option(Journey journey, Here here, Desk desk) {
    return new Option(journey.id(), journey.title().in(here.language()), journey.id().equals(desk.journey()));
  }
}
