package nl.wegwijzer.text;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The sections, dashboards and annexes of the report ({@code data/sources.csv}), with the lines they span. */
public final class Sections {

  /** A part of the report: {@code id} as authors cite it, first and last line, and its name in words. */
  public record Section(String id, String kind, int firstLine, int lastLine, Text name) {

    public boolean holds(int line) {
      return line >= firstLine && line <= lastLine;
    }
  }

  private static final List<String> COLUMNS = List.of("id", "kind", "first_line", "last_line", "nl", "en");

  private final Map<String, Section> byId = new LinkedHashMap<>();

  public static Sections read(String file, String csv, Problems problems) {
    Sections sections = new Sections();
    for (NamedCsvRecord row : CsvTable.read(file, csv, COLUMNS, problems)) {
      int line = (int) row.getStartingLineNumber();
      try {
        Section section = new Section(row.getField("id"), row.getField("kind"),
            Integer.parseInt(row.getField("first_line")), Integer.parseInt(row.getField("last_line")),
            new Text(row.getField("nl"), row.getField("en")));
        if (section.lastLine() < section.firstLine()) {
          problems.add(file, line, 1, "section '" + section.id() + "' ends before it begins",
              "first_line comes before last_line");
        }
        if (sections.byId.put(section.id(), section) != null) {
          problems.add(file, line, 1, "section '" + section.id() + "' stands here twice", "remove one of the two");
        }
      } catch (RuntimeException e) {
        problems.add(file, line, 1, "this line is not a section: " + e.getMessage(),
            "write id,kind,first_line,last_line,nl,en");
        problems.doubt(row.getFields().get(0));
      }
    }
    return sections;
  }

  public Optional<Section> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  public Collection<String> ids() {
    return byId.keySet();
  }

  public Collection<Section> all() {
    return byId.values();
  }
}
