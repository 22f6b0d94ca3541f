package nl.wegwijzer.explorer;

import java.util.List;
import nl.wegwijzer.text.Language;
import nl.wegwijzer.web.Here;

/** Finds the journeys that show a number beside one of their outcomes. */
final class Uses {

  private Uses() {}

  /** Each outcome with such a number, as a link to its journey; {@code id} is of a figure or a statement. */
  static List<FigureView.Link> of(String id, Here here) {
    Language language = here.language();
    return here.forms().journeys().values().stream().flatMap(journey -> journey.goals().stream()
        .map(here.forms()::outcome)
        .filter(outcome -> outcome.statistics().stream().anyMatch(used -> used.equals(id) || used.startsWith(id + ":")))
        .map(outcome -> new FigureView.Link(
            journey.title().in(language) + ": " + outcome.topic().in(language),
            "/" + language.tag() + "/" + journey.slug().in(language)))).distinct().toList();
  }
}
