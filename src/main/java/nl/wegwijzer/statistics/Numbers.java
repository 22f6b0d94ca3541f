package nl.wegwijzer.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import nl.wegwijzer.text.Language;

/** Decimal arithmetic without surprises, and numbers written the way people of a language write them. */
final class Numbers {

  static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private Numbers() {
  }

  /**
   * A number written plainly; written as a power, it could have more digits than there is room for.
   *
   * @throws NumberFormatException when it is not one
   */
  static BigDecimal parse(String text) {
    if (text.matches("[-+]?\\d{1,18}(?:\\.\\d{1,18})?")) {
      return new BigDecimal(text);
    }
    throw new NumberFormatException();
  }

  /** The same value without superfluous zeros and without an exponent. */
  static BigDecimal plain(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0, RoundingMode.UNNECESSARY) : stripped;
  }

  static BigDecimal divide(BigDecimal a, BigDecimal b) {
    return a.divide(b, 12, RoundingMode.HALF_UP);
  }

  static BigDecimal rounded(BigDecimal value, int decimals) {
    return plain(value.setScale(decimals, RoundingMode.HALF_UP));
  }

  static boolean isMultiple(BigDecimal value, BigDecimal of) {
    return value.remainder(of).signum() == 0;
  }

  static String format(BigDecimal value, Language language) {
    return format(value, Math.max(0, value.scale()), language);
  }

  static String format(BigDecimal value, int decimals, Language language) {
    NumberFormat format = NumberFormat.getNumberInstance(language.locale());
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(decimals);
    return format.format(value).replace('-', '\u2212');
  }
}
