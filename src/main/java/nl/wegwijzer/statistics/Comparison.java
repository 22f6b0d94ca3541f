package nl.wegwijzer.statistics;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A number beside the same number a year earlier.
 *
 * @param printedChange the change in percent that the report prints; empty when it prints none
 * @param computedChange the change that follows from the printed numbers, in percent; in percentage points when the
 *     numbers are percentages. Present when the report prints no change, or one that rounding cannot explain; to be
 *     shown as computed. Empty where a percentage would say nothing: of places in a ranking, of what can be below
 *     zero, of groups counted on one and the same day, and of numbers so small that rounding alone could change it
 *     much.
 */
public record Comparison(Observation before, Observation now, Optional<Observation> printedChange,
    Optional<BigDecimal> computedChange) {

  private static final BigDecimal CERTAIN = BigDecimal.TEN;

  static Optional<Comparison> of(Observation now, List<Finding> findings, Rounding rounding) {
    return before(now).map(before -> {
      Optional<Finding> finding = findings.stream().filter(f -> f.refs().get(0).startsWith(now.figure().id() + ":"))
          .filter(f -> f.check().endsWith(" = " + now.ref() + " over " + before.ref())).findFirst();
      Optional<Observation> printed = finding.flatMap(f -> at(now.figure(), f.refs().get(0)));
      boolean show = finding.isEmpty() || finding.get().verdict() == Finding.Verdict.DISCREPANCY;
      return new Comparison(before, now, printed, show ? computed(before, now, rounding) : Optional.empty());
    });
  }

  private static Optional<Observation> before(Observation now) {
    Figure figure = now.figure();
    return Stream.concat(
        Years.rows(figure).stream().filter(pair -> pair.now().equals(now.row()))
            .flatMap(pair -> figure.at(pair.before(), now.column()).stream()),
        Years.columns(figure).stream().filter(pair -> pair.now().equals(now.column()))
            .flatMap(pair -> figure.at(now.row(), pair.before()).stream())).findFirst();
  }

  private static Optional<Observation> at(Figure figure, String ref) {
    String[] parts = ref.split(":");
    return figure.at(parts[1], parts[2]);
  }

  private static Optional<BigDecimal> computed(Observation before, Observation now, Rounding rounding) {
    if (before.cell().value().isEmpty() || now.cell().value().isEmpty() || now.cell().unit().equals("rank")
        || goesBelowZero(before) || goesBelowZero(now) || onOneDay(now)) {
      return Optional.empty();
    }
    if (now.cell().unit().equals("percent")) {
      return now.cell().value().map(to -> to.subtract(before.cell().value().get()));
    }
    return rounding.amount(now).growthOver(rounding.amount(before))
        .filter(growth -> growth.high().subtract(growth.low()).compareTo(CERTAIN) <= 0)
        .flatMap(Amount::point).map(percent -> Numbers.rounded(percent, 0));
  }

  /** Whether a year here names a group of people, because all groups were counted on the day of the figure. */
  private static boolean onOneDay(Observation seen) {
    return seen.figure().flags().contains("stock-at-date") && seen.figure().asOf().isPresent()
        && seen.period().matches("\\d{4}");
  }

  private static boolean goesBelowZero(Observation seen) {
    return seen.figure().rows().stream().flatMap(row -> seen.figure().at(row, seen.column()).stream())
        .filter(other -> other.role() != Role.CHANGE)
        .anyMatch(other -> other.cell().value().filter(value -> value.signum() < 0).isPresent());
  }
}
