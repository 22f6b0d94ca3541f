package nl.wegwijzer.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.wegwijzer.statistics.Charts;
import nl.wegwijzer.statistics.Figure;
import nl.wegwijzer.statistics.Observation;
import nl.wegwijzer.statistics.Role;
import nl.wegwijzer.statistics.Statement;
import nl.wegwijzer.statistics.Statistics;
import nl.wegwijzer.statistics.Term;
import nl.wegwijzer.text.Language;

/** The numbers of the report that stand beside an outcome, laid out for {@code fragments/statistics}. */
public record Numbers(List<Chart> charts, List<Said> said, List<String> caveats) {

  private static final int MOST = 4;

  /**
   * A figure with the few numbers of it that help most.
   *
   * @param svg made by {@link Charts} from our own data; empty when the figure has no values
   * @param sheet the table; null when the figure has no values
   * @param clashes how many discrepancies of the report touch the figure
   */
  public record Chart(String id, String title, String meaning, List<Key> keys, String svg, Sheet sheet,
      String period, String source, String place, String address, int clashes) {}

  /**
   * One number, large.
   *
   * @param change since the year before, in words; empty when there is nothing to compare with
   */
  public record Key(String number, String what, String period, String change) {}

  /** A number from the running text, as a sentence. */
  public record Said(String text, String period, String source, String place, String address) {}

  /**
   * The numbers with these ids, each once. The id of a figure brings its latest numbers; the address of a cell
   * ({@code 56:2023:rate}) brings just that one. Ids that the data does not hold are left out.
   */
  public static Numbers of(Collection<String> ids, Here here) {
    Statistics statistics = here.knowledge().statistics();
    Map<Figure, Set<Observation>> figures = new LinkedHashMap<>();
    List<Said> said = new ArrayList<>();
    Set<Term> caveats = new LinkedHashSet<>();
    for (String id : new LinkedHashSet<>(ids)) {
      statistics.observation(id).ifPresent(seen ->
          figures.computeIfAbsent(seen.figure(), figure -> new LinkedHashSet<>()).add(seen));
      statistics.figure(id).ifPresent(figure ->
          figures.computeIfAbsent(figure, found -> new LinkedHashSet<>()).addAll(latest(figure, statistics)));
      statistics.statement(id).ifPresent(found -> {
        said.add(said(found, here));
        caveats.addAll(statistics.caveats().of(found));
      });
    }
    figures.keySet().forEach(figure -> caveats.addAll(statistics.caveats().of(figure)));
    return new Numbers(figures.entrySet().stream().map(entry -> chart(entry.getKey(), entry.getValue(), here)).toList(),
        said, caveats.stream().map(term -> term.text().in(here.language())).distinct().toList());
  }

  public boolean isEmpty() {
    return charts.isEmpty() && said.isEmpty();
  }

  /** Those its author chose, else the ones that have the same number a year earlier beside them; of many the totals. */
  private static List<Observation> latest(Figure figure, Statistics statistics) {
    if (!figure.keyNumbers().isEmpty()) {
      return figure.keyNumbers();
    }
    List<Observation> latest = figure.observations().filter(seen -> seen.role() != Role.CHANGE)
        .filter(seen -> statistics.comparison(seen).isPresent()).toList();
    List<Observation> totals = latest.stream().filter(seen -> seen.role() == Role.TOTAL).toList();
    return (latest.size() > MOST && !totals.isEmpty() ? totals : latest).stream().limit(MOST).toList();
  }

  private static Chart chart(Figure figure, Collection<Observation> keys, Here here) {
    Language language = here.language();
    Statistics statistics = here.knowledge().statistics();
    Telling telling = new Telling(here);
    Sheet sheet = figure.lost() ? null : Sheet.of(figure, here);
    return new Chart(figure.id(), figure.title().in(language), figure.meaning().in(language),
        keys.stream().map(seen -> key(seen, statistics, telling, language)).toList(),
        new Charts(statistics).svg(figure, language), sheet,
        here.wording().text("stats-period", Map.of("period", telling.period(figure.period()))),
        here.wording().text("stats-source", Map.of("source", telling.organisations(figure.sources()))),
        telling.place(figure.section(), figure.captionLine()), Telling.address(figure, language),
        statistics.discrepancies(figure).size());
  }

  private static Key key(Observation seen, Statistics statistics, Telling telling, Language language) {
    return new Key(seen.written(language), telling.what(seen), telling.period(seen.period()),
        statistics.comparison(seen).map(telling::change).orElse(""));
  }

  private static Said said(Statement statement, Here here) {
    Telling telling = new Telling(here);
    String period = telling.period(statement.period());
    return new Said(statement.text().in(here.language()),
        period.isEmpty() ? "" : here.wording().text("stats-period", Map.of("period", period)),
        here.wording().text("stats-source", Map.of("source", telling.organisations(statement.sources()))),
        telling.place(statement.section(), statement.line()), Telling.address(statement, here.language()));
  }
}
