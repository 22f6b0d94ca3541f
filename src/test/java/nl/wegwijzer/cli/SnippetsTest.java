package nl.wegwijzer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nl.wegwijzer.Project;
import nl.wegwijzer.SmallSet;
import nl.wegwijzer.forms.Countries;
import nl.wegwijzer.forms.Forms;
import nl.wegwijzer.forms.FormsReader;
import nl.wegwijzer.forms.Question;
import nl.wegwijzer.text.Problems;
import nl.wegwijzer.text.YamlNode;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What VS Code completes is true: all names are there, and what a snippet writes is a rule or a case. */
class SnippetsTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @SuppressWarnings("unchecked")
  private static Map<String, Map<String, Object>> snippets(Path file) throws IOException {
    return JSON.readValue(Files.readString(file), Map.class);
  }

  /** The first choice taken everywhere, and X where something must be typed. */
  private static String typed(Object body) {
    String text = body instanceof List<?> lines ? String.join("\n", lines.stream().map(String::valueOf).toList())
        : body.toString();
    return text.replaceAll("\\$\\{\\d+\\|([^,|]*)[^|]*\\|}", "$1").replaceAll("\\$\\{\\d+:((?:\\\\.|[^}])*)}", "$1")
        .replace("$0", "").replaceAll("(?<!\\\\)\\$\\d+", "X").replace("\\$", "$");
  }

  @Test
  void namesAreUpToDate() {
    assertThat(Snippets.FILE).as("write it again with the command 'snippets'")
        .hasContent(Snippets.of(Project.knowledge()));
  }

  @Test
  void everyNameIsCompletedInRulesAndCases() throws IOException {
    Map<String, Map<String, Object>> snippets = snippets(Snippets.FILE);
    Set<String> names = new TreeSet<>(Project.knowledge().forms().questions().keySet());
    names.addAll(Project.knowledge().forms().conclusions().keySet());
    for (String kind : List.of(" in a rule", " in a case")) {
      assertThat(names).allSatisfy(name -> assertThat(snippets).containsKey(name + kind));
    }
  }

  @Test
  void whatIsCompletedInARuleCanBeRead() {
    SmallSet small = SmallSet.of("Kind: choice a b\nYes: yes-no\nDay: date\nNationality: country\nSeveral: choices x y", """
        declare Term date : LocalDate end
        rule "t" when Day( $d : date ) then conclude( new Term( $d ) ); end
        rule "a" when Kind( value == "a" ) Several( values contains "x" ) then conclude( new A() ); end
        rule "b" when Kind( value == "b" ) Yes( yes ) Nationality( mvvExempt ) Several( values contains "y" ) then
          conclude( new B() ); end
        """);
    Map<String, Map<String, Object>> snippets = new LinkedHashMap<>(JSON.readValue(Snippets.of(small.lifted()), Map.class));
    StringBuilder conditions = new StringBuilder();
    snippets.forEach((name, snippet) -> {
      if (name.endsWith(" in a rule")) {
        conditions.append("  ").append(typed(snippet.get("body"))).append('\n');
      }
    });
    assertThat(conditions.toString()).contains("Kind( value == \"a\" )", "Yes( yes )", "Day( $day : date )",
        "Term( $date : date )", "Nationality( ", "A()");
    // The words of this set are written for what stands in it, so only rules are looked at.
    assertThat(SmallSet.withMistakes("Kind: choice a b\nYes: yes-no\nDay: date\nNationality: country\nSeveral: choices x y",
        "declare Term date : LocalDate end\n"
        + "rule \"t\" when Day( $d : date ) then conclude( new Term( $d ) ); end\n"
        + "rule \"a\" when Kind( value == \"a\" ) Several( values contains \"x\" ) then conclude( new A() ); end\n"
        + "rule \"b\" when Kind( value == \"b\" ) Several( values contains \"y\" ) then conclude( new B() ); end\n"
        + "rule \"all\" when\n" + conditions + "then conclude( new C() ); end\n").problems()).isEmpty();
  }

  @Test
  void everyTypeOfQuestionHasABlock() throws IOException {
    Map<String, String> blocks = new LinkedHashMap<>();
    snippets(Path.of(".vscode/wegwijzer.code-snippets")).values().forEach(snippet ->
        blocks.put(snippet.get("prefix").toString(), typed(snippet.get("body"))));
    assertThat(Question.Type.values()).allSatisfy(type -> {
      String block = blocks.get("question-" + type.word());
      Problems problems = new Problems();
      Forms forms = FormsReader.read(Map.of("forms/x.yaml", "questions:\n" + block.indent(2)), new Countries(), problems);
      assertThat(problems.list()).as(block).isEmpty();
      assertThat(forms.question("X").type()).isEqualTo(type);
    });
  }

  @Test
  void blocksOfYamlKeepTheirIndentation() throws IOException {
    snippets(Path.of(".vscode/wegwijzer.code-snippets")).forEach((name, snippet) -> {
      String text = typed(snippet.get("body"));
      if (!text.contains("when\n") && !text.contains("declare") && !text.startsWith("@")) {
        Problems problems = new Problems();
        YamlNode.parse(name, text, problems);
        assertThat(problems.list()).as(name + "\n" + text).isEmpty();
      }
    });
  }
}
