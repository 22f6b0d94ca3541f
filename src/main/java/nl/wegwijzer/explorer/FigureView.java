package nl.wegwijzer.explorer;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import nl.wegwijzer.statistics.Charts;
import nl.wegwijzer.statistics.Comparison;
import nl.wegwijzer.statistics.Figure;
import nl.wegwijzer.statistics.Observation;
import nl.wegwijzer.statistics.Row;
import nl.wegwijzer.statistics.Statistics;
import nl.wegwijzer.statistics.Vocabulary;
import nl.wegwijzer.text.Language;
import nl.wegwijzer.web.Clash;
import nl.wegwijzer.web.Here;
import nl.wegwijzer.web.Sheet;
import nl.wegwijzer.web.Telling;

/** A figure as its page shows it: the chart, the table, and all that must be known about them. */
final class FigureView {

  private static final int RELATED = 6;

  /**
   * The same number in two years.
   *
   * @param computed the change that follows from the printed numbers, where the report prints none or another one
   * @param contradicts whether the printed change cannot be right
   */
  record Change(String what, String then, String before, String when, String now, String printed, String computed,
      boolean contradicts) {}

  /** A word with the address it leads to. */
  record Link(String text, String address) {}

  private final Figure figure;
  private final Here here;
  private final Statistics statistics;
  private final Language language;
  private final Telling telling;

  FigureView(Figure figure, Here here) {
    this.figure = figure;
    this.here = here;
    this.statistics = here.knowledge().statistics();
    this.language = here.language();
    this.telling = new Telling(here);
  }

  public String number() {
    return here.wording().text("stats-figure", Map.of("figure", figure.id()));
  }

  public String title() {
    return figure.title().in(language);
  }

  public String heading() {
    return here.wording().text("explorer-figure-title", Map.of("figure", figure.id(), "title", title()));
  }

  public String meaning() {
    return figure.meaning().in(language);
  }

  public boolean lost() {
    return figure.lost();
  }

  /** Whether the text of the report says in words what a lost picture showed. */
  public boolean tells() {
    return figure.notes().containsKey("order");
  }

  public String svg() {
    return new Charts(statistics).svg(figure, language);
  }

  public Sheet sheet() {
    return Sheet.of(figure, here);
  }

  /** Every number that has the same number a year earlier beside it. */
  public List<Change> changes() {
    return figure.observations().flatMap(seen -> statistics.comparison(seen).stream()).map(this::change)
        .filter(change -> !change.printed().isEmpty() || !change.computed().isEmpty()).toList();
  }

  private Change change(Comparison comparison) {
    String printed = telling.printedChange(comparison).orElse("");
    String computed = telling.computedChange(comparison).orElse("");
    Observation before = comparison.before();
    Observation now = comparison.now();
    return new Change(telling.what(now), telling.period(before.period()), before.written(language),
        telling.period(now.period()), now.written(language), printed, computed,
        !printed.isEmpty() && !computed.isEmpty());
  }

  public List<Clash> clashes() {
    return statistics.discrepancies(figure).stream().map(discrepancy -> Clash.of(discrepancy, here)).toList();
  }

  /** What the text of the report says of the same numbers, or what is left of a lost picture. */
  public List<Entries.Said> said() {
    return new Entries(here).statements(statistics.statementsOf(figure));
  }

  public String period() {
    return telling.period(figure.period());
  }

  public String referenceDate() {
    return figure.asOf().map(here.wording()::date).orElse("");
  }

  public List<Link> sources() {
    return links("source", figure.sources(), statistics.vocabulary().organisations());
  }

  public List<Link> topics() {
    return links("topic", figure.topics(), statistics.vocabulary().topics());
  }

  public List<String> units() {
    return figure.observations().map(seen -> seen.cell().unit()).distinct().map(telling::unit).toList();
  }

  public String place() {
    return telling.place(figure.section(), IntStream.concat(IntStream.of(figure.captionLine()),
        figure.rows().stream().mapToInt(Row::line)).toArray());
  }

  public Optional<String> printedAs() {
    return figure.printedAs();
  }

  /** Figures that share the most topics with this one, the nearest first. */
  public List<Entries.Drawn> related() {
    int number = Integer.parseInt(figure.id());
    List<Figure> related = statistics.figures().stream().filter(other -> other != figure && shared(other) > 0)
        .sorted(Comparator.comparingLong((Figure other) -> -shared(other))
            .thenComparingInt(other -> Math.abs(Integer.parseInt(other.id()) - number)))
        .limit(RELATED).toList();
    return new Entries(here).figures(related);
  }

  private long shared(Figure other) {
    return other.topics().stream().filter(figure.topics()::contains).count();
  }

  public List<Link> usedIn() {
    return Uses.of(figure.id(), here);
  }

  public Optional<Link> previous() {
    return neighbour(-1);
  }

  public Optional<Link> next() {
    return neighbour(1);
  }

  private Optional<Link> neighbour(int step) {
    return statistics.figure(String.valueOf(Integer.parseInt(figure.id()) + step)).map(other ->
        new Link(here.wording().text("explorer-figure-title", Map.of("figure", other.id(), "title",
            other.title().in(language))), Telling.address(other, language)));
  }

  public String csv() {
    return "/api/v1/statistics/" + figure.id() + ".csv?language=" + language.tag();
  }

  public String json() {
    return "/api/v1/statistics/" + figure.id() + "?language=" + language.tag();
  }

  private List<Link> links(String filter, List<String> ids, Map<String, nl.wegwijzer.statistics.Term> terms) {
    return ids.stream().map(id -> new Link(Vocabulary.text(terms, id).in(language),
        Telling.index(language) + "?" + filter + "=" + id)).toList();
  }
}
