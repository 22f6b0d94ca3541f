package nl.wegwijzer.authoring;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.wegwijzer.authoring.AuthorPage.Ref;
import nl.wegwijzer.authoring.AuthorPage.Told;
import nl.wegwijzer.forms.Conclusion;
import nl.wegwijzer.forms.Journey;
import nl.wegwijzer.forms.Outcome;
import nl.wegwijzer.forms.Question;
import nl.wegwijzer.knowledge.KnowledgeBase;
import nl.wegwijzer.proof.Mutation;
import nl.wegwijzer.rules.Rule;
import nl.wegwijzer.statistics.Statistics;
import nl.wegwijzer.text.Sections.Section;
import nl.wegwijzer.text.Text;
import nl.wegwijzer.web.Here;
import nl.wegwijzer.web.Page;
import nl.wegwijzer.web.Telling;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriUtils;

/** One page for everything that authors write, and one to find it. */
@Controller
@RequestMapping({"/nl/authoring", "/en/authoring"})
class AuthoringController {

  private static final List<Integer> SIZES = List.of(50, 75, 100, 150);
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm:ss").withZone(ZoneId.of("Europe/Amsterdam"));

  private final KnowledgeBase knowledgeBase;
  private final Catalogues catalogues;

  AuthoringController(KnowledgeBase knowledgeBase, Catalogues catalogues) {
    this.knowledgeBase = knowledgeBase;
    this.catalogues = catalogues;
  }

  /** A kind of thing, how many there are, and links to all of them. */
  record Group(String key, List<Ref> refs) {}

  @GetMapping
  ModelAndView overview(Here here, @RequestParam(defaultValue = "") String q) {
    AuthorPage page = page(here);
    Catalogue all = page.catalogue;
    List<Group> groups = List.of(
        new Group("authoring-journeys", all.forms().journeys().values().stream().map(page::journey).toList()),
        new Group("authoring-outcomes", all.forms().outcomes().values().stream().map(outcome ->
            new Ref(outcome.topic().in(here.language()), page.links.outcome(outcome.id()), outcome.id(),
                here.language().tag())).toList()),
        new Group("authoring-conclusions", page.refs(all.forms().conclusions().keySet())),
        new Group("authoring-questions", page.refs(all.forms().questions().keySet())),
        new Group("authoring-sections", all.sections().stream().filter(section -> !all.restingOn(section).isEmpty())
            .map(section -> sectionRef(page, section)).toList()));
    String asked = q.isBlank() ? "" : "?q=" + UriUtils.encode(q, StandardCharsets.UTF_8);
    return view(here, here.wording().text("authoring-title"), asked, "overview", page)
        .addObject("query", q)
        .addObject("hits", q.isBlank() ? null : Search.find(all, page.wording, page.links, q))
        .addObject("since", MOMENT.withLocale(here.language().locale()).format(knowledgeBase.since()))
        .addObject("changes", all.changes().map(changes -> changes(page, changes)).orElse(null))
        .addObject("failing", cases(page, trial -> !trial.holds()))
        .addObject("cases", all.trials().size())
        .addObject("branches", all.coverage().branches()).addObject("decided", all.coverage().decided())
        .addObject("files", files(page))
        .addObject("groups", groups);
  }

  /** What the last change brought: the version before it, and per file the rules and the names that are gone. */
  record Changed(String before, List<ChangedFile> files) {}

  /** A file that changed; {@code href} is its page, or null when it holds no rules. */
  record ChangedFile(String name, String href, List<Ref> rules, List<String> gone) {}

  private static Changed changes(AuthorPage page, Changes changes) {
    return new Changed(changes.before(), changes.files().stream().map(file -> new ChangedFile(file.name(),
        isRuleFile(page.catalogue, file.name()) ? page.links.file(file.name()) : null,
        file.rules().stream().map(rule -> page.rule(rule, "")).toList(), file.gone())).toList());
  }

  private static boolean isRuleFile(Catalogue catalogue, String name) {
    return name.endsWith(".drl") && catalogue.knowledge().files().containsKey(name);
  }

  /** A file with rules, and the rules in it. */
  record RuleFile(String name, String href, List<Ref> rules) {}

  private static List<RuleFile> files(AuthorPage page) {
    Map<String, List<Ref>> files = new LinkedHashMap<>();
    page.catalogue.rules().rules().forEach(rule -> files.computeIfAbsent(rule.file(), f -> new ArrayList<>())
        .add(page.rule(rule, "")));
    return files.entrySet().stream().map(file -> new RuleFile(file.getKey(),
        page.links.file(file.getKey()), file.getValue())).toList();
  }

  /** A scenario with its place, what differs from what it expects, and where it can be run by hand. */
  record CaseRef(String name, String place, String href, List<String> differences) {}

  private static List<CaseRef> cases(AuthorPage page, Predicate<Trial> which) {
    return page.catalogue.trials().stream().filter(which).map(trial -> new CaseRef(trial.scenario().name(),
        trial.place(), page.links.playground(trial), trial.differences())).toList();
  }

  @GetMapping("/rules/{slug}")
  ModelAndView rule(Here here, @PathVariable String slug) {
    AuthorPage page = page(here);
    Rule rule = known(page.catalogue.rule(slug));
    List<Mutation.Result> mutants = page.catalogue.mutants(rule);
    return view(here, rule.name(), "/rules/" + slug, "rule", page)
        .addObject("place", new Ref(rule.file() + ":" + rule.line(), page.links.file(rule.file(), rule.line()), "", ""))
        .addObject("listing", new Listing(page.catalogue, page.links, rule.file()).of(rule))
        .addObject("said", page.say(rule))
        .addObject("users", page.users(rule.conclusion()))
        .addObject("siblings", page.catalogue.rules().rulesFor(rule.conclusion()).stream()
            .filter(other -> other != rule).map(other -> page.rule(other, "")).toList())
        .addObject("questions", page.questionsUnder(rule.conditions().stream().map(c -> c.id()).toList()))
        .addObject("journeys", page.journeys(rule.conclusion()))
        .addObject("decided", cases(page, trial -> trial.decides(rule)))
        .addObject("silent", cases(page, trial -> trial.silences(rule)))
        .addObject("score", Mutation.score(mutants))
        .addObject("noticed", mutants(page, mutants, Mutation.Fate.KILLED::equals))
        .addObject("others", mutants(page, mutants, fate -> fate != Mutation.Fate.KILLED));
  }

  /** A small mistake put into a rule, whether a scenario notices, and which one would. */
  record MutantRow(String what, String place, String fate, String state, CaseRef killer, String suggestion) {}

  private static List<MutantRow> mutants(AuthorPage page, List<Mutation.Result> results, Predicate<Mutation.Fate> fate) {
    return results.stream().filter(result -> fate.test(result.fate())).map(result -> new MutantRow(
        result.mutant().what(), result.mutant().rule().file() + ":" + result.mutant().line(),
        page.wording.text("authoring-mutant-" + result.fate().name().toLowerCase(Locale.ROOT)), state(result.fate()),
        result.killer().map(scenario -> cases(page, trial -> trial.scenario() == scenario).get(0)).orElse(null),
        result.suggestion().orElse(""))).toList();
  }

  private static String state(Mutation.Fate fate) {
    return switch (fate) {
      case KILLED -> "yes";
      case SURVIVED -> "no";
      case UNDECIDED -> "open";
      case EQUIVALENT -> "unsettled";
    };
  }

  @GetMapping("/questions/{id}")
  ModelAndView question(Here here, @PathVariable String id) {
    AuthorPage page = page(here);
    Question question = known(Optional.ofNullable(page.catalogue.forms().questions().get(id)));
    List<Told> told = new ArrayList<>(List.of(page.told("authoring-ask", question.ask()),
        page.told("authoring-label", question.label())));
    question.hint().ifPresent(hint -> told.add(page.told("authoring-hint", hint)));
    question.why().ifPresent(why -> told.add(page.told("authoring-why", why)));
    return view(here, question.label().in(here.language()), "/questions/" + id, "question", page)
        .addObject("question", question).addObject("told", told)
        .addObject("languages", page.languages())
        .addObject("users", page.users(id))
        .addObject("journeys", page.journeys(id))
        .addObject("answered", cases(page, trial -> trial.scenario().answers().containsKey(id)));
  }

  @GetMapping("/conclusions/{id}")
  ModelAndView conclusion(Here here, @PathVariable String id) {
    AuthorPage page = page(here);
    Conclusion conclusion = known(Optional.ofNullable(page.catalogue.forms().conclusions().get(id)));
    return view(here, conclusion.label().in(here.language()), "/conclusions/" + id, "conclusion", page)
        .addObject("conclusion", conclusion)
        .addObject("told", List.of(page.told("authoring-label", conclusion.label()),
            page.told("authoring-met", conclusion.met()), page.told("authoring-not-met", conclusion.notMet()),
            page.told("authoring-open", conclusion.open())))
        .addObject("fields", page.catalogue.rules().fieldsOf(id))
        .addObject("rules", page.catalogue.rules().rulesFor(id).stream()
            .map(rule -> new RuleRow(page.rule(rule, ""), page.words.say(rule))).toList())
        .addObject("users", page.users(id))
        .addObject("below", page.below(id))
        .addObject("questions", page.questionsUnder(List.of(id)))
        .addObject("journeys", page.journeys(id))
        .addObject("outcome", page.catalogue.forms().outcomes().containsKey(id) ? page.links.outcome(id) : null)
        .addObject("detailOf", page.catalogue.detailOf(id).stream().map(outcome ->
            new Ref(outcome.topic().in(here.language()), page.links.outcome(outcome.id()), outcome.id(), "")).toList())
        .addObject("expecting", cases(page, trial -> trial.scenario().verdicts().containsKey(id)));
  }

  /** A rule about a conclusion, in words. */
  record RuleRow(Ref ref, RuleWords.Said said) {}

  @GetMapping("/outcomes/{id}")
  ModelAndView outcome(Here here, @PathVariable String id) {
    AuthorPage page = page(here);
    Outcome outcome = known(Optional.ofNullable(page.catalogue.forms().outcomes().get(id)));
    List<Verdict> verdicts = new ArrayList<>(List.of(verdict(page, "yes", outcome.yes()),
        verdict(page, "no", outcome.no()), verdict(page, "open", outcome.open())));
    outcome.unsettled().ifPresent(said -> verdicts.add(verdict(page, "unsettled", said)));
    return view(here, outcome.topic().in(here.language()), "/outcomes/" + id, "outcome", page)
        .addObject("conclusion", page.of(id)).addObject("verdicts", verdicts)
        .addObject("authority", outcome.authority().map(authority -> page.told("outcome-where", authority.who())).stream()
            .toList())
        .addObject("details", page.refs(outcome.details()))
        .addObject("statistics", outcome.statistics().stream()
            .map(statistic -> new Ref(statistic, statistic(here, statistic), "", "en")).toList())
        .addObject("follow", outcome.follow().stream()
            .map(journey -> page.journey(page.catalogue.forms().journeys().get(journey))).toList())
        .addObject("journeys", page.catalogue.forms().journeys().values().stream()
            .filter(journey -> journey.goals().contains(id)).map(page::journey).toList())
        .addObject("expecting", cases(page, trial -> trial.scenario().verdicts().containsKey(id)));
  }

  /** The page of a figure or statement that stands beside an outcome. */
  private static String statistic(Here here, String id) {
    Statistics statistics = here.knowledge().statistics();
    return statistics.figure(id).map(figure -> Telling.address(figure, here.language()))
        .or(() -> statistics.statement(id).map(statement -> Telling.address(statement, here.language()))).orElse(null);
  }

  /** What is told with one verdict. */
  record Verdict(String word, List<Told> told) {}

  private static Verdict verdict(AuthorPage page, String word, Outcome.Said said) {
    return new Verdict(word, Stream.of(page.told("authoring-headline", said.headline()),
        page.told("outcome-now", said.now().toArray(Text[]::new)),
        page.told("outcome-documents", said.documents().toArray(Text[]::new)))
        .filter(told -> !told.texts().isEmpty()).toList());
  }

  @GetMapping("/journeys/{id}")
  ModelAndView journey(Here here, @PathVariable String id, @RequestParam(defaultValue = "75") String size) {
    AuthorPage page = page(here);
    Journey journey = known(page.catalogue.forms().journey(id));
    JourneyGraph graph = new JourneyGraph(page.catalogue, journey, page.wording, page.links);
    return view(here, journey.title().in(here.language()), "/journeys/" + id + "?size=" + UriUtils.encode(size,
        StandardCharsets.UTF_8), "journey", page)
        .addObject("journey", journey)
        .addObject("told", List.of(page.told("authoring-journey-title", journey.title()),
            page.told("authoring-summary", journey.summary())))
        .addObject("goals", journey.goals().stream().map(goal -> new Ref(page.wording.topic(goal),
            page.links.outcome(goal), goal, "")).toList())
        .addObject("follow", journey.follow().stream()
            .map(next -> page.journey(page.catalogue.forms().journeys().get(next))).toList())
        .addObject("address", "/" + here.language().tag() + "/" + journey.slug().in(here.language()))
        .addObject("picture", graph.picture()).addObject("outline", graph.outline())
        .addObject("counts", Map.of("conclusions", graph.count(JourneyGraph.Kind.CONCLUSION)
            + graph.count(JourneyGraph.Kind.GOAL), "rules", graph.count(JourneyGraph.Kind.RULE),
            "questions", graph.count(JourneyGraph.Kind.QUESTION)))
        .addObject("sizes", SIZES)
        .addObject("size", size.equals("fit") ? 0 : SIZES.stream().filter(s -> size.equals("" + s)).findFirst()
            .orElse(75));
  }

  @GetMapping("/sections/{slug}")
  ModelAndView section(Here here, @PathVariable String slug) {
    AuthorPage page = page(here);
    Section section = known(page.catalogue.section(slug));
    List<Ref> rules = page.catalogue.restingOn(section).stream().map(rule -> page.rule(rule, rule.sources().stream()
        .filter(source -> source.section().equals(section) || Catalogue.isPart(source.section(), section))
        .map(source -> source.section().equals(section) ? page.words.lines(source) : source.toString())
        .reduce((one, other) -> one + "; " + other).orElse(""))).toList();
    return view(here, section.name().in(here.language()), "/sections/" + slug, "section", page)
        .addObject("section", section).addObject("rules", rules)
        .addObject("parts", page.catalogue.sections().stream().filter(part -> Catalogue.isPart(part, section))
            .filter(part -> !page.catalogue.restingOn(part).isEmpty()).map(part -> sectionRef(page, part)).toList())
        .addObject("wholes", page.catalogue.sections().stream().filter(whole -> Catalogue.isPart(section, whole))
            .map(whole -> sectionRef(page, whole)).toList());
  }

  private static Ref sectionRef(AuthorPage page, Section section) {
    return new Ref(section.name().in(page.wording.language()), page.links.section(section),
        page.wording.text("authoring-rules-many", Map.of("n", page.catalogue.restingOn(section).size())), "");
  }

  @GetMapping("/files/{*file}")
  ModelAndView file(Here here, @PathVariable String file) {
    AuthorPage page = page(here);
    String name = file.substring(1);
    if (!isRuleFile(page.catalogue, name)) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    List<Listing.Line> lines = new Listing(page.catalogue, page.links, name).all();
    return view(here, name, "/files/" + name, "file", page)
        .addObject("listing", lines).addObject("bare", lines.stream().filter(Listing.Line::isBare).toList());
  }

  private AuthorPage page(Here here) {
    return new AuthorPage(here, catalogues.of(here.knowledge()));
  }

  private static ModelAndView view(Here here, String heading, String path, String template, AuthorPage page) {
    return Page.of(here, heading, Links.BASE + path).wide().back(template.equals("overview") ? null : page.links.start())
        .view("authoring/" + template).addObject("start", page.links.start());
  }

  private static <T> T known(Optional<T> found) {
    return found.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
