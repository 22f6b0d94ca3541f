package nl.wegwijzer.explorer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.wegwijzer.statistics.Figure;
import nl.wegwijzer.statistics.Search;
import nl.wegwijzer.statistics.Statement;
import nl.wegwijzer.statistics.Statistics;
import nl.wegwijzer.statistics.Term;
import nl.wegwijzer.text.Language;
import nl.wegwijzer.text.Sections.Section;
import nl.wegwijzer.web.Clash;
import nl.wegwijzer.web.Here;
import nl.wegwijzer.web.Page;
import nl.wegwijzer.web.Telling;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The pages on which readers find, see and trace the numbers of the report. */
@Controller
class ExplorerController {

  private static final int FIRST = 40;

  /** Something to choose in a filter. */
  record Choice(String value, String text, boolean picked) {}

  /** A part of the report with its figures. */
  record Part(String name, List<Entries.Drawn> figures, int statements, String address) {}

  @GetMapping({"/nl/cijfers", "/en/figures"})
  ModelAndView search(Here here, @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String topic, @RequestParam(defaultValue = "") String chapter,
      @RequestParam(defaultValue = "") String source, @RequestParam(defaultValue = "false") boolean all) {
    Query query = new Query(q.strip(), topic, chapter, source, all);
    Statistics statistics = here.knowledge().statistics();
    Chapters chapters = Chapters.of(here.knowledge().sections());
    ModelAndView view = Page.of(here, here.wording().text("explorer-title"), each(language -> query.address(Telling.index(language))))
        .view("explorer/index")
        .addObject("query", query)
        .addObject("path", Telling.index(here.language()))
        .addObject("topics", choices(statistics.vocabulary().topics().values(), topic, here))
        .addObject("sources", choices(used(statistics), source, here))
        .addObject("chapters", chapters(chapters, statistics).stream().map(part ->
            new Choice(part.id(), part.name().in(here.language()), part.id().equals(chapter))).toList())
        .addObject("discrepancies", statistics.discrepancies().size());
    if (query.isEmpty()) {
      return view.addObject("parts", parts(chapters, statistics, here));
    }
    Search.Hits hits = query.answer(statistics, chapters, here.language());
    List<Statement> shown = all ? hits.statements() : hits.statements().stream().limit(FIRST).toList();
    int found = hits.figures().size() + hits.statements().size();
    return view.addObject("figures", new Entries(here).figures(hits.figures()))
        .addObject("statements", new Entries(here).statements(shown))
        .addObject("statementCount", hits.statements().size())
        .addObject("more", shown.size() < hits.statements().size()
            ? query.withAll().address(Telling.index(here.language())) + "#statements" : null)
        .addObject("found", here.wording().text(found == 0 ? "explorer-results-none"
            : found == 1 ? "explorer-results-one" : "explorer-results-many", Map.of("n", found)));
  }

  @GetMapping({"/nl/cijfers/{id:\\d{1,3}}", "/en/figures/{id:\\d{1,3}}"})
  ModelAndView figure(Here here, @PathVariable String id) {
    Figure figure = here.knowledge().statistics().figure(id).orElseThrow(ExplorerController::missing);
    FigureView shown = new FigureView(figure, here);
    return Page.of(here, shown.heading(), each(language -> Telling.address(figure, language)))
        .back(Telling.index(here.language()))
        .view("explorer/figure")
        .addObject("figure", shown)
        .addObject("link", absolute(Telling.address(figure, here.language())));
  }

  @GetMapping({"/nl/cijfers/uitspraak/{id}", "/en/figures/statement/{id}"})
  ModelAndView statement(Here here, @PathVariable String id) {
    Statement statement = here.knowledge().statistics().statement(id).orElseThrow(ExplorerController::missing);
    return Page.of(here, here.wording().text("explorer-statement"),
            each(language -> Telling.address(statement, language)))
        .back(Telling.index(here.language()))
        .view("explorer/statement")
        .addObject("statement", new StatementView(statement, here))
        .addObject("link", absolute(Telling.address(statement, here.language())));
  }

  @GetMapping({"/nl/cijfers/tegenspraak", "/en/figures/discrepancies"})
  ModelAndView discrepancies(Here here) {
    List<Clash> clashes = here.knowledge().statistics().discrepancies().stream()
        .map(discrepancy -> Clash.of(discrepancy, here)).toList();
    return Page.of(here, here.wording().text("explorer-discrepancies"), Map.of(
            Language.NL, "/nl/cijfers/tegenspraak", Language.EN, "/en/figures/discrepancies"))
        .back(Telling.index(here.language()))
        .view("explorer/discrepancies")
        .addObject("clashes", clashes);
  }

  private static List<Part> parts(Chapters chapters, Statistics statistics, Here here) {
    Entries entries = new Entries(here);
    List<Part> parts = new ArrayList<>();
    for (Section part : chapters(chapters, statistics)) {
      List<Figure> figures = statistics.figures().stream()
          .filter(figure -> chapters.of(figure.captionLine()).equals(part.id())).toList();
      int statements = (int) statistics.statements().stream()
          .filter(statement -> chapters.of(statement.line()).equals(part.id())).count();
      parts.add(new Part(part.name().in(here.language()), entries.figures(figures), statements,
          new Query("", "", part.id(), "", false).address(Telling.index(here.language())) + "#statements"));
    }
    return parts;
  }

  /** The parts of the report in which there are numbers. */
  private static List<Section> chapters(Chapters chapters, Statistics statistics) {
    Set<String> used = new LinkedHashSet<>();
    statistics.figures().forEach(figure -> used.add(chapters.of(figure.captionLine())));
    statistics.statements().forEach(statement -> used.add(chapters.of(statement.line())));
    return chapters.parts().stream().filter(part -> used.contains(part.id())).toList();
  }

  private static List<Term> used(Statistics statistics) {
    Set<String> ids = new LinkedHashSet<>();
    statistics.figures().forEach(figure -> ids.addAll(figure.sources()));
    statistics.statements().forEach(statement -> ids.addAll(statement.sources()));
    return statistics.vocabulary().organisations().values().stream().filter(term -> ids.contains(term.id())).toList();
  }

  private static List<Choice> choices(Collection<Term> terms, String picked, Here here) {
    return terms.stream().map(term -> new Choice(term.id(), term.text().in(here.language()), term.id().equals(picked)))
        .sorted(Comparator.comparing(Choice::text, String.CASE_INSENSITIVE_ORDER)).toList();
  }

  private static Map<Language, String> each(Function<Language, String> address) {
    Map<Language, String> addresses = new EnumMap<>(Language.class);
    Stream.of(Language.values()).forEach(language -> addresses.put(language, address.apply(language)));
    return addresses;
  }

  private static String absolute(String path) {
    return ServletUriComponentsBuilder.fromCurrentContextPath().path(path).toUriString();
  }

  private static ResponseStatusException missing() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
