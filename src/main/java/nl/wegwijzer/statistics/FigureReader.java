package nl.wegwijzer.statistics;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.wegwijzer.text.Sections.Section;
import nl.wegwijzer.text.Text;
import nl.wegwijzer.text.YamlNode;

/** Reads one file of {@code data/figures/} and reports everything that is wrong with it. */
final class FigureReader {

  private static final List<String> KEYS = List.of("figure", "printedAs", "title", "section", "captionLine", "sources",
      "period", "asOf", "kind", "topics", "flags", "notes", "chart", "meaning", "columns", "rows", "keys", "statements");
  private static final List<String> COLUMN_KEYS = List.of("id", "path", "unit", "role");
  private static final List<String> ROW_KEYS = List.of("id", "line", "path", "period", "role", "cells");
  private static final List<String> CELL_KEYS = List.of("printed", "value", "unit", "flags", "note", "period");

  private final Vocabulary words;
  private final YamlNode root;
  private final Fields fields;
  private final Optional<Section> section;
  private final Map<String, Text> notes;
  private final Map<String, Column> columns;

  private FigureReader(YamlNode root, Vocabulary words) {
    this.words = words;
    this.root = root;
    this.fields = Fields.of(root, KEYS);
    this.section = root.require("section").flatMap(this::section);
    this.notes = fields.entries("notes", YamlNode::text);
    this.columns = fields.unique("columns", this::column, Column::id);
  }

  static Figure read(YamlNode root, Vocabulary words) {
    return new FigureReader(root, words).figure();
  }

  private Figure figure() {
    Map<String, Row> rows = fields.unique("rows", this::row, Row::id);
    Figure figure = new Figure(fields.required("figure"), fields.optional("printedAs"), fields.text("title"),
        fields.optional("section").orElse(""), line(root, "captionLine"),
        List.copyOf(fields.known("sources", "organisation", words.organisations())), fields.period(true),
        fields.date("asOf"), fields.constant("kind", Figure.Kind.values(), Figure.Kind.TABLE),
        List.copyOf(fields.known("topics", "topic", words.topics())), fields.known("flags", "flag", words.flags()),
        notes, fields.constant("chart", Figure.Shape.values(), Figure.Shape.NONE), fields.text("meaning"),
        List.copyOf(columns.values()), List.copyOf(rows.values()), fields.strings("keys"), fields.strings("statements"));
    whole(figure);
    return figure;
  }

  private void whole(Figure figure) {
    if (!figure.id().matches("\\d{1,3}")) {
      root.problem("'" + figure.id() + "' is not the number of a figure", "write figure: \"56\"");
      return;
    }
    String name = String.format("%03d.yaml", Integer.parseInt(figure.id()));
    if (!root.file().endsWith("/" + name)) {
      root.problem("figure " + figure.id() + " stands in a file with another number", "name the file " + name);
    }
    Set<String> cells = figure.observations().map(seen -> seen.row().id() + ":" + seen.column().id())
        .collect(Collectors.toSet());
    root.get("keys").map(YamlNode::list).orElse(List.of())
        .forEach(key -> Vocabulary.knows(cells, key.string(), "cell", key::problem));
    if (figure.sources().isEmpty()) {
      root.problem("a figure needs at least one source", "add sources: [IND]");
    }
    if (figure.lost() != figure.rows().isEmpty()) {
      root.problem(figure.lost() ? "a lost picture has no rows" : "this table has no rows",
          figure.lost() ? "remove the rows, or write kind: table" : "add rows, or write kind: lost-picture");
    }
  }

  private Column column(YamlNode node) {
    Fields column = Fields.of(node, COLUMN_KEYS);
    node.require("unit");
    return new Column(column.required("id"), column.path(), column.known("unit", "unit", words.units(), ""),
        column.constant("role", Role.values(), Role.VALUE));
  }

  private Row row(YamlNode node) {
    Fields row = Fields.of(node, ROW_KEYS);
    Role role = row.constant("role", Role.values(), Role.VALUE);
    boolean percent = role == Role.CHANGE || role == Role.SHARE;
    Map<String, Cell> cells = new LinkedHashMap<>();
    node.require("cells").map(YamlNode::map).orElse(Map.of()).forEach((column, cell) -> {
      if (Vocabulary.knows(columns.keySet(), column, "column", cell::problem)) {
        cells.put(column, cell(cell, percent ? "percent" : columns.get(column).unit()));
      }
    });
    return new Row(row.required("id"), line(node, "line"), row.path(), row.period(false), role, cells);
  }

  private Cell cell(YamlNode node, String usualUnit) {
    if (!node.isMap()) {
      return new Cell(printed(node, node.string(), Optional.empty()), usualUnit, Set.of(), "", "");
    }
    Fields cell = Fields.of(node, CELL_KEYS);
    node.get("note").ifPresent(note -> Vocabulary.knows(notes.keySet(), note.string(), "note", note::problem));
    String printed = cell.required("printed");
    boolean inWords = cell.optional("value").filter("none"::equals).isPresent();
    return new Cell(inWords ? PrintedNumber.notApplicable(printed) : printed(node, printed, cell.decimal("value")),
        cell.known("unit", "unit", words.units(), usualUnit), cell.known("flags", "flag", words.flags()),
        cell.optional("note").orElse(""), cell.period(false));
  }

  private PrintedNumber printed(YamlNode node, String printed, Optional<BigDecimal> explicit) {
    if (printed.isEmpty()) {
      return PrintedNumber.notApplicable(printed);
    }
    Optional<PrintedNumber> parsed = PrintedNumber.parse(printed);
    if (explicit.isPresent()) {
      if (parsed.isPresent()) {
        node.problem("'" + printed + "' can be read by rule, so it needs no value", "remove 'value'");
      }
      return PrintedNumber.explicit(printed, explicit.get());
    }
    if (parsed.isEmpty()) {
      node.problem("'" + printed + "' is not a number as the report prints them",
          "write it as printed, like \"20.390\", \"3,05\", \"+10%\" or \"<5\", between double quotes");
    }
    return parsed.orElseGet(() -> PrintedNumber.notApplicable(printed));
  }

  private Optional<Section> section(YamlNode node) {
    Vocabulary.knows(words.sections().ids(), node.string(), "section", node::problem);
    return words.sections().find(node.string());
  }

  private int line(YamlNode parent, String key) {
    Optional<YamlNode> node = parent.require(key);
    String text = node.map(YamlNode::string).orElse("0");
    if (!text.matches("\\d{1,6}")) {
      node.orElseThrow().problem("'" + text + "' is not a line of the report", "write a whole number");
      return 0;
    }
    int line = Integer.parseInt(text);
    section.filter(s -> node.isPresent() && !s.holds(line)).ifPresent(s -> node.get().problem(
        "line " + line + " is not in section " + s.id(),
        "the section runs from line " + s.firstLine() + " to " + s.lastLine()));
    return line;
  }
}
