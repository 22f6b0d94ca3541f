package nl.wegwijzer.wizard;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/**
 * A last day as an iCalendar file (RFC 5545): an event of one day with a reminder a week ahead.
 *
 * @param made the day that stands in the file as its making; the reference date, so that the same case gives the same file
 */
record CalendarFile(String title, String description, String id, LocalDate day, LocalDate made) {

  private static final int MAX_OCTETS = 75;

  @Override
  public String toString() {
    DateTimeFormatter basic = DateTimeFormatter.BASIC_ISO_DATE;
    StringBuilder file = new StringBuilder();
    for (String line : new String[] {
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Wegwijzer//Wegwijzer//NL", "CALSCALE:GREGORIAN",
        "BEGIN:VEVENT", "UID:" + id + "-" + basic.format(day) + "@wegwijzer",
        "DTSTAMP:" + basic.format(made) + "T000000Z", "DTSTART;VALUE=DATE:" + basic.format(day),
        "DTEND;VALUE=DATE:" + basic.format(day.plusDays(1)), "SUMMARY:" + escaped(title),
        "DESCRIPTION:" + escaped(description), "TRANSP:TRANSPARENT",
        "BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-P7D", "DESCRIPTION:" + escaped(title), "END:VALARM",
        "END:VEVENT", "END:VCALENDAR"}) {
      fold(line, file);
    }
    return file.toString();
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n");
  }

  /** Breaks a line where it would pass 75 octets, between characters. */
  private static void fold(String line, StringBuilder file) {
    int octets = 0;
    for (int i = 0; i < line.length(); ) {
      String character = line.substring(i, line.offsetByCodePoints(i, 1));
      int size = character.getBytes(StandardCharsets.UTF_8).length;
      if (octets + size > MAX_OCTETS) {
        file.append("\r\n ");
        octets = 1;
      }
      file.append(character);
      octets += size;
      i += character.length();
    }
    file.append("\r\n");
  }
}
