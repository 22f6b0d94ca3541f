package nl.wegwijzer.rules;

import java.util.List;

/**
 * What a condition asks of one property, with every variable filled in.
 *
 * @param values {@code String}, {@code Integer}, {@code Boolean} or {@code LocalDate}; more than one only for IN and NOT_IN
 */
public record Test(String property, Operator operator, List<Object> values) {

  /** How a property is compared. */
  public enum Operator {
    EQUAL,
    NOT_EQUAL,
    LESS,
    AT_MOST,
    MORE,
    AT_LEAST,
    IN,
    NOT_IN,
    CONTAINS,
    NOT_CONTAINS;

    /** Whether a value compares so with one other. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    boolean holds(Object actual, Object expected) {
      return switch (this) {
        case EQUAL, IN -> actual.equals(expected);
        case NOT_EQUAL, NOT_IN -> !actual.equals(expected);
        case LESS -> ((Comparable) actual).compareTo(expected) < 0;
        case AT_MOST -> ((Comparable) actual).compareTo(expected) <= 0;
        case MORE -> ((Comparable) actual).compareTo(expected) > 0;
        case AT_LEAST -> ((Comparable) actual).compareTo(expected) >= 0;
        case CONTAINS -> ((List<?>) actual).contains(expected);
        case NOT_CONTAINS -> !((List<?>) actual).contains(expected);
      };
    }
  }
}
