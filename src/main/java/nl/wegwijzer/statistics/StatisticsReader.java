package nl.wegwijzer.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import nl.wegwijzer.text.Problems;
import nl.wegwijzer.text.YamlNode;

/** Reads all files of {@code data/} and reports every problem at once. */
final class StatisticsReader {

  private static final Comparator<String> NUMBERED = Comparator.comparing(String::length).thenComparing(id -> id);

  private final Map<String, String> files;
  private final Problems problems;
  private final Vocabulary words;
  private final List<Consumer<Numbered>> crossChecks = new ArrayList<>();

  StatisticsReader(Map<String, String> files, Problems problems) {
    this.files = new TreeMap<>(files);
    this.problems = problems;
    this.words = Vocabulary.read(files, problems);
  }

  Statistics read() {
    Optional<YamlNode> caveats = yaml("data/caveats.yaml");
    caveats.ifPresent(root -> root.map(List.of("measures", "own-rounding", "rules")));
    Rounding rounding = new Rounding(names(caveats, "measures", words.units(), "unit"),
        names(caveats, "own-rounding", words.organisations(), "organisation"));
    Numbered numbers = new Numbered(figures(), statements(), rounding);
    crossChecks.forEach(check -> check.accept(numbers));
    // With a number that cannot be read, the checks would find differences that are not there.
    boolean sound = problems.isEmpty();
    List<Finding> findings = Consistency.check(numbers, ChecksReader.read(yaml("data/checks.yaml"), numbers));
    List<Discrepancy> register = RegisterReader.read(yaml(RegisterReader.FILE), numbers, findings,
        finding -> {
          if (sound) {
            problems.add(RegisterReader.FILE, 0, 0, "the register lacks a discrepancy that the check finds: "
                + finding.check(), "review it and add:\n" + Register.draft(finding, numbers));
          }
        });
    List<CaveatRule> rules = caveats.flatMap(root -> root.get("rules")).map(YamlNode::list).orElse(List.of()).stream()
        .map(node -> CaveatRule.read(node, words)).toList();
    return new Statistics(words, numbers, new Caveats(words.flags(), rules, rounding), findings, register);
  }

  private Map<String, Figure> figures() {
    Map<String, Figure> figures = new TreeMap<>(NUMBERED);
    files.keySet().stream().filter(file -> file.matches("data/figures/.*\\.yaml")).forEach(file ->
        yaml(file).ifPresent(root -> {
          Figure figure = FigureReader.read(root, words);
          if (figures.put(figure.id(), figure) != null) {
            root.problem("figure " + figure.id() + " stands in two files", "keep one of the two");
          }
          root.get("statements").ifPresent(node -> crossChecks.add(numbers -> node.list().forEach(item ->
              Vocabulary.knows(numbers.statements().keySet(), item.string(), "statement", item::problem))));
        }));
    return figures;
  }

  private Map<String, Statement> statements() {
    Map<String, Statement> statements = new LinkedHashMap<>();
    StatementReader reader = new StatementReader(words);
    files.keySet().stream().filter(file -> file.matches("data/statements/.*\\.csv")).forEach(file -> {
      for (CsvFile.Line line : CsvFile.read(file, files.get(file), StatementReader.COLUMNS, problems)) {
        Statement statement = reader.read(line);
        if (statements.put(statement.id(), statement) != null) {
          line.problem("id", "'" + statement.id() + "' stands here twice", "give each statement its own id");
        }
        crossChecks.add(numbers -> repeats(line, statement.repeats(), numbers));
      }
    });
    return statements;
  }

  private static void repeats(CsvFile.Line line, String repeats, Numbered numbers) {
    if (!repeats.isEmpty() && numbers.observation(repeats).isEmpty()) {
      String figure = repeats.split(":")[0];
      List<String> cells = numbers.figure(figure).stream().flatMap(Figure::observations).map(Observation::ref).toList();
      line.problem("repeats", "there is no cell '" + repeats + "'", cells.isEmpty()
          ? "there are no cells in figure " + figure : Problems.didYouMean(repeats, cells));
    }
  }

  private static Set<String> names(Optional<YamlNode> root, String key, Map<String, Term> terms, String what) {
    List<YamlNode> items = root.flatMap(node -> node.get(key)).map(YamlNode::list).orElse(List.of());
    items.forEach(item -> Vocabulary.knows(terms.keySet(), item.string(), what, item::problem));
    return Set.copyOf(items.stream().map(YamlNode::string).distinct().toList());
  }

  private Optional<YamlNode> yaml(String file) {
    return Optional.ofNullable(files.get(file)).flatMap(content -> YamlNode.parse(file, content, problems));
  }
}
