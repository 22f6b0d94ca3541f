package nl.wegwijzer.knowledge;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import nl.wegwijzer.advice.Advisor;
import nl.wegwijzer.forms.Countries;
import nl.wegwijzer.forms.Forms;
import nl.wegwijzer.forms.FormsReader;
import nl.wegwijzer.rules.Engine;
import nl.wegwijzer.rules.RuleSet;
import nl.wegwijzer.rules.RuleSetReader;
import nl.wegwijzer.statistics.Statement;
import nl.wegwijzer.statistics.Statistics;
import nl.wegwijzer.text.Characters;
import nl.wegwijzer.text.Problem;
import nl.wegwijzer.text.Problems;
import nl.wegwijzer.text.Sections;

/** Makes {@link Knowledge} of a folder with rules, forms and data, or says everything that is wrong with it. */
public final class KnowledgeLoader {

  /**
   * What came of loading: knowledge, or the problems for which there is none.
   *
   * @param files what was read, by project path
   */
  public record Loaded(Optional<Knowledge> knowledge, List<Problem> problems, Map<String, String> files) {}

  private KnowledgeLoader() {}

  /**
   * Reads, checks and compiles.
   *
   * @param root the folder that holds {@code rules}, {@code forms} and {@code data}; what it lacks comes from the jar
   */
  public static Loaded load(Path root, Engine.Mode mode) {
    return load(root, mode, null);
  }

  /** The wording in the jar, for the page that says why there is nothing else to show. */
  public static Forms packedForms() {
    return FormsReader.read(AuthorFiles.packed("forms"), new Countries(), new Problems());
  }

  /** As above, taking over what the files before did not say differently; {@code before} may be null. */
  static Loaded load(Path root, Engine.Mode mode, Knowledge before) {
    AuthorFiles files = AuthorFiles.read(root);
    if (!files.refused().isEmpty()) {
      // What such a file defines would only seem to be missing.
      return new Loaded(Optional.empty(), files.refused(), Collections.unmodifiableMap(files.contents()));
    }
    Problems problems = new Problems();
    files.contents().forEach((file, content) -> checkEncoding(file, content, problems));
    Countries countries = Countries.read("data/countries.csv", files.content("data/countries.csv"), problems);
    Sections sections = Sections.read("data/sources.csv", files.content("data/sources.csv"), problems);
    Forms forms = FormsReader.read(files.in("forms/", ".yaml"), countries, problems);
    RuleSet rules = RuleSetReader.read(files.in("rules/", ".drl"), forms, sections, problems);
    List<Scenario> scenarios = ScenarioReader.read(files.in("rules/", ".cases.yaml"), forms, rules, problems);
    Statistics statistics = before != null && files.agreeWith(before.files(), name -> name.startsWith("data/"))
        ? before.statistics() : Statistics.read(files.in("data/", ""), problems);
    checkStatistics(forms, statistics, problems);
    Texts.check(forms, problems);
    Map<String, String> contents = Collections.unmodifiableMap(files.contents());
    if (!problems.isEmpty()) {
      return new Loaded(Optional.empty(), problems.list(), contents);
    }
    CompletableFuture<Engine> earlier = before == null ? CompletableFuture.completedFuture(null)
        : before.compiled().exceptionally(failure -> null);
    CompletableFuture<Engine> compiled = earlier.thenApplyAsync(known -> Engine.compile(rules, forms, mode, known));
    String hash = files.hash();
    return new Loaded(Optional.of(new Knowledge(hash, forms, rules, sections, scenarios, statistics, compiled,
        new Advisor(hash, forms, rules, compiled::join), contents)), List.of(), contents);
  }

  private static void checkEncoding(String file, String content, Problems problems) {
    int strange = Characters.strange(content);
    if (strange >= 0) {
      String before = content.substring(0, strange);
      problems.add(file, (int) before.chars().filter(c -> c == '\n').count() + 1,
          before.codePointCount(before.lastIndexOf('\n') + 1, strange) + 1,
          Characters.says(content, strange), Characters.hint(content, strange));
    }
  }

  /** Every number named beside an outcome must exist. */
  private static void checkStatistics(Forms forms, Statistics statistics, Problems problems) {
    List<String> statements = statistics.statements().stream().map(Statement::id).toList();
    forms.outcomes().values().forEach(outcome -> outcome.statistics().forEach(id -> {
      if (statistics.figure(id).isEmpty() && statistics.statement(id).isEmpty()) {
        problems.add(outcome.file(), outcome.line(), 0, "there is no figure or statement '" + id + "' in data/",
            id.matches("[0-9]+") ? "figures are the files in data/figures/" : Problems.didYouMean(id, statements));
      }
    }));
  }
}
