package nl.wegwijzer.statistics;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import nl.wegwijzer.text.Text;

/**
 * A number from the running text, a dashboard or an annex of the report, with a sentence that says what it counts.
 *
 * @param value the number; empty only when the report suppresses it
 * @param repeats the address of the cell with the same number; empty when there is none
 */
public record Statement(String id, String section, int line, String printed, Optional<BigDecimal> value, String unit,
    String period, Qualifier qualifier, Kind kind, List<String> sources, String repeats, Set<String> flags, Text text) {

  /** How exact the report says the number is. */
  public enum Qualifier {
    EXACT, ABOUT, MORE_THAN, LESS_THAN, AT_LEAST, AT_MOST, UP_TO;

    public String id() {
      return Figure.idOf(this);
    }
  }

  /** Whether the number was counted, or is wanted, paid, expected or prescribed. */
  public enum Kind {
    STATISTIC, NORM, TARGET, BUDGET, FORECAST, TERM, OTHER;

    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
