package nl.wegwijzer.statistics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.wegwijzer.text.Language;
import nl.wegwijzer.text.Problems;

/** All numbers of the report, immutable and in memory: figures, statements, caveats and discrepancies. */
public final class Statistics {

  private final Vocabulary vocabulary;
  private final Numbered numbers;
  private final Caveats caveats;
  private final List<Finding> findings;
  private final List<Discrepancy> discrepancies;
  private final Search search;

  Statistics(Vocabulary vocabulary, Numbered numbers, Caveats caveats, List<Finding> findings,
      List<Discrepancy> discrepancies) {
    this.vocabulary = vocabulary;
    this.numbers = numbers;
    this.caveats = caveats;
    this.findings = List.copyOf(findings);
    this.discrepancies = List.copyOf(discrepancies);
    this.search = new Search(vocabulary, figures(), statements());
  }

  /** Reads the directory {@code data/}; whatever is wrong with it ends up in the problems. */
  public static Statistics load(Path dataDir, Problems problems) {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(dataDir)) {
      for (Path path : paths.filter(p -> p.toString().matches(".*\\.(csv|yaml)")).toList()) {
        files.put("data/" + dataDir.relativize(path).toString().replace('\\', '/'), Files.readString(path));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return read(files, problems);
  }

  /** As {@link #load}, from the content of the files by project path ({@code data/figures/056.yaml}). */
  public static Statistics read(Map<String, String> files, Problems problems) {
    return new StatisticsReader(files, problems).read();
  }

  public Vocabulary vocabulary() {
    return vocabulary;
  }

  public Caveats caveats() {
    return caveats;
  }

  /** All figures, in the order of the report. */
  public Collection<Figure> figures() {
    return numbers.figures().values();
  }

  public Collection<Statement> statements() {
    return numbers.statements().values();
  }

  public Optional<Figure> figure(String id) {
    return numbers.figure(id);
  }

  public Optional<Statement> statement(String id) {
    return Optional.ofNullable(numbers.statements().get(id));
  }

  /** The cell at an address like {@code 56:2023:rate}. */
  public Optional<Observation> observation(String ref) {
    return numbers.observation(ref);
  }

  /** The same number a year earlier, with the change as printed or else as computed. */
  public Optional<Comparison> comparison(Observation now) {
    return Comparison.of(now, findings, numbers.rounding());
  }

  public List<Figure> byTopic(String topic) {
    return figures().stream().filter(figure -> figure.topics().contains(topic)).toList();
  }

  public List<Figure> bySection(String section) {
    return figures().stream().filter(figure -> figure.section().equals(section)
        || figure.section().startsWith(section + ".")).toList();
  }

  public List<Figure> bySource(String organisation) {
    return figures().stream().filter(figure -> figure.sources().contains(organisation)).toList();
  }

  /** Figures and statements that hold all the words. */
  public Search.Hits search(String text, Language language) {
    return search.find(text, language);
  }

  /** Statements that give what is left of a lost picture or repeat a cell of the figure. */
  public List<Statement> statementsOf(Figure figure) {
    return statements().stream().filter(statement -> figure.statements().contains(statement.id())
        || statement.repeats().startsWith(figure.id() + ":")).toList();
  }

  public List<Finding> findings() {
    return findings;
  }

  public List<Discrepancy> discrepancies() {
    return discrepancies;
  }

  public List<Discrepancy> discrepancies(Figure figure) {
    return discrepancies.stream().filter(discrepancy -> discrepancy.figures().contains(figure.id())).toList();
  }

  public List<Discrepancy> discrepancies(Statement statement) {
    return discrepancies.stream().filter(discrepancy -> discrepancy.statements().contains(statement.id())).toList();
  }

  /** The discrepancies that involve this very number: by their check, or by the place where they found it. */
  public List<Discrepancy> discrepancies(Observation seen) {
    return discrepancies(seen.figure()).stream().filter(discrepancy -> discrepancy.check()
        .map(check -> List.of(check.split(" ")).contains(seen.ref()))
        .orElseGet(() -> discrepancy.evidence().stream().anyMatch(place ->
            place.line() == seen.row().line() && place.printed().equals(seen.cell().printed())))).toList();
  }

  Numbered numbers() {
    return numbers;
  }
}
