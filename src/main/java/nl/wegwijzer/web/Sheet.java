package nl.wegwijzer.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import nl.wegwijzer.advice.Wording;
import nl.wegwijzer.statistics.Discrepancy;
import nl.wegwijzer.statistics.Figure;
import nl.wegwijzer.statistics.Observation;
import nl.wegwijzer.statistics.Role;
import nl.wegwijzer.statistics.Statistics;
import nl.wegwijzer.statistics.Table;
import nl.wegwijzer.statistics.Term;
import nl.wegwijzer.text.Language;

/**
 * A figure as a table to read: every number with the marks that lead to what must be known about it.
 *
 * @param labels how many headers can stand before a row
 * @param notes footnotes of the report that touch the figure
 * @param caveats what must be known of its numbers; with a sign where that is so for a few of them only
 */
public record Sheet(String caption, int labels, List<List<Head>> head, List<List<Line>> blocks,
    List<Remark> notes, List<Remark> caveats) {

  /** A header with the marks that hold for all numbers under it. */
  public record Head(Table.Header at, List<Mark> marks) {}

  /** A row, and what its numbers are to the others: value, total, change or share. */
  public record Line(String kind, List<Head> headers, List<Cell> cells) {}

  /**
   * A number in its place; without text where the report prints nothing.
   *
   * @param value as programs write it; null when the number is withheld
   */
  public record Cell(String headers, String kind, String text, String printed, String value, List<Mark> marks) {}

  /** A sign beside a number that leads to a remark. */
  public record Mark(String sign, String spoken, String target) {}

  /**
   * Something a reader must know.
   *
   * @param sign empty when it is about the whole figure
   */
  public record Remark(String id, String sign, String text) {}

  public static Sheet of(Figure figure, Here here) {
    return new Maker(figure, here).sheet();
  }

  /** Whether the table needs the whole width of a page. */
  public boolean wide() {
    return labels + head.stream().mapToInt(level -> level.stream().mapToInt(one -> one.at().columns()).sum()).max()
        .orElse(0) > 4;
  }

  /** Makes the table of one figure. */
  private static final class Maker {

    private final Figure figure;
    private final Statistics statistics;
    private final Wording wording;
    private final Language language;
    private final Telling telling;
    private final List<Discrepancy> discrepancies;
    private final List<Term> all;
    private final Map<String, List<Term>> caveats = new LinkedHashMap<>();
    private final Map<String, String> signs = new LinkedHashMap<>();
    private final Map<String, Set<String>> columnSigns = new LinkedHashMap<>();
    private final Map<String, Set<String>> rowSigns = new LinkedHashMap<>();

    Maker(Figure figure, Here here) {
      this.figure = figure;
      this.statistics = here.knowledge().statistics();
      this.wording = here.wording();
      this.language = here.language();
      this.telling = new Telling(here);
      this.discrepancies = statistics.discrepancies(figure);
      this.all = statistics.caveats().of(figure);
      figure.observations().forEach(seen -> caveats.put(seen.ref(), statistics.caveats().of(seen)));
    }

    Sheet sheet() {
      figure.notes().keySet().stream().filter(note -> figure.observations().anyMatch(seen ->
          seen.cell().note().equals(note))).forEach(note -> sign("note-" + note));
      all.stream().filter(this::isOfAFew).forEach(term -> sign("caveat-" + term.id()));
      figure.columns().forEach(column -> columnSigns.put(column.id(), signsOfAll(figure.rows().stream()
          .flatMap(row -> figure.at(row, column).stream()).toList(), Set.of())));
      figure.rows().forEach(row -> rowSigns.put(row.id(), signsOfAll(figure.columns().stream()
          .flatMap(column -> figure.at(row, column).stream()).toList(), shared(columnSigns))));
      Table table = Table.of(figure, language, "figure-" + figure.id());
      List<List<Line>> blocks = table.blocks().stream().map(block -> block.stream().map(this::line).toList()).toList();
      List<List<Head>> head = table.head().stream().map(level -> level.stream().map(header ->
          new Head(header, marks(columnSigns.getOrDefault(header.of(), Set.of())))).toList()).toList();
      return new Sheet(caption(), table.labels(), head, blocks, notes(),
          all.stream().map(term -> remark("caveat-" + term.id(), term.text().in(language))).toList());
    }

    /** The signs that hold for every one of these numbers, and so belong at their header. */
    private Set<String> signsOfAll(List<Observation> numbers, Set<String> elsewhere) {
      Set<String> all = new LinkedHashSet<>(signs.keySet());
      all.removeAll(elsewhere);
      List<Observation> counts = numbers.stream().filter(seen -> seen.role() != Role.CHANGE).toList();
      (counts.isEmpty() ? numbers : counts).forEach(seen -> all.retainAll(signsOf(seen)));
      return numbers.size() > 1 ? all : Set.of();
    }

    private static Set<String> shared(Map<String, Set<String>> signs) {
      Set<String> shared = new LinkedHashSet<>();
      signs.values().forEach(shared::addAll);
      return shared;
    }

    private Set<String> signsOf(Observation seen) {
      Set<String> ids = new LinkedHashSet<>();
      Stream.concat(Stream.of("note-" + seen.cell().note()),
          caveats.get(seen.ref()).stream().map(term -> "caveat-" + term.id())).filter(signs::containsKey)
          .forEach(ids::add);
      return ids;
    }

    private void sign(String id) {
      signs.put(id, String.valueOf((char) ('a' + signs.size())));
    }

    private String caption() {
      return wording.text("explorer-table-caption", Map.of("figure", figure.id(), "title",
          figure.title().in(language), "source", telling.organisations(figure.sources()),
          "period", telling.period(figure.period())));
    }

    private List<Remark> notes() {
      return figure.notes().entrySet().stream().map(note -> {
        String text = note.getValue().in(language);
        boolean numbered = note.getKey().matches("\\d+");
        return remark("note-" + note.getKey(), numbered
            ? wording.text("explorer-footnote", Map.of("note", note.getKey(), "text", text)) : text);
      }).toList();
    }

    private Remark remark(String id, String text) {
      return new Remark(id, signs.getOrDefault(id, ""), text);
    }

    private Line line(Table.Line line) {
      List<Head> headers = line.headers().stream().map(header ->
          new Head(header, marks(rowSigns.getOrDefault(header.of(), Set.of())))).toList();
      return new Line(kind(line.row().role()), headers, line.slots().stream().map(this::cell).toList());
    }

    private Cell cell(Table.Slot slot) {
      Role role = slot.seen().map(Observation::role).orElse(slot.column().role());
      return slot.seen().map(seen -> new Cell(slot.headers(), kind(role), seen.written(language),
              seen.cell().printed(), seen.cell().value().map(BigDecimal::toPlainString).orElse(null), marks(seen)))
          .orElse(new Cell(slot.headers(), kind(role), "", "", null, List.of()));
    }

    private List<Mark> marks(Observation seen) {
      Set<String> own = signsOf(seen);
      own.removeAll(columnSigns.get(seen.column().id()));
      own.removeAll(rowSigns.get(seen.row().id()));
      List<Mark> marks = new ArrayList<>(marks(own));
      statistics.discrepancies(seen).forEach(discrepancy -> {
        int number = discrepancies.indexOf(discrepancy) + 1;
        marks.add(new Mark("\u2260" + number, wording.text("explorer-mark-discrepancy", Map.of("n", number)),
            target("discrepancy-" + discrepancy.id())));
      });
      return marks;
    }

    private List<Mark> marks(Set<String> ids) {
      return ids.stream().map(id -> new Mark(signs.get(id), wording.text(
          id.startsWith("note-") ? "explorer-mark-note" : "explorer-mark-caveat", Map.of("sign", signs.get(id))),
          target(id))).toList();
    }

    private String target(String id) {
      return Telling.address(figure, language) + "#" + id;
    }

    /** Whether half of the numbers of the same kind or more do without this caveat, so that the few must be marked. */
    private boolean isOfAFew(Term caveat) {
      List<Observation> with =
          figure.observations().filter(seen -> caveats.get(seen.ref()).contains(caveat)).toList();
      long alike = figure.observations().filter(seen -> with.stream().anyMatch(one ->
          one.role() == seen.role() && one.cell().unit().equals(seen.cell().unit()))).count();
      return !with.isEmpty() && with.size() * 2L <= alike;
    }

    private static String kind(Role role) {
      return role.name().toLowerCase(Locale.ROOT);
    }
  }
}
