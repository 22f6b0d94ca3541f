package nl.wegwijzer.statistics;

import java.util.List;
import java.util.stream.Collectors;

/** Drafts entries for the register of discrepancies; a person adds the assessment. */
final class Register {

  private Register() {
  }

  static String draft(Finding finding, Numbered numbers) {
    List<String> figures = finding.refs().stream().filter(ref -> ref.contains(":"))
        .map(ref -> ref.split(":")[0]).distinct().toList();
    List<String> statements = finding.refs().stream().filter(ref -> !ref.contains(":")).distinct().toList();
    String evidence = finding.refs().stream().map(ref -> "  - {line: " + numbers.line(ref) + ", printed: \""
        + numbers.printed(ref).replace("\"", "\\\"") + "\"}\n").distinct().collect(Collectors.joining());
    return "- id: " + id(finding) + "\n  check: \"" + finding.check() + "\"\n"
        + (figures.isEmpty() ? "" : "  figures: " + quoted(figures) + "\n")
        + (statements.isEmpty() ? "" : "  statements: " + statements + "\n")
        + "  evidence:\n" + evidence.indent(0)
        + (computed(finding).isEmpty() ? "" : "  computed: \"" + computed(finding) + "\"\n")
        + "  assessment: {nl: \"\", en: \"\"}\n";
  }

  /** The computed number as the register writes it: a plain number, with at most one digit behind the point. */
  static String computed(Finding finding) {
    return finding.computed().map(value -> Numbers.rounded(value, 1).toPlainString()).orElse("");
  }

  private static String id(Finding finding) {
    return finding.refs().get(0).toLowerCase().replaceAll("[^a-z0-9]+", "-");
  }

  private static String quoted(List<String> ids) {
    return ids.stream().map(id -> "\"" + id + "\"").collect(Collectors.joining(", ", "[", "]"));
  }
}
