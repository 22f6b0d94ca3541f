package nl.wegwijzer.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import nl.wegwijzer.forms.Question;
import nl.wegwijzer.knowledge.Knowledge;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the names of all questions and conclusions as snippets of VS Code, so that it completes them in rules and cases:
 * no plug-in for DRL knows them.
 */
@Command(name = "snippets", description = "writes the names of questions and conclusions for completion in VS Code")
final class Snippets implements Callable<Integer> {

  static final Path FILE = Path.of(".vscode/names.code-snippets");
  /** What VS Code calls a DRL file, without and with a plug-in for it. */
  private static final String DRL = "plaintext,drools,drl";
  private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  @CommandLine.Mixin
  CommandLineTool.Home home = new CommandLineTool.Home();

  @Override
  public Integer call() throws IOException {
    Optional<Knowledge> knowledge = home.load().knowledge();
    if (knowledge.isEmpty()) {
      return 1;
    }
    Path file = home.home.resolve(FILE);
    Files.createDirectories(file.getParent());
    Files.writeString(file, of(knowledge.get()));
    System.out.println(file + " is written");
    return 0;
  }

  static String of(Knowledge knowledge) {
    Map<String, Object> snippets = new LinkedHashMap<>();
    knowledge.forms().questions().values().forEach(question -> {
      add(snippets, question.id(), DRL, pattern(question), question.ask().en());
      add(snippets, question.id(), "yaml", answer(question), question.ask().en());
    });
    knowledge.forms().conclusions().values().forEach(conclusion -> {
      Collection<String> fields = knowledge.rules().fieldsOf(conclusion.id());
      String bound = fields.stream().map(field -> "\\$" + field + " : " + field).collect(Collectors.joining(", "));
      add(snippets, conclusion.id(), DRL, conclusion.id() + (fields.isEmpty() ? "()" : "( ${1:" + bound + "} )"),
          conclusion.label().en());
      add(snippets, conclusion.id(), "yaml", conclusion.id(), conclusion.label().en());
    });
    return JSON.writeValueAsString(snippets).replace("\r\n", "\n") + "\n";
  }

  private static void add(Map<String, Object> snippets, String id, String scope, String body, String description) {
    Map<String, Object> snippet = new LinkedHashMap<>();
    snippet.put("scope", scope);
    snippet.put("prefix", id);
    snippet.put("body", body);
    snippet.put("description", description);
    snippets.put(id + (scope.equals(DRL) ? " in a rule" : " in a case"), snippet);
  }

  /** The question as a condition, with what can be tested of it to choose from. */
  private static String pattern(Question question) {
    String compare = "${1|==,!=,<,<=,>,>=|} $2";
    return question.id() + "( " + switch (question.type()) {
      case YES_NO -> "${1|yes,!yes|}";
      case CHOICE -> "value == \"" + options(question) + "\"";
      case CHOICES -> "values contains \"" + options(question) + "\"";
      case NUMBER -> "value " + compare;
      case DATE -> "${1:\\$day : date}";
      case PERIOD -> "unit == \"${3|months,days|}\", amount " + compare;
      case COUNTRY -> "${1|" + String.join(",", properties(question)) + "|}";
    } + " )$0";
  }

  private static List<String> properties(Question question) {
    List<String> properties = new ArrayList<>();
    question.countries().properties().forEach((column, type) -> {
      if (type == Boolean.class) {
        properties.addAll(List.of(column, "!" + column));
      } else {
        question.countries().valuesOf(column).forEach(value -> properties.add(column + " == \"" + value + "\""));
      }
    });
    return properties;
  }

  private static String answer(Question question) {
    return question.id() + ": " + switch (question.type()) {
      case YES_NO -> "${1|true,false|}$0";
      case CHOICE -> options(question) + "$0";
      case CHOICES -> "[" + options(question) + "]$0";
      case DATE -> "${1:2024-05-15}$0";
      case PERIOD -> "${1:P3M}$0";
      case NUMBER, COUNTRY -> "$1$0";
    };
  }

  private static String options(Question question) {
    return "${1|" + question.options().stream().map(Question.Option::id).collect(Collectors.joining(",")) + "|}";
  }
}
