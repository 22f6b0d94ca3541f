package nl.wegwijzer.authoring;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.wegwijzer.advice.Advice;
import nl.wegwijzer.advice.Case;
import nl.wegwijzer.forms.Answer;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes a case as it travels: JSON for the API, and YAML for a file with scenarios. */
final class CaseText {

  private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private CaseText() {}

  static String json(Case given, String topic) {
    Map<String, Object> json = new LinkedHashMap<>();
    if (topic.equals(Trying.GOALS)) {
      json.put("goals", given.goals());
    } else if (!topic.equals(Trying.ALL)) {
      json.put("journey", topic);
    }
    json.put("on", given.on().toString());
    Map<String, Object> answers = new LinkedHashMap<>();
    given.answers().forEach((id, answer) -> answers.put(id, answer.toJson()));
    json.put("answers", answers);
    return JSON.writeValueAsString(json);
  }

  static String pretty(Map<String, Object> json) {
    return JSON.writeValueAsString(json);
  }

  /** A scenario ready to paste, which expects what the advice says now. */
  static String yaml(Case given, String topic, Advice advice) {
    StringBuilder yaml = new StringBuilder("- name: \n  on: " + given.on() + "\n");
    if (topic.equals(Trying.GOALS)) {
      yaml.append("  goals: [").append(String.join(", ", given.goals())).append("]\n");
    } else if (!topic.equals(Trying.ALL)) {
      yaml.append("  journey: ").append(topic).append('\n');
    }
    yaml.append("  answers: {").append(given.answers().entrySet().stream()
        .map(entry -> entry.getKey() + ": " + value(entry.getValue())).collect(Collectors.joining(", "))).append("}\n");
    yaml.append("  expect: {").append(advice.goals().stream().map(goal -> goal.id() + ": " + goal.verdict().word())
        .collect(Collectors.joining(", "))).append("}\n");
    return yaml.toString();
  }

  private static String value(Answer answer) {
    if (!answer.isKnown()) {
      return "unknown";
    }
    Object json = answer.toJson();
    return json instanceof List<?> list
        ? list.stream().map(String::valueOf).collect(Collectors.joining(", ", "[", "]")) : json.toString();
  }
}
