package nl.wegwijzer.text;

/**
 * Something an author got wrong, said so that a non-programmer can mend it.
 *
 * @param file path relative to the project, for example {@code rules/mvv/mvv.drl}
 * @param line first line is 1; 0 when the problem is about the file as a whole
 * @param column first column is 1; 0 when unknown
 * @param hint what was probably meant; may be empty
 */
public record Problem(String file, int line, int column, String message, String hint) implements Comparable<Problem> {

  @Override
  public int compareTo(Problem other) {
    int byFile = file.compareTo(other.file);
    int byLine = byFile != 0 ? byFile : Integer.compare(line, other.line);
    int byColumn = byLine != 0 ? byLine : Integer.compare(column, other.column);
    return byColumn != 0 ? byColumn : message.compareTo(other.message);
  }

  @Override
  public String toString() {
    String place = line == 0 ? file : column == 0 ? file + ":" + line : file + ":" + line + ":" + column;
    return place + ": " + message + (hint.isEmpty() ? "" : " (" + hint + ")");
  }
}
