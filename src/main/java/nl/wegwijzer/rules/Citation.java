package nl.wegwijzer.rules;

import java.util.List;
import nl.wegwijzer.text.Sections.Section;

/** A place in the report on which a rule rests: a section and lines in it. */
public record Citation(Section section, List<Lines> lines) {

  /** First and last line, inclusive; equal for one line. */
  public record Lines(int first, int last) {

    @Override
    public String toString() {
      return first == last ? "" + first : first + "-" + last;
    }
  }

  @Override
  public String toString() {
    return section.id() + ": " + String.join(", ", lines.stream().map(Lines::toString).toList());
  }
}
