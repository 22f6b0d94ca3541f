package nl.wegwijzer.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import nl.wegwijzer.SmallSet;
import nl.wegwijzer.advice.Advice;
import nl.wegwijzer.advice.Case;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A running Wegwijzer follows its files, and no file can stop it. */
class LiveTest {

  private static final String RULES = "rules/stay/stay.drl";
  private static final String FORMS = "forms/stay.yaml";

  @TempDir
  Path root;

  private KnowledgeBase base;

  private ProjectCopy small() {
    Seeded.write(Seeded.base(), root);
    return new ProjectCopy(root);
  }

  private void start() {
    base = new KnowledgeBase(root.toString());
    base.start();
  }

  @AfterEach
  void stop() {
    base.stop();
  }

  private String title() {
    return base.current().forms().journeys().get("Coming").title().en();
  }

  private void awaitTitle(String title) {
    await().atMost(Duration.ofSeconds(10)).until(() -> title().equals(title));
  }

  /** How long that takes is measured by {@link LiveMeasurement}. */
  @Test
  void editOfTheProjectsOwnFilesIsServed() {
    ProjectCopy project = ProjectCopy.in(root);
    start();
    Knowledge before = base.current();
    project.replace("forms/nareis.yaml", "questions:\n", "questions: # asked\n");
    await().atMost(Duration.ofSeconds(90)).until(() -> base.current() != before);
    Knowledge reworded = base.current();
    assertThat(reworded.engine().changedSince(before.engine()))
        .as("what Drools compiled does not depend on words").isEmpty();
    assertThat(reworded.statistics()).isSameAs(before.statistics());
    project.replace("rules/nareis/nareis.drl", "$granted.plusMonths(3)", "$granted.plusMonths(4)");
    await().atMost(Duration.ofSeconds(90)).until(() -> base.current() != reworded);
    assertThat(base.current().engine().changedSince(before.engine()))
        .as("only what the edit touches is compiled").contains("NareisPossible", "NareisInTime")
        .doesNotContain("MvvRequired", "InburgeringRequired");
    assertThat(base.current().statistics()).isSameAs(before.statistics());
    assertThat(base.refused()).isEmpty();
  }

  @Test
  void brokenChangeLeavesTheLastGoodVersionAndIsReportedWithItsPlace() {
    ProjectCopy files = small();
    start();
    Knowledge good = base.current();
    files.replace(RULES, "Age( value < 18 )", "Age( valeu < 18 )");
    await().until(() -> !base.refused().isEmpty());
    assertThat(base.current()).isSameAs(good);
    assertThat(base.refused()).singleElement().satisfies(refused -> {
      assertThat(refused.problem().toString())
          .isEqualTo("rules/stay/stay.drl:28:10: 'Age' has no property 'valeu' (did you mean 'value'?)");
      assertThat(refused.source()).isEqualTo("    Age( valeu < 18 )");
    });
    files.replace(RULES, "Age( valeu < 18 )", "Age( value < 17 )");
    await().until(() -> base.refused().isEmpty());
    assertThat(base.current().hash()).isNotEqualTo(good.hash());
  }

  @Test
  void undoingABrokenChangeIsNoNewVersion() {
    ProjectCopy files = small();
    start();
    Knowledge good = base.current();
    files.replace(RULES, "Age( value < 18 )", "Age( value < )");
    await().until(() -> !base.refused().isEmpty());
    files.replace(RULES, "Age( value < )", "Age( value < 18 )");
    await().until(() -> base.refused().isEmpty());
    assertThat(base.current()).isSameAs(good);
  }

  @Test
  void brokenFirstSetCanBeMended() {
    ProjectCopy files = small();
    files.replace(FORMS, "en: \"Coming\"}\n    summary", "en: \"Mended\"}\n    sumary");
    start();
    assertThatThrownBy(() -> base.current()).isInstanceOf(KnowledgeBase.NoKnowledge.class);
    assertThat(base.refused()).extracting(refused -> refused.problem().place())
        .containsExactly("forms/stay.yaml:3:3", "forms/stay.yaml:6:5");
    files.replace(FORMS, "sumary", "summary");
    await().ignoreExceptions().until(() -> title().equals("Mended"));
    assertThat(base.refused()).isEmpty();
  }

  @Test
  void filesThatComeAndGoWhileTheyAreReadDoNotEndTheWatching() throws IOException {
    ProjectCopy files = small();
    start();
    base.current();
    for (int i = 0; i < 400; i++) {
      Path extra = root.resolve("rules/extra" + i % 3 + "/x" + i % 7 + ".drl");
      Files.createDirectories(extra.getParent());
      Files.writeString(extra, "package wegwijzer\n");
      Path moved = root.resolve("rules/y" + i % 5 + ".drl");
      Files.move(extra, moved, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      Files.delete(moved);
      Files.delete(extra.getParent());
    }
    files.replace(FORMS, "en: \"Coming\"}\n    summary", "en: \"Still watching\"}\n    summary");
    awaitTitle("Still watching");
  }

  @Test
  void unreadableFileIsReportedAndDoesNotEndTheWatching() throws IOException {
    ProjectCopy files = small();
    start();
    base.current();
    Files.write(root.resolve("rules/latin.drl"), "package wegwijzer\n\n/* één */\n".getBytes(StandardCharsets.ISO_8859_1));
    await().until(() -> !base.refused().isEmpty());
    assertThat(base.refused()).singleElement().extracting(refused -> refused.problem().toString())
        .isEqualTo("rules/latin.drl:3:4: this character cannot be read (save the file as UTF-8)");
    files.delete("rules/latin.drl");
    files.replace(FORMS, "en: \"Coming\"}\n    summary", "en: \"Readable again\"}\n    summary");
    awaitTitle("Readable again");
  }

  @Test
  void folderThatGoesAwayIsRefusedAndServedAgainWhenItComesBack() throws IOException {
    ProjectCopy files = small();
    start();
    Knowledge good = base.current();
    Files.move(root.resolve("rules"), root.resolve("elsewhere"));
    await().until(() -> !base.refused().isEmpty());
    assertThat(base.refused()).singleElement().extracting(refused -> refused.problem().toString())
        .isEqualTo("rules: the folder 'rules' is gone (put it back, or start Wegwijzer anew)");
    assertThat(base.current()).isSameAs(good);
    Files.move(root.resolve("elsewhere"), root.resolve("rules"));
    await().until(() -> base.refused().isEmpty());
    files.replace(FORMS, "en: \"Coming\"}\n    summary", "en: \"Back\"}\n    summary");
    awaitTitle("Back");
  }

  @Test
  void hiddenAndForeignFilesAreNoChange() throws IOException {
    small();
    start();
    Knowledge before = base.current();
    Files.writeString(root.resolve("rules/.stay.drl.swp"), "x");
    Files.writeString(root.resolve("rules/stay/stay.drl~"), "x");
    Files.writeString(root.resolve("rules/.#stay.drl"), "x");
    await().during(Duration.ofMillis(900)).atMost(Duration.ofSeconds(3)).until(() -> base.current() == before);
    assertThat(base.refused()).isEmpty();
  }

  @Test
  void endlessTermIsRefusedAndDoesNotEndTheWatching() {
    ProjectCopy files = small();
    start();
    base.current();
    files.replace(RULES, "$granted.plusMonths( 3 )", "$granted" + ".plusDays( 1 )".repeat(20_000));
    await().atMost(Duration.ofSeconds(2)).until(() -> !base.refused().isEmpty());
    assertThat(base.refused()).anyMatch(refused ->
        refused.problem().message().equals("a date cannot be moved more than 8 times"));
    files.write(RULES, Seeded.base().get(RULES));
    files.replace(FORMS, "en: \"Coming\"}\n    summary", "en: \"Unharmed\"}\n    summary");
    awaitTitle("Unharmed");
  }

  @Test
  void everyAdviceNamesOneVersionWhileVersionsChange() throws InterruptedException {
    ProjectCopy files = small();
    start();
    Set<String> served = ConcurrentHashMap.newKeySet();
    AtomicBoolean done = new AtomicBoolean();
    AtomicReference<Throwable> failure = new AtomicReference<>();
    List<Thread> requests = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      Thread request = new Thread(() -> {
        while (!done.get() && failure.get() == null) {
          try {
            Knowledge knowledge = base.current();
            Advice advice = knowledge.advisor().advise(new Case(SmallSet.ON,
                List.copyOf(knowledge.forms().goals()), java.util.Map.of()));
            assertThat(advice.knowledge()).isEqualTo(knowledge.hash());
            served.add(advice.knowledge());
            Thread.sleep(1);
          } catch (Throwable e) {
            failure.set(e);
          }
        }
      });
      request.start();
      requests.add(request);
    }
    for (int version = 0; version < 5; version++) {
      files.write(FORMS, Seeded.base().get(FORMS).replace("en: \"Coming\"}\n    summary", "en: \"V" + version
          + "\"}\n    summary"));
      files.write(RULES, Seeded.base().get(RULES).replace("value < 18", "value < " + (20 + version)));
      awaitTitle("V" + version);
    }
    done.set(true);
    for (Thread request : requests) {
      request.join();
    }
    assertThat(failure.get()).isNull();
    assertThat(served).hasSizeGreaterThanOrEqualTo(4);
  }
}
