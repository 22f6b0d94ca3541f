package nl.wegwijzer.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.wegwijzer.rules.Engine;
import nl.wegwijzer.text.Limits;
import nl.wegwijzer.text.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No file of an author, of whatever size, shape or kind, does more than end in a problem that names it. */
class HostileFilesTest {

  /** Many times what it takes, for a busy machine; without limits the worst of them took minutes. */
  private static final Duration SOON = Duration.ofSeconds(20);

  @TempDir
  Path root;

  private KnowledgeLoader.Loaded load() {
    return assertTimeoutPreemptively(SOON, () -> KnowledgeLoader.load(root, Engine.Mode.CLASSIC));
  }

  static List<HostileFile> all() {
    return HostileFile.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("all")
  void endsInAProblemThatNamesIt(HostileFile hostile) {
    HostileFile.clean(root);
    hostile.plant(root);
    KnowledgeLoader.Loaded loaded = load();
    assertThat(loaded.knowledge()).isEmpty();
    assertThat(loaded.problems()).extracting(Problem::toString).anyMatch(said -> said.contains(hostile.says()))
        .hasSizeLessThanOrEqualTo(Limits.MOST_PROBLEMS + 1).allSatisfy(said -> assertThat(said).hasSizeLessThan(3000)
            .doesNotContain("secret", "\u202E", "\u0000", "\u001b"));
    assertThat(loaded.problems()).filteredOn(problem -> problem.toString().contains(hostile.says()))
        .extracting(Problem::hint).allSatisfy(hint -> assertThat(hint).isNotBlank());
    loaded.problems().forEach(problem -> assertThat(problem.sourceLine(loaded.files()).orElse("")).hasSizeLessThan(200));
  }

  @Test
  void theFolderInWhichTheyArePlantedHasNoProblem() {
    HostileFile.clean(root);
    assertThat(load().problems()).isEmpty();
    assertThat(all()).hasSizeGreaterThan(50);
  }

  /** As folders are mounted that change as a whole. */
  @Test
  void linksWithinTheFolderAreFollowedAndWhatIsHiddenIsNot() throws IOException {
    HostileFile.clean(root);
    Path hidden = root.resolve("rules/..one");
    Files.createDirectories(hidden);
    Files.move(root.resolve("rules/stay/stay.drl"), hidden.resolve("stay.drl"));
    Files.createSymbolicLink(root.resolve("rules/..data"), Path.of("..one"));
    Files.createSymbolicLink(root.resolve("rules/stay/stay.drl"), Path.of("../..data/stay.drl"));
    assertThat(load().problems()).isEmpty();
    assertThat(load().files()).containsKey("rules/stay/stay.drl").doesNotContainKey("rules/..one/stay.drl");
  }

  @Test
  void aFolderThatIsALinkIsReadWhole() throws IOException {
    HostileFile.clean(root);
    Files.move(root.resolve("rules"), root.resolve("elsewhere"));
    Files.createSymbolicLink(root.resolve("rules"), Path.of("elsewhere"));
    assertThat(load().problems()).isEmpty();
    assertThat(load().files()).containsKey("rules/stay/stay.drl");
    Files.delete(root.resolve("rules"));
  }

  @Test
  void aFileThatChangesWhileItIsReadIsReadWithinItsLimit() throws Exception {
    HostileFile.clean(root);
    AtomicBoolean done = new AtomicBoolean();
    Path growing = root.resolve("rules/x.drl");
    Files.writeString(growing, "package wegwijzer\n");
    Thread writer = new Thread(() -> {
      while (!done.get()) {
        try {
          Files.writeString(growing, "// x\n".repeat(20_000), Files.size(growing) > 2_000_000
              ? java.nio.file.StandardOpenOption.TRUNCATE_EXISTING : java.nio.file.StandardOpenOption.APPEND);
        } catch (IOException e) {
          return;
        }
      }
    });
    writer.start();
    try {
      for (int i = 0; i < 20; i++) {
        assertThat(load().files().getOrDefault("rules/x.drl", "").length()).isLessThanOrEqualTo(Limits.LARGEST_FILE);
      }
    } finally {
      done.set(true);
      writer.join();
    }
  }
}
