package nl.wegwijzer.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import nl.wegwijzer.text.Problems;

/** The real data of the project, read once for all tests. */
final class Data {

  static final Path DIRECTORY = Path.of("data");
  private static Statistics statistics;

  private Data() {
  }

  static synchronized Statistics statistics() {
    if (statistics == null) {
      Problems problems = new Problems();
      statistics = Statistics.load(DIRECTORY, problems);
      assertThat(problems.list()).isEmpty();
    }
    return statistics;
  }
}
