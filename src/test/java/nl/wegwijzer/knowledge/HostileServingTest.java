package nl.wegwijzer.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A running server keeps serving the last good version whatever an author puts in the folder, and goes on watching. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "wegwijzer.answers.key-file=target/hostile-answers.key")
class HostileServingTest {

  private static final String RULES = "rules/stay/stay.drl";
  private static final String CASE = "{\"goals\": [\"Family\"], \"answers\": {\"FamilyTie\": \"spouse\"}}";
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static Path home;

  @LocalServerPort
  private int port;

  @Autowired
  private KnowledgeBase base;

  @DynamicPropertySource
  static void madeUpLaw(DynamicPropertyRegistry registry) throws IOException {
    home = Files.createTempDirectory("hostile");
    HostileFile.clean(home);
    registry.add("wegwijzer.home", home::toString);
  }

  private String good;

  @BeforeEach
  void clean() {
    HostileFile.clean(home);
    good = AuthorFiles.read(home).hash();
    await().atMost(Duration.ofSeconds(30)).until(() -> base.refused().isEmpty() && base.current().hash().equals(good));
  }

  /** One of each sort: that all of them are refused is tested without a server. */
  static List<HostileFile> some() {
    Set<String> names = Set.of("fifty megabytes of comments", "a rule on every word",
        "two hundred thousand names in a file that cannot be read", "a laugh that doubles ninefold", "lists in lists",
        "a quote that is closed a book later", "a comment that reads backwards", "a device", "a pipe",
        "a link to what only the server may read");
    return HostileFile.all().stream().filter(each -> names.contains(each.name())).toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("some")
  void isRefusedWhileTheLastGoodVersionServes(HostileFile hostile) throws Exception {
    hostile.plant(home);
    await().atMost(Duration.ofSeconds(20)).until(() ->
        base.refused().stream().anyMatch(refused -> refused.problem().toString().contains(hostile.says())));
    assertThat(advice()).contains("\"verdict\":\"yes\"", "\"knowledge\":\"" + good + "\"");
  }

  @Test
  void circularRulesAreRefusedWithinTwoSeconds() throws Exception {
    String before = Files.readString(home.resolve(RULES));
    assertRefusedInTime(before.replace("    FamilyTie( value == \"child\" )", "    Family()\n    FamilyTie( value == \"child\" )"),
        "conclusions depend on each other in a circle");
  }

  @Test
  void anExplodingJoinIsRefusedWithinTwoSeconds() throws Exception {
    String values = IntStream.range(0, 30).mapToObj(i -> "rule \"v" + i + "\" @source(\"1.1: 12\") when Age( value > "
        + i + " ) then conclude( new YearsOfStay( " + i + ", \"x\", true ) ); end\n").collect(Collectors.joining());
    assertRefusedInTime(Files.readString(home.resolve(RULES)) + values + "rule \"join\" @source(\"1.1: 12\") when YearsOfStay( $a : years )"
        + " YearsOfStay( $b : years, years > $a ) YearsOfStay( $c : years, years > $b )"
        + " YearsOfStay( $d : years, years > $c ) then conclude( new InTime() ); end\n", "joins more than 10000 combinations");
  }

  private void assertRefusedInTime(String rules, String says) throws Exception {
    String before = Files.readString(home.resolve(RULES));
    long start = System.nanoTime();
    Files.writeString(home.resolve(RULES), rules);
    await().pollInterval(Duration.ofMillis(20)).atMost(Duration.ofSeconds(2)).until(() -> base.refused().stream()
        .anyMatch(refused -> refused.problem().message().contains(says) && refused.problem().line() > 0));
    assertThat(advice()).contains("\"knowledge\":\"" + good + "\"");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    Files.writeString(home.resolve(RULES), before + "// mended\n");
    await().atMost(Duration.ofSeconds(20)).until(() -> base.refused().isEmpty() && !base.current().hash().equals(good));
    assertThat(advice()).contains("\"verdict\":\"yes\"").doesNotContain(good);
  }

  private String advice() throws Exception {
    HttpResponse<String> response = CLIENT.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port
        + "/api/v1/advice")).header("Content-Type", "application/json").timeout(Duration.ofSeconds(10))
        .POST(HttpRequest.BodyPublishers.ofString(CASE)).build(), HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return response.body();
  }
}
