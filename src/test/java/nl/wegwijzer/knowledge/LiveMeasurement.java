package nl.wegwijzer.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import nl.wegwijzer.rules.Engine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/**
 * How long it takes from saving a file until the change is checked, compiled, proven and served, for the project's rules
 * and for half as many again. Not among the tests, because a busy machine must not fail a build:
 * {@code mvn test -Dtest=LiveMeasurement} prints it.
 */
class LiveMeasurement {

  private static final int EDITS = 25;
  private static final OperatingSystemMXBean MACHINE =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  /** A file to edit, and the text that each edit replaces. */
  private record Edit(String file, String text) {}

  private static final Edit RULE = new Edit("rules/nareis/nareis.drl", "package wegwijzer\n");
  private static final Edit WORDING = new Edit("forms/nareis.yaml", "questions:\n");

  @TempDir
  Path root;

  private ProjectCopy project;

  @Test
  void saveToServed() throws InterruptedException {
    project = ProjectCopy.in(root);
    measure();
    enlarge("integration");
    enlarge("nationality");
    assertThat(KnowledgeLoader.load(root, Engine.Mode.CLASSIC).problems()).isEmpty();
    measure();
  }

  private void measure() throws InterruptedException {
    KnowledgeBase base = new KnowledgeBase(root.toString());
    base.start();
    try {
      base.current().engine();
      for (Edit edit : new Edit[] {RULE, WORDING}) {
        long[] times = new long[EDITS];
        long cpu = MACHINE.getProcessCpuTime();
        for (int i = 0; i < EDITS; i++) {
          times[i] = served(base, edit, i);
        }
        Arrays.sort(times);
        System.out.printf("LiveMeasurement: %d rules, %d edits of %s: median %d ms, fastest %d, slowest %d, processor time "
            + "%d per edit; load %.1f on %d processors%n", base.current().rules().rules().size(), EDITS, edit.file(),
            times[EDITS / 2], times[0], times[EDITS - 1], (MACHINE.getProcessCpuTime() - cpu) / EDITS / 1_000_000,
            MACHINE.getSystemLoadAverage(), MACHINE.getAvailableProcessors());
      }
    } finally {
      base.stop();
    }
  }

  private long served(KnowledgeBase base, Edit edit, int number) throws InterruptedException {
    Knowledge before = base.current();
    String content = project.read(edit.file());
    String comment = edit.file().endsWith(".drl") ? "// " : "# ";
    project.write(edit.file(), content.replace(edit.text(), edit.text() + comment + number + "\n"));
    long saved = System.nanoTime();
    while (base.current() == before) {
      Thread.sleep(2);
    }
    long served = (System.nanoTime() - saved) / 1_000_000;
    // An author pauses between two saves, at any moment between two looks of the watcher.
    Thread.sleep(300 + number * 7L);
    return served;
  }

  /** Adds a copy of a path whose conclusions have other names. */
  private void enlarge(String path) {
    Map<String, Object> form = new Yaml().load(project.read("forms/" + path + ".yaml"));
    Set<?> conclusions = ((Map<?, ?>) form.get("conclusions")).keySet();
    Map<String, Object> copy = new LinkedHashMap<>();
    copy.put("conclusions", form.get("conclusions"));
    copy.put("outcomes", form.get("outcomes"));
    project.write("forms/" + path + "-more.yaml", renamed(new Yaml().dump(copy), conclusions));
    AuthorFiles.read(root).contents().forEach((name, content) -> {
      if (name.startsWith("rules/" + path + "/") && name.endsWith(".drl")) {
        project.write(name.replace(".drl", "-more.drl"),
            renamed(content.replaceAll("(?m)^rule \"", "rule \"Also: "), conclusions));
      }
    });
  }

  private static String renamed(String text, Set<?> conclusions) {
    String renamed = text;
    for (Object conclusion : conclusions) {
      renamed = Pattern.compile("\\b" + conclusion + "\\b").matcher(renamed).replaceAll(conclusion + "More");
    }
    return renamed;
  }
}
