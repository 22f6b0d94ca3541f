package nl.wegwijzer.explorer;

import java.util.List;
import java.util.Set;
import nl.wegwijzer.text.Sections;
import nl.wegwijzer.text.Sections.Section;

/** The large parts of the report: chapters, dashboards and annexes. */
record Chapters(List<Section> parts) {

  private static final Set<String> KINDS = Set.of("front", "dashboard", "chapter", "annex");

  static Chapters of(Sections sections) {
    return new Chapters(sections.all().stream().filter(section -> KINDS.contains(section.kind())).toList());
  }

  /** The part that holds the line; an empty string for a line outside all parts. */
  String of(int line) {
    return parts.stream().filter(part -> part.holds(line)).map(Section::id).findFirst().orElse("");
  }
}
