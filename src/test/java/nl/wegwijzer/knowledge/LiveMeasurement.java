package nl.wegwijzer.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long it takes from saving a file until the change is checked, compiled, proven and served, for the project's own
 * rules. Not among the tests, because a busy machine must not fail a build: {@code mvn test -Dtest=LiveMeasurement}
 * prints it.
 */
class LiveMeasurement {

  private static final int EDITS = 25;
  private static final OperatingSystemMXBean MACHINE =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  /** What an author changes in a file, to and fro, and how often. */
  private record Edit(String what, String file, String from, String to) {}

  private static final Edit[] EDITS_OF_AUTHORS = {
      new Edit("a term in the largest part of the rules", "rules/sponsor/duties.drl", "plusWeeks(4)", "plusWeeks(5)"),
      new Edit("a term in a small part", "rules/nareis/nareis.drl", "plusMonths(3)", "plusMonths(4)"),
      new Edit("a comment in a rule file", "rules/nareis/nareis.drl", "package wegwijzer\n", "package wegwijzer\n// x\n"),
      new Edit("wording", "forms/nareis.yaml", "questions:\n", "questions: # x\n")};

  @TempDir
  Path root;

  @Test
  void saveToServed() throws InterruptedException {
    ProjectCopy project = ProjectCopy.in(root);
    KnowledgeBase base = new KnowledgeBase(root.toString());
    base.start();
    try {
      base.current().engine();
      for (Edit edit : EDITS_OF_AUTHORS) {
        String content = project.read(edit.file());
        String changed = content.replace(edit.from(), edit.to());
        assertThat(changed).isNotEqualTo(content);
        long[] times = new long[EDITS];
        long cpu = MACHINE.getProcessCpuTime();
        for (int i = 0; i < EDITS; i++) {
          times[i] = served(base, project, edit.file(), i % 2 == 0 ? changed : content);
        }
        project.write(edit.file(), content);
        Arrays.sort(times);
        System.out.printf("LiveMeasurement: %d rules, %s, %d times: median %d ms, fastest %d, slowest %d, processor time "
            + "%d each; load %.1f on %d processors%n", base.current().rules().rules().size(), edit.what(), EDITS,
            times[EDITS / 2], times[0], times[EDITS - 1], (MACHINE.getProcessCpuTime() - cpu) / EDITS / 1_000_000,
            MACHINE.getSystemLoadAverage(), MACHINE.getAvailableProcessors());
        Thread.sleep(3000);
      }
    } finally {
      base.stop();
    }
  }

  private static long served(KnowledgeBase base, ProjectCopy project, String file, String content)
      throws InterruptedException {
    Knowledge before = base.current();
    project.write(file, content);
    long saved = System.nanoTime();
    while (base.current() == before) {
      Thread.sleep(2);
    }
    long served = (System.nanoTime() - saved) / 1_000_000;
    // An author pauses between two saves, at any moment between two looks of the watcher.
    Thread.sleep(300 + served % 97);
    return served;
  }
}
