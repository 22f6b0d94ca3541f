package nl.wegwijzer.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlNodeTest {

  private final Problems problems = new Problems();

  private YamlNode parse(String yaml) {
    return YamlNode.parse("forms/x.yaml", yaml, problems).orElseThrow();
  }

  @Test
  void valuesStayAsWritten() {
    YamlNode root = parse("a: yes\nb: 2024-05-15\nc: 010\nd: [x, no]\ne: ~\n");
    assertThat(root.get("a").orElseThrow().string()).isEqualTo("yes");
    assertThat(root.get("b").orElseThrow().string()).isEqualTo("2024-05-15");
    assertThat(root.get("c").orElseThrow().string()).isEqualTo("010");
    assertThat(root.get("d").orElseThrow().strings()).containsExactly("x", "no");
    assertThat(root.get("e").orElseThrow().string()).isEqualTo("~");
    assertThat(problems.isEmpty()).isTrue();
  }

  @Test
  void singleValueIsAListOfOne() {
    assertThat(parse("a: x").get("a").orElseThrow().strings()).containsExactly("x");
    assertThat(parse("a:").get("a").orElseThrow().strings()).isEmpty();
  }

  @Test
  void valueStandsWhereItBegins() {
    YamlNode value = parse("# comment\na:\n  b: \"é\"\n  c:   word\n").get("a").orElseThrow().get("c").orElseThrow();
    assertThat(List.of(value.line(), value.column())).containsExactly(4, 8);
  }

  @Test
  void entryStandsAtItsKey() {
    YamlNode root = parse("a:\n  b:\n    c: 1\n  d:\n");
    YamlNode entry = root.get("a").orElseThrow().get("b").orElseThrow();
    assertThat(List.of(entry.line(), entry.column())).containsExactly(2, 3);
    YamlNode empty = root.get("a").orElseThrow().get("d").orElseThrow();
    assertThat(List.of(empty.line(), empty.column())).containsExactly(4, 3);
  }

  @Test
  void unknownKeyIsReportedAtTheKey() {
    parse("question:\n  tpye:\n    - choice\n").get("question").orElseThrow().map(List.of("type", "ask"));
    assertThat(problems.list()).singleElement().satisfies(problem -> {
      assertThat(problem.toString()).startsWith("forms/x.yaml:2:3: unknown key 'tpye'");
      assertThat(problem.hint()).isEqualTo("did you mean 'type'?");
    });
  }

  @Test
  void keyThatStandsTwiceIsReportedAtTheSecond() {
    parse("a: 1\nb: 2\na: 3\n").map();
    assertThat(problems.list()).singleElement().asString().startsWith("forms/x.yaml:3:1: 'a' stands here twice");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a: &x 1\nb: *x", "a: !!java.io.File [x]", "a: !own x", "a: &x [*x]", "a: &x {b: 1}\nc: {<<: *x}",
      "a: !!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[]]]"})
  void tagsAndReferencesAreRefused(String yaml) {
    assertThat(YamlNode.parse("forms/x.yaml", yaml, problems)).isEmpty();
    assertThat(problems.list()).isNotEmpty().allMatch(problem -> problem.line() > 0 && problem.column() > 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a: [1", "a: 'x", "a:\n\tb: 1", "a: b: c", "a: 1\n---\nb: 2", "\"a", "a: @x", "- a\nb: c", "a: %x"})
  void brokenYamlIsReportedWithItsLine(String yaml) {
    assertThat(YamlNode.parse("forms/x.yaml", yaml, problems)).isEmpty();
    assertThat(problems.list()).singleElement().satisfies(problem -> {
      assertThat(problem.message()).startsWith("this is not valid YAML");
      assertThat(problem.line()).isPositive();
    });
  }

  @Test
  void deepNestingIsRefused() {
    assertThat(YamlNode.parse("forms/x.yaml", "[".repeat(10_000), problems)).isEmpty();
    assertThat(problems.list()).hasSize(1);
  }

  @Test
  void emptyFileIsReported() {
    assertThat(YamlNode.parse("forms/x.yaml", "# nothing\n", problems)).isEqualTo(Optional.empty());
    assertThat(problems.list()).singleElement().asString().isEqualTo("forms/x.yaml: the file is empty");
  }

  @Test
  void textNeedsEveryLanguage() {
    YamlNode root = parse("a: {nl: \"x\"}\nb: \"x\"\nc: {nl: \"x\", en: \" \"}\nd: {nl: x, en: y, de: z}\ne: {nl: x, en: y}\n");
    root.map().values().forEach(YamlNode::text);
    assertThat(problems.list()).extracting(Problem::toString).satisfiesExactly(
        first -> assertThat(first).startsWith("forms/x.yaml:1:1: 'en' is missing"),
        second -> assertThat(second).startsWith("forms/x.yaml:2:4: a text in two languages"),
        third -> assertThat(third).startsWith("forms/x.yaml:3:18: the text in 'en' is empty"),
        fourth -> assertThat(fourth).startsWith("forms/x.yaml:4:19: unknown key 'de'"));
  }
}
