package nl.wegwijzer.statistics;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;
import nl.wegwijzer.text.CsvTable;
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
    return CsvTable.read(file, csv, columns, problems).stream().map(fields -> new Line(file, fields, problems)).toList();
  }
}
