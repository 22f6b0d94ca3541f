package nl.wegwijzer.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A site whose very first files are broken says what is wrong with them, and goes on once they are mended. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "wegwijzer.answers.key-file=target/broken-answers.key")
class BrokenStartTest {

  private static final Path RULES = Path.of("rules/mvv/mvv.drl");
  private static Path home;

  @LocalServerPort
  private int port;

  /** The rules alone: forms and data then come from the jar. */
  @DynamicPropertySource
  static void brokenRules(DynamicPropertyRegistry registry) throws IOException {
    home = Files.createTempDirectory(Path.of("target"), "broken");
    try (var files = Files.walk(Path.of("rules"))) {
      files.filter(Files::isRegularFile).forEach(file -> copy(file));
    }
    Files.writeString(home.resolve(RULES), Files.readString(RULES).replaceFirst("when", "wen"));
    registry.add("wegwijzer.home", home::toString);
  }

  private static void copy(Path file) {
    try {
      Files.createDirectories(home.resolve(file).getParent());
      Files.copy(file, home.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void statusSaysWhatIsWrongUntilItIsMended() throws IOException {
    Visitor visitor = new Visitor(port);
    for (String path : new String[] {"/en", "/en/status", "/en/authoring"}) {
      HttpResponse<String> page = visitor.get(path);
      assertThat(page.statusCode()).as(path).isEqualTo(503);
      assertThat(page.body()).as(path).contains("lang=\"en\"", "Wegwijzer has no rules", "rules/mvv/mvv.drl:",
          "wen", "after the name and the annotations of a rule comes &#39;when&#39;");
    }
    assertThat(visitor.get("/nl/status").body()).contains("lang=\"nl\"", "heeft nu geen regels");
    HttpResponse<String> api = visitor.get("/api/v1/journeys");
    assertThat(api.statusCode()).isEqualTo(503);
    assertThat(api.headers().firstValue("Content-Type")).contains("application/problem+json");

    Files.copy(RULES, home.resolve(RULES), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    await().atMost(Duration.ofSeconds(60)).until(() -> visitor.get("/en/status").statusCode() == 200);
    assertThat(visitor.get("/en/status").body()).contains("Nothing refused.");
    assertThat(visitor.get("/en").statusCode()).isEqualTo(200);
  }
}
