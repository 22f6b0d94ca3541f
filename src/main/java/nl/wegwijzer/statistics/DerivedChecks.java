package nl.wegwijzer.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.wegwijzer.statistics.Equation.Kind;

/** The checks that follow from the structure of a figure: changes, totals of rows, shares. */
final class DerivedChecks {

  private final Rounding rounding;
  private final List<Equation> found = new ArrayList<>();

  private DerivedChecks(Rounding rounding) {
    this.rounding = rounding;
  }

  static List<Equation> of(Figure figure, Rounding rounding) {
    DerivedChecks checks = new DerivedChecks(rounding);
    checks.changeRows(figure);
    checks.changeColumns(figure);
    checks.totals(figure);
    checks.shares(figure);
    return checks.found.stream().filter(equation -> equation.names().allMatch(name -> counts(figure, name))).toList();
  }

  /** A statement that repeats a cell must say the same. */
  static Stream<Equation> of(Statement statement) {
    return statement.repeats().isEmpty() ? Stream.empty()
        : Stream.of(Equation.of(statement.id(), Kind.SUM, List.of(statement.repeats()), List.of()));
  }

  private void changeRows(Figure figure) {
    List<Years.Pair<Row>> years = Years.rows(figure);
    for (Row change : rows(figure, Role.CHANGE)) {
      List<Column> changed = figure.columns().stream().filter(c -> change.cells().containsKey(c.id())).toList();
      changed.forEach(column -> years.stream()
          .filter(pair -> pair.now().cells().containsKey(column.id()))
          .min(Comparator.comparing((Years.Pair<Row> pair) -> pair.now().role() != Role.TOTAL)
              .thenComparing(pair -> pair.now().path().size()))
          .ifPresent(pair -> found.add(growth(figure, change, column, pair.now(), column, pair.before(), column))));
    }
  }

  private void changeColumns(Figure figure) {
    List<Column> changes = figure.columns().stream().filter(column -> column.role() == Role.CHANGE).toList();
    for (Column change : changes) {
      Years.columns(figure).stream().findFirst().ifPresent(pair -> figure.rows().stream()
          .filter(row -> row.cells().containsKey(change.id()))
          .forEach(row -> found.add(growth(figure, row, change, row, pair.now(), row, pair.before()))));
    }
  }

  private static Equation growth(Figure figure, Row row, Column column, Row now, Column nowColumn, Row before,
      Column beforeColumn) {
    return Equation.of(ref(figure, row, column), Kind.GROWTH,
        List.of(ref(figure, now, nowColumn)), List.of(ref(figure, before, beforeColumn)));
  }

  private void totals(Figure figure) {
    for (Row total : rows(figure, Role.TOTAL)) {
      List<Row> parts = parts(figure, total);
      for (Column column : figure.columns()) {
        List<String> names = parts.stream().map(row -> ref(figure, row, column))
            .filter(name -> counts(figure, name)).toList();
        if (names.size() > 1 && total.cells().containsKey(column.id()) && column.role() == Role.VALUE) {
          boolean adds = rounding.isCount(total.cells().get(column.id()).unit());
          found.add(Equation.of(ref(figure, total, column), adds ? Kind.SUM : Kind.AMONG, names, List.of()));
        }
      }
    }
  }

  /** The value rows before (or, when there are none, after) a total, with the same outer labels and period. */
  static List<Row> parts(Figure figure, Row total) {
    int at = figure.rows().indexOf(total);
    List<Row> above = new ArrayList<>();
    for (int i = at - 1; i >= 0 && belongs(figure.rows().get(i), total); i--) {
      above.add(0, figure.rows().get(i));
    }
    if (!above.isEmpty()) {
      return above;
    }
    return figure.rows().stream().skip(at + 1L).takeWhile(row -> belongs(row, total)).toList();
  }

  private static boolean belongs(Row row, Row total) {
    int outer = total.path().size() - 1;
    return row.role() == Role.VALUE && row.period().equals(total.period()) && row.path().size() >= outer
        && outer >= 0 && row.path().subList(0, outer).equals(total.path().subList(0, outer));
  }

  private void shares(Figure figure) {
    for (Row share : rows(figure, Role.SHARE)) {
      Optional<Row> base = base(figure, share);
      List<String> all = base.stream().flatMap(row -> figure.columns().stream()
          .filter(column -> row.cells().containsKey(column.id())).map(column -> ref(figure, row, column))).toList();
      Optional<String> total = all.stream().filter(name -> name.endsWith(":total")).findFirst();
      List<String> whole = total.map(List::of).orElse(all);
      figure.columns().stream().filter(column -> share.cells().containsKey(column.id()))
          .filter(column -> base.isPresent() && base.get().cells().containsKey(column.id()))
          .forEach(column -> found.add(Equation.of(ref(figure, share, column), Kind.SHARE,
              List.of(ref(figure, base.get(), column)), whole)));
    }
  }

  private static Optional<Row> base(Figure figure, Row share) {
    return figure.rows().subList(0, figure.rows().indexOf(share)).stream()
        .filter(row -> row.role() == Role.VALUE).reduce((first, last) -> last);
  }

  private static boolean counts(Figure figure, String name) {
    String[] parts = name.split(":");
    return figure.at(parts[1], parts[2]).filter(seen -> seen.cell().suppressed()
        || seen.cell().value().isPresent()).isPresent();
  }

  private static List<Row> rows(Figure figure, Role role) {
    return figure.rows().stream().filter(row -> row.role() == role).toList();
  }

  private static String ref(Figure figure, Row row, Column column) {
    return figure.id() + ":" + row.id() + ":" + column.id();
  }
}
