package nl.wegwijzer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.wegwijzer.knowledge.Seeded;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The impact report as an author asks for it: between folders and between revisions of a real repository. */
@ExtendWith(OutputCaptureExtension.class)
class DiffTest {

  private static final String RULES = "rules/stay/stay.drl";
  private static final String FORM = "forms/stay.yaml";

  @TempDir
  Path home;

  @BeforeEach
  void madeUpLaw() {
    Seeded.write(Seeded.base(), home);
  }

  private void write(String file, String content) throws IOException {
    Files.createDirectories(home.resolve(file).getParent());
    Files.writeString(home.resolve(file), content);
  }

  private void edit(String file, String text, String by) throws IOException {
    String content = Files.readString(home.resolve(file));
    assertThat(content).contains(text);
    write(file, content.replace(text, by));
  }

  private void git(String... words) {
    List<String> command = new ArrayList<>(List.of("git", "-c", "user.name=a", "-c", "user.email=a@b", "-c",
        "commit.gpgsign=false"));
    command.addAll(List.of(words));
    try {
      Process process = new ProcessBuilder(command).directory(home.toFile()).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes());
      assertThat(process.waitFor()).as(said).isZero();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private void commit(String tag) {
    git("add", "-A");
    git("commit", "-q", "-m", tag);
    git("tag", tag);
  }

  private int diff(String before, String after, String... more) {
    List<String> words = new ArrayList<>(List.of("diff", "--home", home.toString(), "--cases", "6400", before, after));
    words.addAll(List.of(more));
    return CommandLineTool.run(settings -> { }, words.toArray(String[]::new));
  }

  @Test
  void revisionsAreComparedWithEachOtherAndWithTheFolder(CapturedOutput output) throws IOException {
    git("init", "-q");
    commit("three");
    edit(RULES, "$granted.plusMonths( 3 )", "$granted.plusMonths( 4 )");
    commit("four");
    edit(RULES, "Age( value < 18 )", "Age( value < 21 )");
    Path json = home.resolve("impact.json");
    Path html = home.resolve("impact.html");

    assertThat(diff("three", "four", "--json", json.toString(), "--html", html.toString())).isZero();
    assertThat(output.getErr()).isEmpty();
    assertThat(output.getOut()).contains("changed: \"", RULES, "differs: " + RULES, "path classes end with another advice",
        "6,400 synthetic cases", "smallest example: on ").doesNotContain("A child under eighteen is family");
    JsonNode report = JsonMapper.shared().readTree(json);
    assertThat(report.get("rules")).hasSize(1);
    assertThat(report.get("files").toString()).isEqualTo("[\"" + RULES + "\"]");
    assertThat(report.get("changes")).isNotEmpty().allSatisfy(change -> {
      assertThat(change.get("cause").get("place").asString()).startsWith(RULES + ":");
      assertThat(change.get("cases").asLong()).isPositive();
    });
    JsonNode moved = report.get("changes").valueStream().filter(change ->
        change.get("conclusion").asString().equals("FilingDeadline")).findFirst().orElseThrow();
    assertThat(moved.get("example").get("answers").propertyNames()).as("the smallest").containsExactly("GrantedOn");
    assertThat(Files.readString(html)).startsWith("<!doctype html>").contains("<title>Impact", "FilingDeadline",
        report.get("before").asString(), report.get("after").asString()).doesNotContain("<script");

    assertThat(diff("four", home.toString())).isZero();
    assertThat(output.getOut()).contains("because of changed: \"A child under eighteen is family\" (" + RULES);
    try (Stream<Path> left = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      assertThat(left.filter(path -> path.getFileName().toString().startsWith("wegwijzer-revision"))
          .filter(path -> path.toFile().lastModified() > System.currentTimeMillis() - 5000)).isEmpty();
    }
  }

  @Test
  void whatIsNoVersionIsSaid(CapturedOutput output) throws IOException {
    assertThat(diff("HEAD", home.toString())).isEqualTo(1);
    assertThat(output.getErr()).contains("'HEAD' is neither a folder with rules nor a revision of this repository");
    git("init", "-q");
    git("commit", "-q", "--allow-empty", "-m", "empty");
    git("tag", "empty");
    assertThat(diff("nowhere", home.toString())).isEqualTo(1);
    assertThat(output.getErr()).contains("'nowhere' is neither");
    assertThat(diff("--", "--output=x")).isNotZero();
    assertThat(diff("empty", home.toString())).isEqualTo(1);
    assertThat(output.getErr()).contains("the revision 'empty' has no folder 'rules'");
    edit(RULES, "Age( value < 18 )", "Age( value < )");
    commit("broken");
    assertThat(diff("broken", "broken")).isEqualTo(1);
    assertThat(output.getErr()).contains("broken: " + RULES + ":28:18: a value is expected", "    Age( value < )");
    assertThat(output.getOut()).isEmpty();
  }

  @Test
  void wordsAloneChangeNobodysAdvice(CapturedOutput output) throws IOException {
    git("init", "-q");
    commit("before");
    edit(FORM, "en: \"Coming\"", "en: \"Arriving\"");
    assertThat(diff("before", home.toString())).isZero();
    assertThat(output.getOut()).contains("no rule differs", "differs: " + FORM, "nobody gets another advice");
  }

  @Test
  void journeysThatComeAndGoAreToldAsSuch(CapturedOutput output) throws IOException {
    git("init", "-q");
    commit("before");
    edit(FORM, "  Coming:", "  Arriving:");
    edit(RULES, "Age( value < 18 )", "Age( value < 21 )");
    write("rules/stay/stay.cases.yaml", Files.readString(home.resolve("rules/stay/stay.cases.yaml"))
        .replace("journey: Coming", "journey: Arriving"));
    assertThat(diff("before", home.toString())).isZero();
    assertThat(output.getOut()).containsPattern("Arriving \\(new\\): [1-9][\\d,]* path classes")
        .containsPattern("Coming \\(gone\\): [1-9][\\d,]* path classes");
  }

  @Test
  void anOptionThatGoesIsToldWithThoseItAppliedTo(CapturedOutput output) throws IOException {
    git("init", "-q");
    commit("before");
    edit(RULES, "value in (\"spouse\", \"partner\")", "value in (\"spouse\")");
    String form = Files.readString(home.resolve(FORM));
    write(FORM, form.replaceFirst("(?m)^ +partner:.*\n", ""));
    Files.delete(home.resolve("rules/stay/stay.cases.yaml"));
    assertThat(diff("before", home.toString())).isZero();
    assertThat(output.getOut()).contains("changed: question FamilyTie; no longer takes partner", "FamilyTie partner",
        "MayCome: yes, discretionary → no, default");
  }
}
