package nl.wegwijzer.statistics;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A number as the report prints it ({@code 20.390}, {@code 3,05 miljoen}, {@code - 5%}, {@code <5}) and what it means.
 *
 * <p>A suppressed number, "not applicable" and an empty place have no value; they are never zero.
 *
 * @param decimals how many digits were printed behind the comma
 * @param scale what the printed digits were multiplied by, for example a million
 */
public record PrintedNumber(String printed, Kind kind, Optional<BigDecimal> value, boolean percent, int decimals,
    BigDecimal scale) {

  /** What the report says with the characters it prints. */
  public enum Kind { VALUE, SUPPRESSED, NOT_APPLICABLE }

  private static final Map<String, BigDecimal> WORDS = Map.of(
      "duizend", BigDecimal.valueOf(1_000), "miljoen", BigDecimal.valueOf(1_000_000),
      "mln", BigDecimal.valueOf(1_000_000), "miljard", BigDecimal.valueOf(1_000_000_000),
      "mld", BigDecimal.valueOf(1_000_000_000));

  private static final List<BigDecimal> SCALES =
      Stream.of(1L, 1_000L, 1_000_000L, 1_000_000_000L).map(BigDecimal::valueOf).toList();

  private static final Pattern NUMBER = Pattern.compile(
      "(?<sign>[-+\u2013\u2212])?\\s*(?:€\\s*)?(?<whole>\\d{1,3}(?:\\.\\d{3})+|\\d+)(?:,(?<decimals>\\d+))?"
          + "\\s*(?:(?<word>duizend|miljoen|mln|miljard|mld)\\.?)?\\s*(?:euro)?\\s*(?<percent>%{1,2}|procent)?"
          + "\\s*(?:\\([^()]*\\))?");
  private static final Pattern DIGITS = Pattern.compile(
      "\\d+(?:\\.\\d{3})*(?:,\\d+)?(?:\\s*(?:duizend|miljoen|mln|miljard|mld)\\b)?\\s?%?");
  private static final Pattern NOTE_SIGN = Pattern.compile("<[^>]*>[^<]*</sup>|</?b>|[*†‡⁰¹²³⁴⁵⁶⁷⁸⁹]+$");
  private static final Pattern SUPPRESSED = Pattern.compile("<\\s*5");
  private static final Pattern RANK = Pattern.compile("(\\d{1,2})\\.");
  private static final Pattern NOT_APPLICABLE = Pattern.compile("(?i)n\\.?v\\.?t\\.?|[-\u2013\u2212]");

  /** The number, or empty when the text is not one. */
  public static Optional<PrintedNumber> parse(String printed) {
    String text = plain(printed);
    if (SUPPRESSED.matcher(text).matches()) {
      return Optional.of(without(printed, Kind.SUPPRESSED));
    }
    if (NOT_APPLICABLE.matcher(text).matches()) {
      return Optional.of(without(printed, Kind.NOT_APPLICABLE));
    }
    Matcher match = NUMBER.matcher(RANK.matcher(text).matches() ? text.replace(".", "") : text);
    return match.matches() ? Optional.of(number(printed, match)) : Optional.empty();
  }

  /**
   * The number among the digits of a longer text that has this value, whatever its sign; the word that multiplies it
   * ("miljoen") may stand outside the text.
   */
  static Optional<PrintedNumber> within(String printed, BigDecimal value) {
    return DIGITS.matcher(printed).results().map(MatchResult::group).flatMap(digits -> parse(digits).stream())
        .flatMap(number -> SCALES.stream().map(number::times))
        .filter(number -> number.value().filter(v -> v.abs().compareTo(value.abs()) == 0).isPresent()).findFirst();
  }

  /** Whether a longer text prints a number in digits at all. */
  static boolean hasDigits(String printed) {
    return DIGITS.matcher(printed).find();
  }

  /** A text that cannot be parsed by rule, with the value its author gives it. */
  static PrintedNumber explicit(String printed, BigDecimal value) {
    return new PrintedNumber(printed, Kind.VALUE, Optional.of(value), printed.contains("%"),
        Math.max(0, value.scale()), BigDecimal.ONE);
  }

  static PrintedNumber notApplicable(String printed) {
    return without(printed, Kind.NOT_APPLICABLE);
  }

  public boolean suppressed() {
    return kind == Kind.SUPPRESSED;
  }

  /** The step in which the number was printed: 1 for {@code 38%}, 0.01 for {@code 1,20}, 10000 for {@code 3,05 mln}. */
  BigDecimal step() {
    return scale.movePointLeft(decimals);
  }

  private PrintedNumber times(BigDecimal factor) {
    return new PrintedNumber(printed, kind, value.map(v -> Numbers.plain(v.multiply(factor))), percent, decimals,
        scale.multiply(factor));
  }

  private static String plain(String printed) {
    return NOTE_SIGN.matcher(printed.replace('\u00a0', ' ').strip()).replaceAll("").strip();
  }

  private static PrintedNumber without(String printed, Kind kind) {
    return new PrintedNumber(printed, kind, Optional.empty(), false, 0, BigDecimal.ONE);
  }

  private static PrintedNumber number(String printed, Matcher match) {
    String decimals = match.group("decimals") == null ? "" : match.group("decimals");
    BigDecimal digits = new BigDecimal(match.group("whole").replace(".", "") + "." + decimals + "0");
    BigDecimal scale = match.group("word") == null ? BigDecimal.ONE : WORDS.get(match.group("word"));
    boolean negative = match.group("sign") != null && !match.group("sign").equals("+");
    BigDecimal value = Numbers.plain(negative ? digits.multiply(scale).negate() : digits.multiply(scale));
    return new PrintedNumber(printed, Kind.VALUE, Optional.of(value), match.group("percent") != null,
        decimals.length(), scale);
  }
}
