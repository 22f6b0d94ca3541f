package nl.wegwijzer.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nl.wegwijzer.statistics.Table.Header;
import nl.wegwijzer.statistics.Table.Line;
import nl.wegwijzer.text.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.api.Test;

class TableTest {

  static Stream<Figure> figures() {
    return Data.statistics().figures().stream().filter(figure -> !figure.lost());
  }

  @ParameterizedTest
  @MethodSource("figures")
  void headersFillTheirSideExactly(Figure figure) {
    Table table = Table.of(figure, Language.EN, "t");
    List<Header> head = table.head().stream().flatMap(List::stream).toList();
    assertThat(head.stream().mapToInt(header -> header.columns() * header.rows()).sum())
        .isEqualTo(table.head().size() * figure.columns().size());
    List<Header> side = lines(table).flatMap(line -> line.headers().stream()).toList();
    assertThat(side.stream().mapToInt(header -> header.columns() * header.rows()).sum())
        .isEqualTo(table.labels() * figure.rows().size());
  }

  @ParameterizedTest
  @MethodSource("figures")
  void everyNumberIsThereUnderHeadersThatSayWhatItCounts(Figure figure) {
    Table table = Table.of(figure, Language.NL, "t");
    Set<String> ids = new HashSet<>();
    Stream.concat(table.head().stream().flatMap(List::stream), lines(table).flatMap(line -> line.headers().stream()))
        .forEach(header -> assertThat(ids.add(header.id())).as(header.id()).isTrue());
    assertThat(lines(table).flatMap(line -> line.slots().stream()).flatMap(slot -> slot.seen().stream()))
        .containsExactlyElementsOf(figure.observations().toList());
    assertThat(lines(table).flatMap(line -> line.slots().stream())).allSatisfy(slot ->
        assertThat(ids).containsAll(List.of(slot.headers().split(" "))));
  }

  @Test
  void groupsShareOneHeaderAndASingleLabelReachesAcross() {
    Table table = Table.of(Data.statistics().figure("102").orElseThrow(), Language.NL, "t");
    assertThat(table.labels()).isEqualTo(3);
    assertThat(table.blocks()).hasSize(4);
    Header departure = table.blocks().get(0).get(0).headers().get(0);
    assertThat(departure.rows()).isEqualTo(8);
    assertThat(departure.scope()).isEqualTo("rowgroup");
    Header total = table.blocks().get(3).get(0).headers().get(0);
    assertThat(total.columns()).isEqualTo(3);
    assertThat(total.of()).isEqualTo(Data.statistics().figure("102").orElseThrow().rows().get(13).id());
  }

  private static Stream<Line> lines(Table table) {
    return table.blocks().stream().flatMap(List::stream);
  }
}
