package nl.wegwijzer.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.wegwijzer.Project;
import nl.wegwijzer.advice.Wording;
import nl.wegwijzer.authoring.JourneyGraph.Item;
import nl.wegwijzer.authoring.JourneyGraph.Kind;
import nl.wegwijzer.authoring.JourneyGraph.Node;
import nl.wegwijzer.authoring.JourneyGraph.Picture;
import nl.wegwijzer.forms.Journey;
import nl.wegwijzer.text.Language;
import org.junit.jupiter.api.Test;

/** The graph of every journey holds everything the journey rests on, once, and the list says the same. */
class JourneyGraphTest {

  private final Catalogue catalogue = new Catalogue(Project.knowledge(), null);

  @Test
  void pictureAndListHoldTheClosureOfTheJourney() {
    for (Journey journey : catalogue.forms().journeys().values()) {
      JourneyGraph graph = graph(journey);
      Picture picture = graph.picture();
      Set<String> closure = catalogue.rules().closure(catalogue.demanded(journey));
      List<String> drawn = picture.nodes().stream().filter(node -> node.kind() != Kind.RULE).map(Node::id).toList();
      assertThat(drawn).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(closure);
      assertThat(picture.nodes()).allSatisfy(node -> {
        assertThat(node.title()).isNotBlank();
        assertThat(node.href() != null || node.kind() == Kind.DATE).isTrue();
        assertThat(node.x() + node.width()).isLessThanOrEqualTo(picture.width());
        assertThat(node.y() + node.height()).isLessThanOrEqualTo(picture.height());
      });
      Set<String> listed = new HashSet<>();
      graph.outline().forEach(item -> collect(item, listed));
      assertThat(listed).containsExactlyInAnyOrderElementsOf(picture.nodes().stream().map(Node::title)
          .map(title -> title.substring(title.indexOf(": ") + 2)).distinct().toList());
      assertThat(graph(journey).picture()).isEqualTo(picture);
    }
  }

  @Test
  void whatWasUnfoldedIsNotUnfoldedAgain() {
    for (Journey journey : catalogue.forms().journeys().values()) {
      Set<String> unfolded = new HashSet<>();
      graph(journey).outline().forEach(item -> unfolds(item, unfolded));
      assertThat(unfolded).isNotEmpty();
    }
  }

  private void collect(Item item, Set<String> into) {
    into.add(item.label());
    item.items().forEach(below -> collect(below, into));
  }

  private void unfolds(Item item, Set<String> unfolded) {
    if (!item.items().isEmpty()) {
      assertThat(unfolded.add(item.anchor())).as(item.anchor()).isTrue();
      assertThat(item.seen()).isFalse();
    }
    item.items().forEach(below -> unfolds(below, unfolded));
  }

  private JourneyGraph graph(Journey journey) {
    return new JourneyGraph(catalogue, journey, new Wording(catalogue.forms(), Language.EN),
        new Links(catalogue.forms(), Language.EN));
  }
}
