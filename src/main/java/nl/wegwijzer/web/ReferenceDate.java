package nl.wegwijzer.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.wegwijzer.forms.Dates;
import nl.wegwijzer.forms.Reading;

/** The day the advice is for, as three inputs or one. */
public record ReferenceDate(String day, String month, String year, Optional<LocalDate> date,
    Optional<Reading.Rejected> rejected) {

  private static final LocalDate FIRST = LocalDate.of(1990, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2100, 12, 31);

  public static ReferenceDate showing(LocalDate date) {
    return new ReferenceDate("" + date.getDayOfMonth(), "" + date.getMonthValue(), "" + date.getYear(),
        Optional.of(date), Optional.empty());
  }

  /** The date in a form, as {@code name-day}, {@code -month} and {@code -year}; empty when nothing was sent. */
  public static ReferenceDate typed(String name, Map<String, List<String>> form) {
    String day = part(form, name + "-day");
    String month = part(form, name + "-month");
    String year = part(form, name + "-year");
    if ((day + month + year).isEmpty()) {
      return new ReferenceDate(day, month, year, Optional.empty(), Optional.empty());
    }
    Optional<LocalDate> date = Dates.read(day + "-" + month + "-" + year);
    return new ReferenceDate(day, month, year, date.filter(found -> rejection(found) == null),
        date.isEmpty() ? Optional.of(Reading.rejected("error-date-not-real"))
            : Optional.ofNullable(rejection(date.get())));
  }

  private static Reading.Rejected rejection(LocalDate date) {
    if (date.isBefore(FIRST)) {
      return new Reading.Rejected("error-date-too-early", Map.of("min", FIRST));
    }
    return date.isAfter(LAST) ? new Reading.Rejected("error-date-too-late", Map.of("max", LAST)) : null;
  }

  private static String part(Map<String, List<String>> form, String name) {
    List<String> values = form.get(name);
    return values == null || values.isEmpty() ? "" : Field.clean(values.get(0));
  }
}
