package nl.wegwijzer.benchmark;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Starts the packaged jar and measures the time to its first page and advice, and its memory before and after a load. */
final class ColdStart {

  private static final int STARTS = 3;
  private static final int REQUESTS = 5000;
  private static final String CASE = "{\"journey\": \"Nareis\", \"on\": \"2024-05-15\", \"language\": \"en\", \"answers\": "
      + "{\"SponsorAsylumStatus\": \"own-permit\", \"FamilyTie\": \"spouse\", "
      + "\"AsylumPermitGrantedOn\": \"2024-%02d-%02d\", \"NareisRequestedOn\": \"2024-05-01\"}}";

  private final HttpClient http = HttpClient.newHttpClient();
  private final String base;
  private final Process server;
  private final long started = System.nanoTime();

  private ColdStart(int port) throws IOException {
    this.base = "http://localhost:" + port;
    this.server = new ProcessBuilder(ProcessHandle.current().info().command().orElse("java"), "-Xmx256m", "-jar",
        "target/wegwijzer.jar", "serve", "--server.port=" + port).redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
  }

  static String table() throws IOException, InterruptedException {
    double[] pages = new double[STARTS];
    double[] advices = new double[STARTS];
    String memory = "";
    for (int i = 0; i < STARTS; i++) {
      ColdStart start;
      try (ServerSocket free = new ServerSocket(0)) {
        start = new ColdStart(free.getLocalPort());
      }
      try {
        pages[i] = start.until(HttpRequest.newBuilder(URI.create(start.base + "/en")).build());
        advices[i] = start.until(start.advice(0));
        memory = i < STARTS - 1 ? "" : start.memory("after the first advice");
        for (int n = 0; i == STARTS - 1 && n < REQUESTS; n++) {
          start.status(n % 2 == 0 ? start.advice(n) : HttpRequest.newBuilder(URI.create(start.base + "/en")).build());
        }
        memory += i < STARTS - 1 ? "" : start.memory("after " + REQUESTS + " more requests");
      } finally {
        start.server.destroy();
        start.server.waitFor();
      }
    }
    return "| | |\n| --- | ---: |\n| first page, s, median of " + STARTS + " | " + median(pages) + " |\n"
        + "| first advice, s | " + median(advices) + " |\n" + memory;
  }

  private static String median(double[] values) {
    Arrays.sort(values);
    return String.format(Locale.ROOT, "%.1f", values[values.length / 2]);
  }

  private HttpRequest advice(int n) {
    return HttpRequest.newBuilder(URI.create(base + "/api/v1/advice")).header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(String.format(CASE, 1 + n % 4, 1 + n % 28))).build();
  }

  private double until(HttpRequest request) throws InterruptedException {
    while (true) {
      try {
        if (status(request) == 200) {
          return (System.nanoTime() - started) / 1e9;
        }
        throw new IllegalStateException("no 200 for " + request.uri());
      } catch (IOException e) {
        if (!server.isAlive()) {
          throw new IllegalStateException("the server ended", e);
        }
        TimeUnit.MILLISECONDS.sleep(20);
      }
    }
  }

  private int status(HttpRequest request) throws IOException, InterruptedException {
    return http.send(request, BodyHandlers.ofString()).statusCode();
  }

  /** The live heap, and what the process takes of the machine where it tells. */
  private String memory(String when) throws IOException, InterruptedException {
    String java = ProcessHandle.current().info().command().orElse("java");
    Process histogram = new ProcessBuilder(Path.of(java).resolveSibling("jcmd").toString(), "" + server.pid(),
        "GC.class_histogram").redirectErrorStream(true).start();
    String[] lines = new String(histogram.getInputStream().readAllBytes()).strip().split("\n");
    String[] total = lines[lines.length - 1].strip().split("\\s+");
    Path status = Path.of("/proc/" + server.pid() + "/status");
    String resident = !Files.exists(status) ? "" : Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmRSS")).findFirst()
        .map(line -> Integer.parseInt(line.replaceAll("\\D", "")) / 1024 + "").orElse("");
    return "| live heap " + when + ", MB (resident set) | " + Long.parseLong(total[2]) / 1024 / 1024 + " (" + resident
        + ") |\n";
  }
}
