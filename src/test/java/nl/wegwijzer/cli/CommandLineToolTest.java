package nl.wegwijzer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.wegwijzer.Project;
import nl.wegwijzer.knowledge.JsonAdvice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Every command as somebody types it: what it prints, where, and with which exit code. */
@ExtendWith(OutputCaptureExtension.class)
class CommandLineToolTest {

  private static final String NAREIS = """
      {"journey": "Nareis", "on": "2024-05-15", "language": "nl", "answers": {"FamilyTie": "spouse"}}
      """;

  @TempDir
  Path folder;

  private final List<String> served = new ArrayList<>();

  private int run(String... words) {
    return CommandLineTool.run(settings -> {
      served.addAll(List.of(settings));
      throw new IllegalStateException("the port is taken");
    }, words);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "check", "advise", "serve", "explore", "diff", "mutate"})
  void everyCommandExplainsItselfAndNamesItsVersion(String command, CapturedOutput output) {
    String[] words = command.isEmpty() ? new String[] {"--help"} : new String[] {command, "--help"};
    assertThat(run(words)).isZero();
    assertThat(output.getOut()).contains(("Usage: wegwijzer " + command).strip(), "--help", "--version");
    words[words.length - 1] = "--version";
    assertThat(run(words)).isZero();
    assertThat(output.getOut()).containsPattern("\nwegwijzer \\S");
    assertThat(output.getErr()).isEmpty();
    assertThat(served).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(quoteCharacter = '`', value = {"cheek, Did you mean: wegwijzer check?",
      "advise, Missing required parameter: 'FILE'", "check --cover, Unknown option: '--cover'",
      "serve 8080, '8080' is not a setting", "``, Missing required subcommand"})
  void whatIsNoCommandIsRefusedWithAHint(String line, String hint, CapturedOutput output) {
    assertThat(run(line.isEmpty() ? new String[0] : line.split(" "))).isEqualTo(2);
    assertThat(output.getErr()).contains(hint);
    assertThat(output.getOut()).isEmpty();
    assertThat(served).isEmpty();
  }

  @Test
  void serveHandsEverySettingToTheServer() {
    assertThat(run("serve", "--server.port=8107", "--home", folder.toString())).isEqualTo(1);
    assertThat(served).containsExactly("--server.port=8107", "--wegwijzer.home=" + folder);
  }

  // --- check

  @Test
  void ourOwnFilesHoldNoProblem(CapturedOutput output) {
    assertThat(run("check")).isZero();
    assertThat(output.getOut()).containsPattern("\\d+ rules, \\d+ questions, .* 0 problem\\(s\\); knowledge [0-9a-f]{16}");
    assertThat(output.getErr()).isEmpty();
  }

  @Test
  void everyMistakeOfABrokenCopyIsNamedWithFileAndLine(CapturedOutput output) throws IOException {
    copyProject();
    int rule = breakFile("rules/nareis/nareis.drl", "FamilyTie(", "FamilyTy(");
    int form = breakFile("forms/nareis.yaml", "type: choice", "type: choise");
    int data = breakFile("data/countries.csv", "\nTV,", "\ntv,") + 1;
    assertThat(run("check", "--home", folder.toString())).isEqualTo(1);
    assertThat(output.getErr()).contains("rules/nareis/nareis.drl:" + rule + ":", "forms/nareis.yaml:" + form + ":",
        "data/countries.csv:" + data + ":").containsPattern("\\d+ problem\\(s\\)");
    assertThat(output.getOut()).isEmpty();
  }

  @Test
  void aCaseThatFailsIsNamedWithFileAndLine(CapturedOutput output) throws IOException {
    copyProject();
    Path cases = folder.resolve("rules/nareis/wrong.cases.yaml");
    Files.writeString(cases, """
        - name: Somebody without a permit may
          on: 2024-05-15
          answers: {SponsorAsylumStatus: no-permit}
          expect: {NareisPossible: yes}
        - name: Nobody has said anything
          on: 2024-05-15
          answers: {FamilyTie: unknown}
          expect: {NareisPossible: no}
        """);
    assertThat(run("check", "--home", folder.toString())).isEqualTo(1);
    assertThat(output.getErr()).contains("rules/nareis/wrong.cases.yaml:1:",
        "Somebody without a permit may: NareisPossible must be yes, but is no\n",
        "NareisPossible must be no, but is open (waits for ", "FamilyTie, which is unknown");
    assertThat(output.getOut()).contains(" 2 problem(s)");
  }

  // --- advise

  @Test
  void adviseGivesTheBytesOfTheApi(CapturedOutput output) throws IOException {
    Path file = Files.writeString(folder.resolve("case.json"), NAREIS);
    assertThat(run("advise", file.toString())).isZero();
    byte[] reply = ((JsonAdvice.Reply.Advised) JsonAdvice.of(Project.knowledge(), NAREIS.getBytes(StandardCharsets.UTF_8),
        LocalDate.EPOCH)).json();
    assertThat(output.getOut()).isEqualTo(new String(reply, StandardCharsets.UTF_8) + System.lineSeparator());
  }

  @Test
  void adviseNamesEverythingThatIsWrongWithACase(CapturedOutput output) throws IOException {
    Path file = Files.writeString(folder.resolve("case.json"), "{\"jorney\": 1, \"answers\": {\"FamilyTy\": 1}}");
    assertThat(run("advise", file.toString())).isEqualTo(1);
    assertThat(output.getErr().lines()).containsExactly(
        file + ": /jorney: unknown key 'jorney'; did you mean 'journey'?",
        file + ": /answers/FamilyTy: there is no question 'FamilyTy'; did you mean 'FamilyTie'?");
    assertThat(output.getOut()).isEmpty();
  }

  @Test
  void adviseTellsWhereJsonGoesWrong(CapturedOutput output) throws IOException {
    Path file = Files.writeString(folder.resolve("case.json"), "{\"answers\": {\n  \"FamilyTie\" \"spouse\"}}");
    assertThat(run("advise", file.toString())).isEqualTo(1);
    assertThat(output.getErr()).startsWith(file + ": line 2, column ").contains("this is not JSON");
  }

  @Test
  void aFileThatCannotBeReadIsOneClearLine(CapturedOutput output) {
    Path nowhere = folder.resolve("nowhere.json");
    assertThat(run("advise", nowhere.toString())).isEqualTo(1);
    assertThat(run("advise", folder.toString())).isEqualTo(1);
    assertThat(run("explore", "--home", nowhere.toString(), "--journey", "Nowhere")).isEqualTo(1);
    assertThat(run("explore", "--home", nowhere.toString(), "Nowhere")).isEqualTo(1);
    assertThat(output.getErr().lines().distinct()).containsExactly(nowhere + ": there is no such file",
        folder + ": there is no such file", "no journey 'Nowhere' possible here: "
            + String.join(", ", Project.knowledge().forms().journeys().keySet()));
  }

  private void copyProject() throws IOException {
    for (String part : List.of("rules", "forms", "data")) {
      try (Stream<Path> files = Files.walk(Path.of(part))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Files.createDirectories(folder.resolve(file).getParent());
          Files.copy(file, folder.resolve(file));
        }
      }
    }
  }

  /** Replaces the first such text by another, and tells on which line it began. */
  private int breakFile(String name, String right, String wrong) throws IOException {
    String content = Files.readString(folder.resolve(name));
    int at = content.indexOf(right);
    assertThat(at).as(right).isNotNegative();
    Files.writeString(folder.resolve(name), content.substring(0, at) + wrong + content.substring(at + right.length()));
    return (int) content.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
  }
}
