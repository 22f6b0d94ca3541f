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
 *     shown as computed.
 */
public record Comparison(Observation before, Observation now, Optional<Observation> printedChange,
    Optional<BigDecimal> computedChange) {

  static Optional<Comparison> of(Observation now, List<Finding> findings) {
    return before(now).map(before -> {
      Optional<Finding> finding = findings.stream().filter(f -> f.refs().get(0).startsWith(now.figure().id() + ":"))
          .filter(f -> f.check().endsWith(" = " + now.ref() + " over " + before.ref())).findFirst();
      Optional<Observation> printed = finding.flatMap(f -> at(now.figure(), f.refs().get(0)));
      boolean show = finding.isEmpty() || finding.get().verdict() == Finding.Verdict.DISCREPANCY;
      return new Comparison(before, now, printed, show ? computed(before, now) : Optional.empty());
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

  private static Optional<BigDecimal> computed(Observation before, Observation now) {
    Optional<BigDecimal> from = before.cell().value();
    Optional<BigDecimal> to = now.cell().value();
    if (from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    if (now.cell().unit().equals("percent")) {
      return Optional.of(to.get().subtract(from.get()));
    }
    return from.get().signum() <= 0 ? Optional.empty() : Amount.exact(to.get()).growthOver(Amount.exact(from.get()))
        .flatMap(Amount::point).map(percent -> Numbers.rounded(percent, 0));
  }
}
