package nl.wegwijzer.forms;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.wegwijzer.text.Text;

/**
 * A question to a person, with its wording and what counts as an answer.
 *
 * @param ask the question as the heading of a page
 * @param label the same as a noun phrase, for lists and reasons
 * @param hint one short sentence, may be absent
 * @param why why we ask, only where the reasons derived from the rules are not enough
 * @param dontKnow whether "I don't know" is offered
 * @param options of a choice or multiple choice, else empty
 * @param range what is accepted of a number, date or period
 * @param countries what a country question can be answered with, else empty
 */
public record Question(String id, Type type, Text ask, Text label, Optional<Text> hint, Optional<Text> why,
    boolean dontKnow, List<Option> options, Range range, Countries countries, String file, int line) {

  private static final Pattern PERIOD = Pattern.compile("P(?:(\\d{1,5})Y(?=\\d+M$))?(\\d{1,5})([DWMY])");

  /** Far beyond any law, and small enough to count days or years with. */
  private static final int LARGEST = 1_000_000;

  /** What kind of answer is asked for. */
  public enum Type {
    YES_NO,
    CHOICE,
    CHOICES,
    NUMBER,
    DATE,
    COUNTRY,
    PERIOD;

    /** What an answer is in JSON, in words. */
    public String json() {
      return switch (this) {
        case YES_NO -> "true or false";
        case CHOICE -> "the id of an option";
        case CHOICES -> "a list of option ids";
        case NUMBER -> "a whole number";
        case DATE -> "a date like \"2024-05-15\"";
        case COUNTRY -> "a country code like \"SY\"";
        case PERIOD -> "a period like \"P3M\" or \"P90D\"";
      };
    }

    /** What an answer is in a case, as authors write it. */
    public String example() {
      return switch (this) {
        case YES_NO -> "yes or no";
        case CHOICE -> "one option";
        case CHOICES -> "options between brackets: [board, lodging]";
        case NUMBER -> "a whole number: 12";
        case DATE -> "a date: 2024-05-15";
        case COUNTRY -> "the code of a country in capitals: SY";
        case PERIOD -> "a period: P12M (months), P365D (days) or P1Y (years)";
      };
    }

    /** As authors write it: {@code yes-no}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** One thing to choose; {@code explain} tells why it leads nowhere where no rule knows it. */
  public record Option(String id, Text text, Optional<Text> hint, Optional<Text> explain, int line) {}

  /** Bounds, each optional: whole numbers, ISO dates, or months for a period. */
  public record Range(Optional<Integer> min, Optional<Integer> max, Optional<LocalDate> from,
      Optional<LocalDate> until, boolean notInFuture, Text unit) {}

  public Optional<Option> option(String id) {
    return options.stream().filter(option -> option.id().equals(id)).findFirst();
  }

  /** The same question with some of its options. */
  Question offering(Predicate<String> offered) {
    return new Question(id, type, ask, label, hint, why, dontKnow,
        options.stream().filter(option -> offered.test(option.id())).toList(), range, countries, file, line);
  }

  /** Whether a JSON value has the type of an answer to this question; {@code {"unknown": true}} always has. */
  public boolean fits(Object json) {
    if (json instanceof Map<?, ?> map) {
      return map.size() == 1 && Boolean.TRUE.equals(map.get("unknown"));
    }
    return switch (type) {
      case YES_NO -> json instanceof Boolean;
      case CHOICES -> json instanceof Collection<?>;
      case NUMBER -> json instanceof java.lang.Number;
      default -> json instanceof String;
    };
  }

  /**
   * Reads what a program or a form sent: a string, number, boolean, list, or {@code {"unknown": true}}.
   *
   * @param on the reference date, for dates that may not lie after it
   */
  public Reading read(Object input, LocalDate on) {
    if (input instanceof Map<?, ?> map && map.size() == 1 && Boolean.TRUE.equals(map.get("unknown"))
        || "unknown".equals(input)) {
      return dontKnow ? Answer.DONT_KNOW : Reading.rejected("error-choose");
    }
    if (input == null || input instanceof String s && s.isBlank()) {
      return type == Type.CHOICES && input != null ? new Answer.Choices(List.of()) : Reading.rejected(missing());
    }
    return switch (type) {
      case YES_NO -> readYesNo(input);
      case CHOICE -> input instanceof String s && option(s).isPresent()
          ? new Answer.Choice(s) : Reading.rejected("error-choose-known");
      case CHOICES -> readChoices(input);
      case NUMBER -> readNumber(input);
      case DATE -> readDate(input, on);
      case COUNTRY -> input instanceof String s && countries.find(s).isPresent()
          ? new Answer.Country(countries.find(s).get()) : Reading.rejected("error-country-unknown");
      case PERIOD -> readPeriod(input);
    };
  }

  private String missing() {
    return switch (type) {
      case YES_NO, CHOICE -> "error-choose";
      case CHOICES -> "error-choose-several";
      case NUMBER -> "error-number-missing";
      case DATE -> "error-date-missing";
      case COUNTRY -> "error-country-missing";
      case PERIOD -> "error-period-amount";
    };
  }

  private static Reading readYesNo(Object input) {
    if (input instanceof Boolean yes) {
      return new Answer.YesNo(yes);
    }
    return switch (String.valueOf(input)) {
      case "true", "yes" -> new Answer.YesNo(true);
      case "false", "no" -> new Answer.YesNo(false);
      default -> Reading.rejected("error-choose-known");
    };
  }

  private Reading readChoices(Object input) {
    Collection<?> given = input instanceof Collection<?> many ? many : List.of(input);
    for (Object value : given) {
      if (!(value instanceof String s) || option(s).isEmpty()) {
        return Reading.rejected("error-choose-known");
      }
    }
    List<String> chosen = new ArrayList<>();
    options.forEach(option -> {
      if (given.contains(option.id())) {
        chosen.add(option.id());
      }
    });
    return new Answer.Choices(List.copyOf(chosen));
  }

  private Reading readNumber(Object input) {
    int value;
    try {
      value = input instanceof BigDecimal decimal ? decimal.intValueExact()
          : input instanceof Number number && number.doubleValue() == number.intValue()
          ? number.intValue() : Integer.parseInt(digits(input));
    } catch (ArithmeticException | NumberFormatException e) {
      return Reading.rejected("error-number-not-whole");
    }
    int min = range.min().orElse(-LARGEST);
    int max = range.max().orElse(LARGEST);
    return value < min || value > max
        ? new Reading.Rejected("error-number-range", Map.of("min", min, "max", max)) : new Answer.Number(value);
  }

  private Reading readDate(Object input, LocalDate on) {
    Optional<LocalDate> date = Dates.read(digits(input));
    if (date.isEmpty()) {
      return Reading.rejected(Dates.looksLikeDate(digits(input)) ? "error-date-not-real" : "error-date-missing");
    }
    if (range.notInFuture() && date.get().isAfter(on)) {
      return new Reading.Rejected("error-date-future", Map.of("date", on));
    }
    LocalDate from = range.from().orElse(LocalDate.of(1900, 1, 1));
    LocalDate until = range.until().orElse(LocalDate.of(2100, 12, 31));
    if (date.get().isBefore(from)) {
      return new Reading.Rejected("error-date-too-early", Map.of("min", from));
    }
    return date.get().isAfter(until)
        ? new Reading.Rejected("error-date-too-late", Map.of("max", until)) : new Answer.Date(date.get());
  }

  private Reading readPeriod(Object input) {
    Matcher matcher = PERIOD.matcher(digits(input).toUpperCase(Locale.ROOT));
    if (!matcher.matches()) {
      return Reading.rejected("error-period-amount");
    }
    int amount = Integer.parseInt(matcher.group(2));
    int years = matcher.group(1) == null ? 0 : Integer.parseInt(matcher.group(1));
    Answer.Period period = switch (matcher.group(3)) {
      case "D" -> new Answer.Period(amount, Answer.Period.Unit.DAYS);
      case "W" -> new Answer.Period(amount * 7, Answer.Period.Unit.DAYS);
      case "M" -> new Answer.Period(years * 12 + amount, Answer.Period.Unit.MONTHS);
      default -> new Answer.Period(amount * 12, Answer.Period.Unit.MONTHS);
    };
    int maxMonths = range.max().orElse(1200);
    boolean tooLong = period.unit() == Answer.Period.Unit.MONTHS
        ? period.amount() > maxMonths : period.amount() > maxMonths * 31;
    if (tooLong) {
      return new Reading.Rejected("error-period-too-long", Map.of("max", maxMonths));
    }
    return period.amount() < 1 ? Reading.rejected("error-period-amount") : period;
  }

  /** Trims blanks and invisible characters and turns digits of other scripts into 0–9. */
  private static String digits(Object input) {
    StringBuilder clean = new StringBuilder();
    String.valueOf(input).codePoints().forEach(c -> {
      if (Character.isDigit(c)) {
        clean.append(Character.digit(c, 10));
      } else if (Character.isSpaceChar(c)) {
        clean.append(' ');
      } else if (Character.getType(c) != Character.FORMAT) {
        clean.appendCodePoint(c);
      }
    });
    return clean.toString().strip();
  }
}
