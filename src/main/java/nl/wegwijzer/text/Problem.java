package nl.wegwijzer.text;

import java.util.Map;
import java.util.Optional;

/**
 * Something an author got wrong, said so that a non-programmer can mend it.
 *
 * @param file path relative to the project, for example {@code rules/mvv/mvv.drl}
 * @param line first line is 1; 0 when the problem is about the file as a whole
 * @param column first column is 1; 0 when unknown
 * @param hint what was probably meant; may be empty
 */
public record Problem(String file, int line, int column, String message, String hint) implements Comparable<Problem> {

  private static final int WIDEST = 120;

  /** File, line and column, as far as they are known. */
  public String place() {
    return line == 0 ? file : column == 0 ? file + ":" + line : file + ":" + line + ":" + column;
  }

  /** The line it is about, when the files hold it. */
  public Optional<String> sourceLine(Map<String, String> files) {
    String content = files.get(file);
    return content == null || line == 0 ? Optional.empty() : content.lines().skip(line - 1L).findFirst();
  }

  /** As it is told on a console: with the line it is about, and a mark under the place. */
  public String shownIn(Map<String, String> files) {
    return this + sourceLine(files).filter(source -> !source.isBlank()).map(this::excerpt).orElse("");
  }

  private String excerpt(String source) {
    int at = source.offsetByCodePoints(0, Math.max(0, Math.min(column - 1, source.codePointCount(0, source.length()))));
    int start = Math.max(0, at - WIDEST / 2);
    String shown = source.substring(start, Math.min(source.length(), start + WIDEST));
    // A tab stays a tab, so that the mark stands right under its place however wide tabs are.
    return "\n    " + shown + (column == 0 ? "" : "\n    " + shown.substring(0, at - start).replaceAll("[^\t]", " ") + "^");
  }

  @Override
  public int compareTo(Problem other) {
    int byFile = file.compareTo(other.file);
    int byLine = byFile != 0 ? byFile : Integer.compare(line, other.line);
    int byColumn = byLine != 0 ? byLine : Integer.compare(column, other.column);
    return byColumn != 0 ? byColumn : message.compareTo(other.message);
  }

  @Override
  public String toString() {
    return place() + ": " + message + (hint.isEmpty() ? "" : " (" + hint + ")");
  }
}
