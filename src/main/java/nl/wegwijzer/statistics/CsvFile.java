package nl.wegwijzer.statistics;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.List;
import nl.wegwijzer.text.Problems;

/** Reads a table of an author; a wrong header, or a line with too few or too many fields, is a problem. */
final class CsvFile {

  /** A line of the table, with its line number in the file. */
  record Line(String file, NamedCsvRecord fields, Problems problems) {

    String get(String column) {
      return fields.findField(column).orElse("").strip();
    }

    List<String> words(String column) {
      return get(column).isEmpty() ? List.of() : List.of(get(column).split("\\s+"));
    }

    void problem(String column, String message, String hint) {
      problems.add(file, (int) fields.getStartingLineNumber(), 0, "column '" + column + "': " + message, hint);
    }
  }

  private CsvFile() {
  }

  static List<Line> read(String file, String csv, List<String> columns, Problems problems) {
    List<Line> lines = new ArrayList<>();
    String content = csv.startsWith("\ufeff") ? csv.substring(1) : csv;
    try (CsvReader<NamedCsvRecord> records = CsvReader.builder().allowMissingFields(true)
        .allowExtraFields(true).ofNamedCsvRecord(content)) {
      for (NamedCsvRecord fields : records) {
        if (!fields.getHeader().equals(columns)) {
          problems.add(file, 1, 1, "the first line is not what is expected here",
              "write exactly: " + String.join(",", columns));
          problems.doubtAll(content);
          return List.of();
        }
        if (fields.getFieldCount() == columns.size()) {
          lines.add(new Line(file, fields, problems));
        } else {
          problems.add(file, (int) fields.getStartingLineNumber(), 0,
              "this line has " + fields.getFieldCount() + " fields instead of " + columns.size(),
              "put a text that holds a comma between double quotes");
          problems.doubt(fields.getFields().get(0));
        }
      }
    } catch (Exception e) {
      problems.add(file, 0, 0, "the table cannot be read: " + e.getMessage(), "look for a missing double quote");
    }
    return lines;
  }
}
