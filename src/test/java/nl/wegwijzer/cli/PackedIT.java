package nl.wegwijzer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packed program in processes of its own, in a folder without rules, forms or data. */
class PackedIT {

  private static final Path JAR = Path.of("target/wegwijzer.jar").toAbsolutePath();
  private static final String CASE =
      "{\"journey\": \"Nareis\", \"on\": \"2024-05-15\", \"answers\": {\"FamilyTie\": \"spouse\"}}";

  @TempDir
  Path folder;

  @Test
  void whatIsPackedIsCheckedAndHasAVersion() throws Exception {
    Process check = start("check");
    assertThat(finished(check)).isZero();
    assertThat(Files.readString(folder.resolve("check.out"))).contains(" 0 problem(s); knowledge ");
    assertThat(finished(start("explore", "NareisMvv", "--drools"))).as("Drools in threads of a pool").isZero();
    assertThat(finished(start("--version"))).isZero();
    assertThat(Files.readString(folder.resolve("--version.out"))).matches("wegwijzer \\d+(\\.\\d+)*\\s");
  }

  @Test
  void theServerAdvisesAsTheCommandDoesAndEndsWithoutLeavingAnybodyUnanswered() throws Exception {
    Files.writeString(folder.resolve("case.json"), CASE);
    assertThat(finished(start("advise", "case.json"))).isZero();
    int port = freePort();
    Process server = start("serve", "--server.port=" + port);
    try {
      awaitHealth(server, port);
      HttpResponse<String> advice = HttpClient.newHttpClient().send(HttpRequest.newBuilder(address(port, "advice"))
          .header("Content-Type", "application/json").POST(BodyPublishers.ofString(CASE)).build(), BodyHandlers.ofString());
      assertThat(advice.body() + System.lineSeparator()).isEqualTo(Files.readString(folder.resolve("advise.out")));
      try (Socket slow = new Socket("localhost", port)) {
        int half = CASE.length() / 2;
        send(slow, "POST /api/v1/advice HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            + "Connection: close\r\nContent-Length: " + CASE.length() + "\r\n\r\n" + CASE.substring(0, half));
        Thread.sleep(500);
        server.destroy();
        Thread.sleep(500);
        send(slow, CASE.substring(half));
        assertThat(read(slow.getInputStream())).startsWith("HTTP/1.1 200").contains(advice.body());
      }
      assertThat(server.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(Files.readString(folder.resolve("serve.err"))).contains("is served").doesNotContain("WARN", "ERROR",
          "FamilyTie", "spouse");
    } finally {
      server.destroyForcibly();
    }
  }

  @Test
  void aTakenPortIsSaidAndEndsTheServer() throws Exception {
    try (ServerSocket taken = new ServerSocket(0)) {
      Process server = start("serve", "--server.port=" + taken.getLocalPort());
      assertThat(finished(server)).isEqualTo(1);
      assertThat(Files.readString(folder.resolve("serve.err"))).contains("Port " + taken.getLocalPort()
          + " was already in use");
    }
  }

  private Process start(String... words) throws IOException {
    List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1", "-jar", JAR.toString()));
    command.addAll(List.of(words));
    return new ProcessBuilder(command).directory(folder.toFile()).redirectOutput(folder.resolve(words[0] + ".out").toFile())
        .redirectError(folder.resolve(words[0] + ".err").toFile()).start();
  }

  private static int finished(Process process) throws InterruptedException {
    try {
      assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
      return process.exitValue();
    } finally {
      process.destroyForcibly();
    }
  }

  private static void awaitHealth(Process server, int port) throws Exception {
    HttpRequest health = HttpRequest.newBuilder(address(port, "health")).build();
    for (int tries = 0; tries < 240; tries++) {
      assertThat(server.isAlive()).isTrue();
      try {
        assertThat(HttpClient.newHttpClient().send(health, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
        return;
      } catch (IOException e) {
        Thread.sleep(250);
      }
    }
    throw new AssertionError("the server does not answer");
  }

  private static URI address(int port, String path) {
    return URI.create("http://localhost:" + port + "/api/v1/" + path);
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      return free.getLocalPort();
    }
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().flush();
  }

  private static String read(InputStream stream) throws IOException {
    return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
  }
}
