package nl.wegwijzer.statistics;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/**
 * One number of a figure.
 *
 * @param unit id of a unit
 * @param flags ids of the caveats its author gave it; {@link Caveats} adds those that follow from a rule
 * @param note number of the footnote that touches this cell; empty when there is none
 * @param period the period of this cell; empty when that is the period of its row or figure
 */
public record Cell(PrintedNumber number, String unit, Set<String> flags, String note, String period) {

  public String printed() {
    return number.printed();
  }

  public Optional<BigDecimal> value() {
    return number.value();
  }

  public boolean suppressed() {
    return number.suppressed();
  }
}
