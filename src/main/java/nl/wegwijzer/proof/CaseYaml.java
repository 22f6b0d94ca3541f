package nl.wegwijzer.proof;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.wegwijzer.forms.Answer;

/** Writes a case as authors write it in a {@code .cases.yaml} file. */
final class CaseYaml {

  private CaseYaml() {}

  /**
   * A case ready to paste.
   *
   * @param expect verdict by conclusion
   * @param values further expected values, as {@code Conclusion.field}
   */
  static String of(String name, LocalDate on, String goal, Map<String, Answer> answers, Map<String, String> expect,
      Map<String, String> certainty, Map<String, String> values) {
    StringBuilder yaml = new StringBuilder("- name: " + name + "\n  on: " + on + "\n  goals: [" + goal + "]\n");
    yaml.append("  answers: {").append(answers.entrySet().stream()
        .map(entry -> entry.getKey() + ": " + value(entry.getValue())).collect(Collectors.joining(", "))).append("}\n");
    line(yaml, "expect", expect);
    line(yaml, "certainty", certainty);
    line(yaml, "values", values);
    return yaml.toString();
  }

  private static void line(StringBuilder yaml, String key, Map<String, String> entries) {
    if (!entries.isEmpty()) {
      yaml.append("  ").append(key).append(": {").append(entries.entrySet().stream()
          .map(entry -> entry.getKey() + ": " + entry.getValue()).collect(Collectors.joining(", "))).append("}\n");
    }
  }

  static String value(Answer answer) {
    if (!answer.isKnown()) {
      return "unknown";
    }
    Object json = answer.toJson();
    return json instanceof List<?> list
        ? list.stream().map(String::valueOf).collect(Collectors.joining(", ", "[", "]")) : json.toString();
  }
}
