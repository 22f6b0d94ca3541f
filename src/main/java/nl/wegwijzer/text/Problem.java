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

  /** What is told never floods or steers a terminal, whatever the file holds that it repeats. */
  public Problem {
    message = Characters.shown(message.length() > Limits.LONGEST_MESSAGE
        ? message.substring(0, Limits.LONGEST_MESSAGE) + "…" : message);
    hint = Characters.shown(hint);
  }

  /** File, line and column, as far as they are known. */
  public String place() {
    return line == 0 ? file : column == 0 ? file + ":" + line : file + ":" + line + ":" + column;
  }

  /** The line it is about, when the files hold it; of a very long line the part around the place. */
  public Optional<String> sourceLine(Map<String, String> files) {
    return line(files).map(source -> source.substring(start(source), end(source)));
  }

  private Optional<String> line(Map<String, String> files) {
    String content = files.get(file);
    return content == null || line == 0 ? Optional.empty()
        : content.lines().skip(line - 1L).findFirst().map(Characters::shown);
  }

  /** As it is told on a console: with the line it is about, and a mark under the place. */
  public String shownIn(Map<String, String> files) {
    return this + line(files).filter(source -> !source.isBlank()).map(this::excerpt).orElse("");
  }

  private String excerpt(String source) {
    String shown = source.substring(start(source), end(source));
    // A tab stays a tab, so that the mark stands right under its place however wide tabs are.
    return "\n    " + shown + (column == 0 ? ""
        : "\n    " + shown.substring(0, at(source) - start(source)).replaceAll("[^\t]", " ") + "^");
  }

  private int at(String source) {
    return source.offsetByCodePoints(0, Math.max(0, Math.min(column - 1, source.codePointCount(0, source.length()))));
  }

  private int start(String source) {
    return Math.max(0, at(source) - WIDEST / 2);
  }

  private int end(String source) {
    return Math.min(source.length(), start(source) + WIDEST);
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
    return Characters.shown(place()) + ": " + message + (hint.isEmpty() ? "" : " (" + hint + ")");
  }
}
