package nl.wegwijzer.explorer;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.wegwijzer.statistics.Figure;
import nl.wegwijzer.statistics.Statement;
import nl.wegwijzer.statistics.Statistics;
import nl.wegwijzer.text.Language;
import nl.wegwijzer.web.Here;
import nl.wegwijzer.web.Telling;

/** Lays out figures and statements as entries of a list. */
final class Entries {

  /** A figure in a list. */
  record Drawn(String number, String title, String meaning, String address, String origin, boolean lost, int clashes) {}

  /**
   * A statement in a list.
   *
   * @param kind what sort of number it is; empty for a plain statistic
   */
  record Said(String id, String text, String address, String origin, String kind, int clashes) {}

  private final Statistics statistics;
  private final Here here;
  private final Language language;
  private final Telling telling;

  Entries(Here here) {
    this.statistics = here.knowledge().statistics();
    this.here = here;
    this.language = here.language();
    this.telling = new Telling(here);
  }

  List<Drawn> figures(List<Figure> figures) {
    return figures.stream().map(figure -> new Drawn(
        here.wording().text("stats-figure", Map.of("figure", figure.id())), figure.title().in(language),
        figure.meaning().in(language), Telling.address(figure, language),
        joined(telling.period(figure.period()), String.join(", ", figure.sources())), figure.lost(),
        statistics.discrepancies(figure).size())).toList();
  }

  List<Said> statements(List<Statement> statements) {
    return statements.stream().map(statement -> new Said(statement.id(), statement.text().in(language),
        Telling.address(statement, language), joined(telling.period(statement.period()),
            String.join(", ", statement.sources()), telling.place(statement.section(), statement.line())),
        statement.kind() == Statement.Kind.STATISTIC ? "" : here.wording().text("stats-kind-" + statement.kind().id()),
        statistics.discrepancies(statement).size())).toList();
  }

  private static String joined(String... parts) {
    return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(" · "));
  }
}
