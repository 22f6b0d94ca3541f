package nl.wegwijzer.statistics;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the report rounds (annex IV): counts to tens, five to ten up to ten, one to four suppressed, percentages from
 * unrounded numbers; some organisations keep their own rounding, which is read off the numbers themselves.
 *
 * @param measures ids of units that are not counts (percentages, weeks, …)
 * @param own ids of organisations that keep their own rounding
 */
record Rounding(Set<String> measures, Set<String> own, Map<String, BigDecimal> steps) {

  private static final BigDecimal TEN = BigDecimal.TEN;
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
  private static final List<BigDecimal> OWN_STEPS =
      List.of(Numbers.HUNDRED, BigDecimal.TEN, BigDecimal.valueOf(5));
  private static final Pattern ZEROS = Pattern.compile("0+$");

  Rounding(Set<String> measures, Set<String> own) {
    this(measures, own, new ConcurrentHashMap<>());
  }

  boolean isCount(String unit) {
    return !measures.contains(unit);
  }

  boolean ownRounding(List<String> sources) {
    return sources.stream().anyMatch(own::contains);
  }

  /** The step to which the counts of a figure are rounded; 1 when they are not. */
  BigDecimal step(Figure figure) {
    return steps.computeIfAbsent(figure.id(), id -> ownRounding(figure.sources()) ? ownStep(figure)
        : share(figure, TEN) >= 0.8 ? TEN : BigDecimal.ONE);
  }

  Amount amount(Observation seen) {
    Cell cell = seen.cell();
    if (cell.suppressed()) {
      return Amount.unknown(1, 4);
    }
    return cell.value().map(value -> isCount(cell.unit()) ? count(value, step(seen.figure()))
        : half(value, cell.number().step())).orElse(null);
  }

  Amount amount(Statement statement) {
    if (statement.value().isEmpty()) {
      return Amount.unknown(1, 4);
    }
    BigDecimal value = statement.value().get();
    BigDecimal step = PrintedNumber.within(statement.printed(), value).map(PrintedNumber::step).orElse(BigDecimal.ONE);
    return switch (statement.qualifier()) {
      case EXACT -> isCount(statement.unit()) && step.compareTo(BigDecimal.ONE) == 0
          ? count(value, proseStep(statement, value)) : half(value, step);
      case ABOUT -> Amount.within(value, coarse(value), coarse(value));
      case MORE_THAN, AT_LEAST -> Amount.within(value, step, coarse(value));
      case LESS_THAN, AT_MOST, UP_TO -> Amount.within(value, coarse(value), step);
    };
  }

  /** A number in the running text that ends in three zeros was rounded for the reader. */
  private BigDecimal proseStep(Statement statement, BigDecimal value) {
    return Numbers.isMultiple(value, THOUSAND) ? THOUSAND
        : ownRounding(statement.sources()) ? BigDecimal.valueOf(5) : TEN;
  }

  /** Counts are whole numbers: 40 rounded to tens was 35 to 44, and 40 rounded to fives was 38 to 42. */
  private static Amount count(BigDecimal value, BigDecimal step) {
    if (step.compareTo(BigDecimal.ONE) == 0 || value.signum() == 0 || !Numbers.isMultiple(value, step)) {
      return Amount.exact(value);
    }
    BigDecimal below = step.divideToIntegralValue(BigDecimal.valueOf(2));
    BigDecimal above = step.subtract(below).subtract(BigDecimal.ONE);
    return value.signum() > 0 ? Amount.within(value, below, above) : Amount.within(value, above, below);
  }

  private static Amount half(BigDecimal value, BigDecimal step) {
    BigDecimal half = Numbers.divide(step, BigDecimal.valueOf(2));
    return Amount.within(value, half, half);
  }

  /** The unit of the last digit that is not zero: 10.000 for 30.000. */
  private static BigDecimal coarse(BigDecimal value) {
    BigDecimal plain = Numbers.plain(value);
    Matcher zeros = ZEROS.matcher(plain.toPlainString());
    int power = plain.scale() > 0 ? -plain.scale() : zeros.find() ? zeros.group().length() : 0;
    return BigDecimal.ONE.movePointRight(power);
  }

  private BigDecimal ownStep(Figure figure) {
    return OWN_STEPS.stream().filter(step -> share(figure, step) == 1).findFirst().orElse(BigDecimal.ONE);
  }

  private double share(Figure figure, BigDecimal step) {
    List<BigDecimal> counts = figure.observations().filter(seen -> isCount(seen.cell().unit()))
        .flatMap(seen -> seen.cell().value().stream()).filter(value -> value.signum() != 0).toList();
    return counts.isEmpty() ? 0
        : (double) counts.stream().filter(value -> Numbers.isMultiple(value, step)).count() / counts.size();
  }
}
