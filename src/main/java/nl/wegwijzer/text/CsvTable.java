package nl.wegwijzer.text;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.reader.NamedCsvRecordHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a table of an author into lines that have as many fields as the first, and tells of those that have not. */
public final class CsvTable {

  private static final String NOT_CLOSED = "look for a double quote that is opened here and not closed";
  private static final Pattern LINE = Pattern.compile("line (\\d+)");

  /** What the parser says, what that means, and how it is mended. */
  private record Known(String found, String says, String hint) {}

  private static final List<Known> KNOWN = List.of(
      new Known("max field size", "this value is longer than " + Limits.LONGEST_TEXT + " characters", NOT_CLOSED),
      new Known("max record size", "this line is too long", NOT_CLOSED),
      new Known("maximum limit", "this line has more than " + Limits.MOST_COLUMNS + " values",
          "put a text that holds commas between double quotes"),
      new Known("duplicate", "a column stands in the first line twice", "remove one of the two"),
      new Known("after closing quote", "something stands behind a closing double quote",
          "write a double quote within a text twice: \"\""));

  private CsvTable() {}

  /**
   * The lines under the first.
   *
   * @param columns what the first line must be; empty when it may be anything
   * @return nothing when the first line is wrong; what could be read when a later one cannot
   */
  public static List<NamedCsvRecord> read(String file, String csv, List<String> columns, Problems problems) {
    List<NamedCsvRecord> rows = new ArrayList<>();
    NamedCsvRecordHandler limited = NamedCsvRecordHandler.of(each ->
        each.maxFields(Limits.MOST_COLUMNS).maxFieldSize(Limits.LONGEST_TEXT).maxRecordSize(Limits.LARGEST_FILE));
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE).build(limited, csv)) {
      for (NamedCsvRecord row : reader) {
        if (!isHeaderRight(file, row.getHeader(), columns, problems)) {
          problems.doubtAll(csv);
          return List.of();
        }
        if (row.getFieldCount() == row.getHeader().size()) {
          rows.add(row);
        } else {
          wrongCount(file, row, problems);
        }
      }
    } catch (CsvParseException e) {
      unreadable(file, e, problems);
      problems.doubtAll(csv);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }

  private static boolean isHeaderRight(String file, List<String> header, List<String> columns, Problems problems) {
    if (header.size() < 3 && header.toString().contains(";")) {
      problems.add(file, 1, 1, "the columns are not separated by commas", "save the table as CSV with commas, not semicolons");
      return false;
    }
    if (!columns.isEmpty() && !columns.equals(header)) {
      problems.add(file, 1, 1, "the first line is not what is expected here", "write exactly: " + String.join(",", columns));
      return false;
    }
    return true;
  }

  private static void wrongCount(String file, NamedCsvRecord row, Problems problems) {
    boolean open = row.getField(row.getFieldCount() - 1).contains("\n");
    problems.add(file, (int) row.getStartingLineNumber(), 1, "this line has " + row.getFieldCount()
        + " values, the first line has " + row.getHeader().size(),
        open ? NOT_CLOSED : "put a text that holds a comma between double quotes");
    if (open) {
      // It swallowed the lines below it.
      problems.doubtAll(String.join(" ", row.getFields()));
    } else {
      problems.doubt(row.getField(0));
    }
  }

  private static void unreadable(String file, CsvParseException e, Problems problems) {
    StringBuilder said = new StringBuilder();
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      said.append(cause.getMessage()).append('\n');
    }
    Matcher line = LINE.matcher(said);
    Known known = KNOWN.stream().filter(each -> said.indexOf(each.found()) >= 0).findFirst()
        .orElse(new Known("", "this table cannot be read any further", NOT_CLOSED));
    problems.add(file, line.find() ? Integer.parseInt(line.group(1)) : 1, 1, known.says(), known.hint());
  }
}
