package nl.wegwijzer.statistics;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.wegwijzer.text.Language;
import nl.wegwijzer.text.Text;

/** Figures in forms that other programs can use: tidy CSV, JSON and a Data Package that describes the CSV. */
public final class Exports {

  private static final List<String> COLUMNS = List.of("figure", "row", "column", "rowLabel", "columnLabel", "role",
      "printed", "value", "unit", "unitLabel", "period", "flags", "note", "sources", "section", "line");

  private final Statistics statistics;

  public Exports(Statistics statistics) {
    this.statistics = statistics;
  }

  /** One line per number, with everything needed to judge it. */
  public String csv(Figure figure, Language language) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
      csv.writeRecord(COLUMNS);
      figure.observations().forEach(seen ->
          csv.writeRecord(fields(seen, language).values().stream().map(Exports::harmless).toList()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** The figure with its metadata, numbers, caveats and discrepancies, ready to be written as JSON. */
  public Map<String, Object> json(Figure figure, Language language) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("figure", figure.id());
    figure.printedAs().ifPresent(printed -> json.put("printedAs", printed));
    json.put("title", figure.title().in(language));
    json.put("meaning", figure.meaning().in(language));
    json.put("section", figure.section());
    json.put("captionLine", figure.captionLine());
    json.put("period", figure.period());
    figure.asOf().ifPresent(date -> json.put("asOf", date.toString()));
    json.put("kind", Figure.idOf(figure.kind()));
    json.put("sources", terms(statistics.vocabulary().organisations(), figure.sources(), language));
    json.put("topics", terms(statistics.vocabulary().topics(), figure.topics(), language));
    json.put("caveats", statistics.caveats().of(figure).stream().map(term -> term(term, language)).toList());
    json.put("notes", figure.notes().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
        note -> note.getValue().in(language), (a, b) -> a, LinkedHashMap::new)));
    json.put("cells", figure.observations().map(seen -> cell(seen, language)).toList());
    json.put("statements", statistics.statementsOf(figure).stream().map(s -> json(s, language)).toList());
    json.put("discrepancies", statistics.discrepancies(figure).stream().map(d -> json(d, language)).toList());
    return json;
  }

  public Map<String, Object> json(Statement statement, Language language) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", statement.id());
    json.put("text", statement.text().in(language));
    json.put("printed", statement.printed());
    json.put("value", statement.value().orElse(null));
    json.put("unit", statement.unit());
    json.put("period", statement.period());
    json.put("qualifier", statement.qualifier().id());
    json.put("kind", statement.kind().id());
    json.put("sources", statement.sources());
    json.put("section", statement.section());
    json.put("line", statement.line());
    json.put("repeats", statement.repeats().isEmpty() ? null : statement.repeats());
    json.put("flags", statistics.caveats().of(statement).stream().map(Term::id).toList());
    return json;
  }

  /**
   * A descriptor (Data Package) of the CSV files of all figures that have numbers.
   *
   * @param title of the package, in the language
   */
  public Map<String, Object> dataPackage(String title, Language language) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("profile", "tabular-data-package");
    json.put("name", "wegwijzer-figures");
    json.put("title", title);
    json.put("resources", statistics.figures().stream().filter(figure -> !figure.lost())
        .map(figure -> resource(figure, language)).toList());
    return json;
  }

  private Map<String, Object> resource(Figure figure, Language language) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("profile", "tabular-data-resource");
    json.put("name", "figure-" + figure.id());
    json.put("path", figure.id() + ".csv" + (language == Language.EN ? "" : "?language=" + language.tag()));
    json.put("title", figure.title().in(language));
    json.put("description", figure.meaning().in(language));
    json.put("format", "csv");
    json.put("mediatype", "text/csv");
    json.put("encoding", "utf-8");
    json.put("sources", figure.sources().stream().map(id -> Map.of("title",
        Vocabulary.text(statistics.vocabulary().organisations(), id).in(language))).toList());
    Map<String, String> explained = Map.of(
        "flags", explained(statistics.caveats().of(figure).stream()
            .collect(Collectors.toMap(Term::id, Term::text, (a, b) -> a, LinkedHashMap::new)), language),
        "note", explained(figure.notes(), language));
    json.put("schema", Map.of("fields", COLUMNS.stream().map(name -> field(name, explained)).toList(),
        "primaryKey", List.of("row", "column"), "missingValues", List.of("")));
    return json;
  }

  private static Map<String, Object> field(String name, Map<String, String> explained) {
    Map<String, Object> field = new LinkedHashMap<>();
    field.put("name", name);
    field.put("type", name.equals("value") ? "number" : name.equals("line") ? "integer" : "string");
    String description = explained.getOrDefault(name, "");
    if (!description.isEmpty()) {
      field.put("description", description);
    }
    return field;
  }

  /** What the ids in a column mean. */
  private static String explained(Map<String, Text> words, Language language) {
    return words.entrySet().stream().map(word -> word.getKey() + ": " + word.getValue().in(language))
        .collect(Collectors.joining("\n"));
  }

  private Map<String, Object> cell(Observation seen, Language language) {
    Map<String, Object> json = new LinkedHashMap<>(fields(seen, language));
    json.remove("figure");
    json.put("value", seen.cell().value().orElse(null));
    json.put("line", seen.row().line());
    json.put("flags", statistics.caveats().of(seen).stream().map(Term::id).toList());
    json.put("sources", seen.figure().sources());
    return json;
  }

  private Map<String, String> fields(Observation seen, Language language) {
    Map<String, String> fields = new LinkedHashMap<>();
    List<String> values = List.of(seen.figure().id(), seen.row().id(), seen.column().id(), seen.row().label(language),
        seen.column().label(language), seen.role().id(), seen.cell().printed(),
        seen.cell().value().map(BigDecimal::toPlainString).orElse(""), seen.cell().unit(),
        Vocabulary.text(statistics.vocabulary().units(), seen.cell().unit()).in(language), seen.period(),
        statistics.caveats().of(seen).stream().map(Term::id).collect(Collectors.joining(" ")), seen.cell().note(),
        String.join(" ", seen.figure().sources()), seen.figure().section(), String.valueOf(seen.row().line()));
    for (int i = 0; i < COLUMNS.size(); i++) {
      fields.put(COLUMNS.get(i), values.get(i));
    }
    return fields;
  }

  private static Map<String, Object> json(Discrepancy discrepancy, Language language) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", discrepancy.id());
    json.put("kind", Figure.idOf(discrepancy.kind()));
    json.put("check", discrepancy.check().orElse(null));
    json.put("computed", discrepancy.computed().orElse(null));
    json.put("evidence", discrepancy.evidence());
    json.put("assessment", discrepancy.assessment().in(language));
    return json;
  }

  private static List<Map<String, Object>> terms(Map<String, Term> terms, List<String> ids, Language language) {
    return ids.stream().map(id -> term(new Term(id, Vocabulary.text(terms, id)), language)).toList();
  }

  private static Map<String, Object> term(Term term, Language language) {
    return Map.of("id", term.id(), "text", term.text().in(language));
  }

  /** A spreadsheet would run a text that begins like a formula; a number that begins with a sign is left alone. */
  static String harmless(String field) {
    boolean formula = !field.isEmpty() && "=+-@\t\r".indexOf(field.charAt(0)) >= 0;
    boolean number = field.equals("-") || PrintedNumber.parse(field).flatMap(PrintedNumber::value).isPresent()
        || field.matches("-?\\d+(\\.\\d+)?");
    return formula && !number ? "'" + field : field;
  }
}
