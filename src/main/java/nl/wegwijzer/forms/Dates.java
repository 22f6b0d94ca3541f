package nl.wegwijzer.forms;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads dates the way people type them: 2024-03-27, 27-3-2024, 27 maart 2024, 27 Mar 2024. */
public final class Dates {

  private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
  private static final Pattern TYPED = Pattern.compile("(\\d{1,2})[\\s./-]+(\\d{1,2}|\\p{L}{3,9})\\.?[\\s./-]+(\\d{4})");
  private static final List<String> MONTHS = List.of("januari january", "februari february", "maart march mrt", "april",
      "mei may", "juni june", "juli july", "augustus august", "september", "oktober october", "november", "december");

  private Dates() {}

  public static Optional<LocalDate> read(String typed) {
    Matcher iso = ISO.matcher(typed);
    if (iso.matches()) {
      return date(iso.group(1), iso.group(2), iso.group(3));
    }
    Matcher people = TYPED.matcher(typed);
    return people.matches() ? date(people.group(3), people.group(2), people.group(1)) : Optional.empty();
  }

  /** Whether the input has the shape of a date, even of one that does not exist. */
  static boolean looksLikeDate(String typed) {
    return ISO.matcher(typed).matches() || TYPED.matcher(typed).matches();
  }

  private static Optional<LocalDate> date(String year, String month, String day) {
    int number = Character.isDigit(month.charAt(0)) ? Integer.parseInt(month) : month(month.toLowerCase(Locale.ROOT));
    try {
      return Optional.of(LocalDate.of(Integer.parseInt(year), number, Integer.parseInt(day)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The month of which this is the name or its beginning, or 0. */
  private static int month(String word) {
    for (int i = 0; i < MONTHS.size(); i++) {
      for (String name : MONTHS.get(i).split(" ")) {
        if (name.startsWith(word)) {
          return i + 1;
        }
      }
    }
    return 0;
  }
}
