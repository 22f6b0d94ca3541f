package nl.wegwijzer.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import nl.wegwijzer.authoring.Layers.Box;
import nl.wegwijzer.authoring.Layers.Drawing;
import nl.wegwijzer.authoring.Layers.Edge;
import nl.wegwijzer.authoring.Layers.Place;
import nl.wegwijzer.authoring.Layers.Point;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The drawing of graphs: to the right, without overlap, with few crossings, and always the same. */
class LayersTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 8, 13, 21, 34})
  void everyEdgeRunsToTheRightAndNoBoxesOverlap(int seed) {
    Random random = new Random(seed);
    List<Box> boxes = new ArrayList<>();
    List<Edge> edges = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      boxes.add(new Box("n" + i, 20 + random.nextInt(180), 18 + random.nextInt(50), i < 3));
      for (int j = 0; j < i; j++) {
        if (random.nextInt(20) == 0) {
          edges.add(new Edge("n" + j, "n" + i));
        }
      }
    }
    Drawing drawing = Layers.draw(boxes, edges);
    assertThat(drawing.places().keySet()).containsExactlyInAnyOrderElementsOf(boxes.stream().map(Box::id).toList());
    for (Edge edge : edges) {
      assertThat(drawing.places().get(edge.from()).column()).isLessThan(drawing.places().get(edge.to()).column());
      List<Point> route = drawing.routes().get(edge);
      for (int i = 1; i < route.size(); i++) {
        assertThat(route.get(i).x()).isGreaterThanOrEqualTo(route.get(i - 1).x());
      }
    }
    for (Box one : boxes) {
      Place here = drawing.places().get(one.id());
      assertThat(here.x()).isBetween(0, drawing.width() - one.width());
      assertThat(here.y()).isBetween(0, drawing.height() - one.height());
      for (Box other : boxes) {
        Place there = drawing.places().get(other.id());
        boolean apart = here.x() + one.width() <= there.x() || there.x() + other.width() <= here.x()
            || here.y() + one.height() <= there.y() || there.y() + other.height() <= here.y();
        assertThat(one == other || apart).as(one + " and " + other).isTrue();
      }
    }
    assertThat(Layers.draw(boxes, edges)).isEqualTo(drawing);
  }

  @Test
  void edgesThatNeedNotCrossDoNot() {
    List<Box> boxes = List.of(box("a"), box("b"), box("c"), box("x"), box("y"), box("z"));
    Drawing drawing = Layers.draw(boxes, List.of(new Edge("a", "z"), new Edge("b", "y"), new Edge("c", "x")));
    assertThat(List.of("a", "b", "c")).isSortedAccordingTo((one, other) -> y(drawing, one) - y(drawing, other));
    assertThat(List.of("z", "y", "x")).isSortedAccordingTo((one, other) -> y(drawing, one) - y(drawing, other));
  }

  @Test
  void aNodeThatLeadsToOneOtherStandsBesideIt() {
    List<Box> boxes = List.of(new Box("goal", 10, 10, true), box("middle"), box("end"), box("detail"));
    Drawing drawing = Layers.draw(boxes,
        List.of(new Edge("goal", "middle"), new Edge("middle", "end"), new Edge("detail", "end")));
    assertThat(drawing.places().get("detail").column()).isEqualTo(1);
    assertThat(drawing.places().get("goal").column()).isZero();
  }

  private static Box box(String id) {
    return new Box(id, 10, 10, false);
  }

  private static int y(Drawing drawing, String id) {
    return drawing.places().get(id).y();
  }
}
