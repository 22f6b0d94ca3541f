package nl.wegwijzer.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Measures everything in one run and writes the tables of {@code docs/performance.md} anew. */
public final class Report {

  private static final Path FILE = Path.of("docs/performance.md");
  private static final String[] WAYS = {"freshAdvice", "bareSession", "liftedAdvice", "liftedDecision", "liftedGoal",
      "rememberedAdvice", "rememberedDecision"};

  private final Map<String, RunResult> averages = new TreeMap<>();
  private final Map<String, RunResult> samples = new TreeMap<>();
  private final Map<String, Boolean> journeys = new LinkedHashMap<>();

  private Report() {}

  public static void main(String[] args) throws RunnerException, IOException, InterruptedException {
    Report report = new Report();
    String start = ColdStart.table();
    new Runner(new OptionsBuilder().include(AdviceBenchmark.class.getSimpleName()).addProfiler(GCProfiler.class)
        .addProfiler(CpuTime.class).build()).run().forEach(report::add);
    fill("conditions", "Filled on " + LocalDate.now() + ": " + Runtime.getRuntime().availableProcessors()
        + " cores, Java " + Runtime.version() + ", `-Xmx256m -XX:+UseSerialGC`.\n");
    fill("start", start);
    fill("advice", report.table());
    fill("targets", report.targets());
  }

  private void add(RunResult result) {
    String journey = result.getParams().getParam("journey");
    String name = result.getPrimaryResult().getLabel() + " " + (journey == null ? "Nareis" : journey);
    (result.getParams().getMode() == Mode.SampleTime ? samples : averages).put(name, result);
    if (journey != null) {
      journeys.put(journey, true);
    }
  }

  private double cpu(String way, String journey) {
    return averages.get(way + " " + journey).getSecondaryResults().get(CpuTime.NAME).getScore();
  }

  private String table() {
    StringBuilder table = new StringBuilder("| | CPU µs | wall µs | p99 µs | KB | per second of CPU |\n"
        + "| --- | ---: | ---: | ---: | ---: | ---: |\n");
    journeys.keySet().forEach(journey -> {
      for (String way : WAYS) {
        row(table, way, journey);
      }
    });
    row(table, "handWritten", "Nareis");
    return table.toString();
  }

  private void row(StringBuilder table, String way, String journey) {
    RunResult average = averages.get(way + " " + journey);
    RunResult sample = samples.get(way + " " + journey);
    table.append(String.format(Locale.ROOT, "| %s `%s` | %.2f | %.2f | %s | %.1f | %,d |%n", journey, way,
        cpu(way, journey), average.getPrimaryResult().getScore(),
        sample == null ? "" : String.format(Locale.ROOT, "%.0f", sample.getPrimaryResult().getStatistics().getPercentile(99)),
        average.getSecondaryResults().get("gc.alloc.rate.norm").getScore() / 1024,
        Math.round(1_000_000 / cpu(way, journey))));
  }

  private String targets() {
    double slowest = journeys.keySet().stream().mapToDouble(j -> cpu("freshAdvice", j)).max().orElseThrow();
    double ratio = journeys.keySet().stream().mapToDouble(j -> cpu("freshAdvice", j) / cpu("bareSession", j)).max()
        .orElseThrow();
    double lifted = journeys.keySet().stream().mapToDouble(j -> cpu("liftedDecision", j)).max().orElseThrow();
    double single = journeys.keySet().stream().mapToDouble(j -> cpu("liftedGoal", j)).max().orElseThrow();
    double kept = journeys.keySet().stream().mapToDouble(j -> cpu("rememberedDecision", j)).max().orElseThrow();
    return "| target | slowest journey |\n| --- | --- |\n"
        + line("at least 10,000 fresh advices a second and core", "%,.0f", 1_000_000 / slowest)
        + line("at most 4 times the CPU of the bare session", "%.1f times", ratio)
        + line("at least 200,000 lifted evaluations of one goal a second and core", "%,.0f", 1_000_000 / single)
        + line("the same of all goals of a journey (2 to 9) at once", "%,.0f", 1_000_000 / lifted)
        + line("at least 1,000,000 remembered decisions a second and core", "%,.0f", 1_000_000 / kept)
        + line("at most 3 times the CPU of hand-written Java (nareis)", "%.1f times",
            cpu("rememberedDecision", "Nareis") / cpu("handWritten", "Nareis"));
  }

  private static String line(String target, String format, double value) {
    return "| " + target + " | " + String.format(Locale.ROOT, format, value) + " |\n";
  }

  /** Replaces what stands between the marks of one table. */
  private static void fill(String name, String content) throws IOException {
    String text = Files.readString(FILE);
    String begin = "<!-- " + name + " -->\n";
    int from = text.indexOf(begin) + begin.length();
    Files.writeString(FILE, text.substring(0, from) + content + text.substring(text.indexOf("<!-- end -->", from)));
  }
}
