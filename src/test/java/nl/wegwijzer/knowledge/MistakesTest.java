package nl.wegwijzer.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.wegwijzer.rules.Engine;
import nl.wegwijzer.text.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every mistake an author can make is found, with its file, line, column and a hint. */
class MistakesTest {

  @TempDir
  static Path root;

  private static final Map<String, List<Problem>> FOUND = new HashMap<>();

  static List<Seeded> mistakes() {
    return Seeded.all();
  }

  /** The problems found with this mistake planted; looked for once. */
  private static List<Problem> problems(Seeded mistake) {
    return FOUND.computeIfAbsent(mistake.name(), name -> problems(mistake.planted()));
  }

  private static List<Problem> problems(Map<String, String> files) {
    Seeded.write(files, root);
    return KnowledgeLoader.load(root, Engine.Mode.CLASSIC).problems();
  }

  @Test
  void theLawTheMistakesAreMadeInHasNone() {
    Seeded.write(Seeded.base(), root);
    KnowledgeLoader.Loaded loaded = KnowledgeLoader.load(root, Engine.Mode.CLASSIC);
    assertThat(loaded.problems()).isEmpty();
    ScenarioRunner runner = new ScenarioRunner(loaded.knowledge().orElseThrow());
    assertThat(loaded.knowledge().orElseThrow().scenarios()).isNotEmpty()
        .allSatisfy(scenario -> assertThat(runner.differences(scenario)).isEmpty());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mistakes")
  void mistakeIsFound(Seeded mistake) {
    Map<String, String> files = mistake.planted();
    List<Problem> problems = problems(mistake);
    assertThat(problems).anyMatch(mistake::isSaidBy);
    if (mistake.hasLine()) {
      int line = mistake.position(files)[0];
      assertThat(problems).filteredOn(mistake::isSaidBy).extracting(Problem::line).contains(line);
    }
  }

  @Test
  void atLeastTwoHundredAndTheColumnsAreRight() {
    List<Seeded> withColumn = mistakes().stream().filter(mistake -> mistake.hasLine() && mistake.hasColumn()).toList();
    List<Seeded> wrong = withColumn.stream().filter(mistake -> {
      int[] at = mistake.position(mistake.planted());
      return problems(mistake).stream().filter(mistake::isSaidBy)
          .noneMatch(problem -> problem.line() == at[0] && problem.column() == at[1]);
    }).toList();
    assertThat(mistakes()).hasSizeGreaterThanOrEqualTo(200);
    assertThat(mistakes()).extracting(Seeded::name).doesNotHaveDuplicates();
    assertThat(withColumn.size()).isGreaterThan(mistakes().size() * 3 / 4);
    assertThat(wrong.size()).as("wrong column: " + wrong).isLessThanOrEqualTo(withColumn.size() / 20);
  }

  @Test
  void manyMistakesAreReportedAtOnce() {
    Map<String, String> files = Seeded.base();
    List<Seeded> planted = mistakes().stream().filter(mistake -> mistake.name().startsWith("together")).toList();
    planted.forEach(mistake -> mistake.plant(files));
    List<Problem> problems = problems(files);
    assertThat(planted).hasSizeGreaterThanOrEqualTo(20);
    assertThat(planted).allSatisfy(mistake -> assertThat(problems).anyMatch(mistake::isSaidBy));
  }
}
