package nl.wegwijzer.statistics;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.wegwijzer.statistics.Discrepancy.Evidence;
import nl.wegwijzer.statistics.Discrepancy.Kind;
import nl.wegwijzer.statistics.Finding.Verdict;
import nl.wegwijzer.text.YamlNode;

/** Reads {@code data/discrepancies.yaml} and compares it with what the consistency check finds. */
final class RegisterReader {

  static final String FILE = "data/discrepancies.yaml";
  private static final List<String> KEYS =
      List.of("id", "kind", "check", "figures", "statements", "evidence", "computed", "assessment");

  private final Numbered numbers;
  private final Map<String, Finding> open = new LinkedHashMap<>();

  private RegisterReader(Numbered numbers, List<Finding> findings) {
    this.numbers = numbers;
    findings.stream().filter(f -> f.verdict() == Verdict.DISCREPANCY).forEach(f -> open.put(f.check(), f));
  }

  static List<Discrepancy> read(Optional<YamlNode> root, Numbered numbers, List<Finding> findings, Missing missing) {
    RegisterReader reader = new RegisterReader(numbers, findings);
    Map<String, Discrepancy> register = new LinkedHashMap<>();
    for (YamlNode node : root.map(YamlNode::list).orElse(List.of())) {
      Discrepancy discrepancy = reader.discrepancy(node);
      if (register.put(discrepancy.id(), discrepancy) != null) {
        node.problem("'" + discrepancy.id() + "' stands here twice", "give each discrepancy its own id");
      }
    }
    reader.open.values().forEach(missing::report);
    return List.copyOf(register.values());
  }

  /** Where a discrepancy is reported that the register lacks. */
  interface Missing {
    void report(Finding finding);
  }

  private Discrepancy discrepancy(YamlNode node) {
    node.map(KEYS);
    Optional<String> check = node.get("check").map(YamlNode::string);
    check.ifPresent(text -> found(node, text));
    List<String> figures = node.get("figures").map(YamlNode::strings).orElse(List.of());
    figures.stream().filter(id -> numbers.figure(id).isEmpty()).forEach(id ->
        node.get("figures").get().problem("there is no figure '" + id + "'", ""));
    List<String> statements = node.get("statements").map(YamlNode::strings).orElse(List.of());
    statements.stream().filter(id -> !numbers.statements().containsKey(id)).forEach(id ->
        node.get("statements").get().problem("there is no statement '" + id + "'", ""));
    List<Evidence> evidence = node.require("evidence").map(YamlNode::list).orElse(List.of()).stream()
        .map(RegisterReader::evidence).toList();
    Fields fields = new Fields(node);
    return new Discrepancy(fields.required("id"), kind(node, check), check, figures, statements, evidence,
        fields.optional("computed"), fields.text("assessment"));
  }

  /** What a check finds is a number; what a reader finds must say what it is. */
  private static Kind kind(YamlNode node, Optional<String> check) {
    if (check.isPresent()) {
      return Kind.NUMBER;
    }
    String kind = node.require("kind").map(YamlNode::string).orElse("number");
    List<String> kinds = Arrays.stream(Kind.values()).map(Figure::idOf).toList();
    Vocabulary.knows(kinds, kind, "kind", node::problem);
    return kinds.contains(kind) ? Kind.values()[kinds.indexOf(kind)] : Kind.NUMBER;
  }

  private void found(YamlNode node, String check) {
    Finding finding = open.remove(check);
    if (finding == null) {
      node.problem("the check finds no such discrepancy: " + check, "remove this entry, or correct its 'check'");
      return;
    }
    String computed = node.get("computed").map(YamlNode::string).orElse("");
    if (!computed.equals(Register.computed(finding))) {
      node.problem("the check computes '" + Register.computed(finding) + "', not '" + computed + "'",
          "correct 'computed', and read the assessment again");
    }
    List<Integer> lines = node.require("evidence").map(YamlNode::list).orElse(List.of()).stream()
        .map(RegisterReader::evidence).map(Evidence::line).distinct().sorted().toList();
    if (!lines.equals(finding.lines())) {
      node.problem("the check looks at lines " + finding.lines() + ", the evidence at " + lines,
          "correct 'evidence'");
    }
  }

  private static Evidence evidence(YamlNode node) {
    node.map(List.of("line", "printed"));
    String line = node.require("line").map(YamlNode::string).orElse("0");
    if (!line.matches("\\d{1,6}")) {
      node.problem("'" + line + "' is not a line of the report", "write a whole number");
      return new Evidence(0, "");
    }
    return new Evidence(Integer.parseInt(line), node.require("printed").map(YamlNode::string).orElse(""));
  }
}
