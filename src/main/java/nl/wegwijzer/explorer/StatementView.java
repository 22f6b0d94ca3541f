package nl.wegwijzer.explorer;

import java.util.List;
import nl.wegwijzer.statistics.Statement;
import nl.wegwijzer.statistics.Statistics;
import nl.wegwijzer.statistics.Term;
import nl.wegwijzer.text.Language;
import nl.wegwijzer.web.Clash;
import nl.wegwijzer.web.Here;
import nl.wegwijzer.web.Telling;

/** A number from the running text as its page shows it. */
final class StatementView {

  private static final int NEAR = 5;
  private static final int MOST = 8;

  private final Statement statement;
  private final Here here;
  private final Statistics statistics;
  private final Language language;
  private final Telling telling;

  StatementView(Statement statement, Here here) {
    this.statement = statement;
    this.here = here;
    this.statistics = here.knowledge().statistics();
    this.language = here.language();
    this.telling = new Telling(here);
  }

  public String text() {
    return statement.text().in(language);
  }

  public String printed() {
    return statement.printed();
  }

  public String value() {
    return statement.value().map(value -> telling.number(value.toPlainString()))
        .orElse(here.wording().text("stats-suppressed"));
  }

  public String unit() {
    return telling.unit(statement.unit());
  }

  /** How exact the report says it is; empty when it does not limit itself. */
  public String qualifier() {
    return statement.qualifier() == Statement.Qualifier.EXACT ? "" : here.wording().text("stats-qualifier-" + statement.qualifier().id());
  }

  public String kind() {
    return here.wording().text("stats-kind-" + statement.kind().id());
  }

  public String period() {
    return telling.period(statement.period());
  }

  public String sources() {
    return telling.organisations(statement.sources());
  }

  public String place() {
    return telling.place(statement.section(), statement.line());
  }

  public List<String> caveats() {
    return statistics.caveats().of(statement).stream().map(Term::text).map(text -> text.in(language)).toList();
  }

  public List<Clash> clashes() {
    return statistics.discrepancies(statement).stream().map(discrepancy -> Clash.of(discrepancy, here)).toList();
  }

  /** The figures with the same number in their table, or of whose picture this is what is left. */
  public List<Entries.Drawn> figures() {
    return new Entries(here).figures(statistics.figures().stream().filter(figure ->
        figure.statements().contains(statement.id()) || statement.repeats().startsWith(figure.id() + ":")).toList());
  }

  /** The other numbers of the same paragraph. */
  public List<Entries.Said> beside() {
    return new Entries(here).statements(statistics.statements().stream().filter(other ->
        !other.id().equals(statement.id()) && other.section().equals(statement.section())
            && Math.abs(other.line() - statement.line()) <= NEAR).limit(MOST).toList());
  }

  public List<FigureView.Link> usedIn() {
    return Uses.of(statement.id(), here);
  }

  public String json() {
    return "/api/v1/statistics/" + statement.id() + "?language=" + language.tag();
  }
}
