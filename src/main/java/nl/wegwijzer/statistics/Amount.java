package nl.wegwijzer.statistics;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A number together with all values it can stand for, given how it was rounded.
 *
 * @param point the number as printed or as computed from printed numbers; empty when a part of it is suppressed
 */
record Amount(Optional<BigDecimal> point, BigDecimal low, BigDecimal high) {

  static Amount exact(BigDecimal value) {
    return new Amount(Optional.of(value), value, value);
  }

  static Amount within(BigDecimal value, BigDecimal below, BigDecimal above) {
    return new Amount(Optional.of(value), value.subtract(below), value.add(above));
  }

  static Amount unknown(long low, long high) {
    return new Amount(Optional.empty(), BigDecimal.valueOf(low), BigDecimal.valueOf(high));
  }

  Amount plus(Amount other) {
    return new Amount(both(other).map(p -> p[0].add(p[1])), low.add(other.low), high.add(other.high));
  }

  Amount minus(Amount other) {
    return new Amount(both(other).map(p -> p[0].subtract(p[1])), low.subtract(other.high), high.subtract(other.low));
  }

  /** The part that this is of the whole, in percent; empty when the whole may be zero. */
  Optional<Amount> percentOf(Amount whole) {
    if (whole.low.signum() <= 0 || low.signum() < 0) {
      return Optional.empty();
    }
    return Optional.of(new Amount(both(whole).map(p -> percent(p[0], p[1])), percent(low, whole.high),
        percent(high, whole.low)));
  }

  /** By how many percent this is more than what it was before; empty when that may have been zero. */
  Optional<Amount> growthOver(Amount before) {
    return percentOf(before).map(percent -> percent.minus(exact(Numbers.HUNDRED)));
  }

  /** The smallest amount that holds both. */
  Amount span(Amount other) {
    return new Amount(Optional.empty(), low.min(other.low), high.max(other.high));
  }

  boolean meets(Amount other) {
    return low.compareTo(other.high) <= 0 && other.low.compareTo(high) <= 0;
  }

  private Optional<BigDecimal[]> both(Amount other) {
    return point.flatMap(a -> other.point.map(b -> new BigDecimal[] {a, b}));
  }

  private static BigDecimal percent(BigDecimal part, BigDecimal whole) {
    return Numbers.divide(part.multiply(Numbers.HUNDRED), whole);
  }
}
