package nl.wegwijzer.knowledge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.wegwijzer.forms.Answer;
import nl.wegwijzer.forms.Forms;
import nl.wegwijzer.forms.Question;
import nl.wegwijzer.forms.Reading;
import nl.wegwijzer.rules.Certainty;
import nl.wegwijzer.rules.RuleSet;
import nl.wegwijzer.text.Problems;
import nl.wegwijzer.text.YamlNode;

/** Reads {@code rules/**.cases.yaml}. */
public final class ScenarioReader {

  private static final List<String> KEYS = List.of("name", "on", "journey", "goals", "answers", "expect", "certainty",
      "asks", "asksNot", "because", "failed", "openOn", "values");
  private static final List<String> VERDICTS = List.of("yes", "no", "open", "unsettled");

  private static final List<String> EXPECTATIONS = KEYS.subList(KEYS.indexOf("expect"), KEYS.size());

  private final Set<String> names = new HashSet<>();
  private final Set<String> fields;
  private final Set<String> conclusions;
  private final Forms forms;
  private final RuleSet rules;
  private final Problems problems;

  private ScenarioReader(Forms forms, RuleSet rules, Problems problems) {
    this.forms = forms;
    this.rules = rules;
    this.problems = problems;
    // Those with wording count as well: a mistake in their rule is told there, not at every case.
    this.conclusions = new TreeSet<>(forms.conclusions().keySet());
    this.conclusions.addAll(rules.conclusions());
    this.fields = rules.conclusions().stream().flatMap(id -> rules.fieldsOf(id).stream().map(field -> id + "." + field))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Reads files by their names; what is wrong with them becomes problems. */
  public static List<Scenario> read(Map<String, String> files, Forms forms, RuleSet rules, Problems problems) {
    ScenarioReader reader = new ScenarioReader(forms, rules, problems);
    List<Scenario> scenarios = new ArrayList<>();
    files.forEach((file, content) -> YamlNode.parse(file, content, problems)
        .ifPresent(root -> root.list().forEach(node -> scenarios.add(reader.scenario(node)))));
    return List.copyOf(scenarios);
  }

  private Scenario scenario(YamlNode node) {
    node.map(KEYS);
    LocalDate on = node.require("on").flatMap(this::date).orElse(LocalDate.of(2024, 5, 15));
    Map<String, Answer> answers = new LinkedHashMap<>();
    node.get("answers").ifPresent(given -> given.map().forEach((id, value) ->
        answer(id, value, on).ifPresent(answer -> answers.put(id, answer))));
    Map<String, String> verdicts = strings(node, "expect", conclusions);
    node.get("expect").ifPresent(expected -> expected.map().forEach((id, value) -> {
      if (!VERDICTS.contains(value.string())) {
        value.problem("'" + value.string() + "' is not a verdict", Problems.didYouMean(value.string(), VERDICTS));
      }
    }));
    List<String> goals = new ArrayList<>(names(node, "goals", conclusions));
    node.get("journey").ifPresent(journey -> forms.journey(journey.string()).ifPresentOrElse(
        found -> goals.addAll(found.goals()), () -> journey.problem("no journey '" + journey.string() + "'",
            conclusions.contains(journey.string()) ? "write goals: [" + journey.string() + "]" : Problems.didYouMean(journey.string(), forms.journeys().keySet()))));
    if (goals.isEmpty()) {
      goals.addAll(forms.goals());
    }
    verdicts.keySet().stream().filter(id -> !goals.contains(id) && conclusions.contains(id)).forEach(goals::add);
    if (EXPECTATIONS.stream().allMatch(key -> node.get(key).isEmpty())) {
      node.problem("this case expects nothing", "add expect: {Conclusion: yes}");
    }
    node.get("certainty").ifPresent(expected -> expected.map().values().forEach(value -> {
      List<String> words = Arrays.stream(Certainty.values()).map(Certainty::word).toList();
      if (!words.contains(value.string())) {
        value.problem("unknown certainty '" + value.string() + "'", Problems.didYouMean(value.string(), words));
      }
    }));
    node.get("values").ifPresent(expected -> expected.map().forEach((key, value) -> {
      String id = key.replaceFirst("\\..*", "");
      if (!fields.contains(key) && (rules.isConclusion(id) || !conclusions.contains(id))) {
        value.problemOfKey("no value '" + key + "'", Problems.didYouMean(key, fields));
      }
    }));
    node.get("name").ifPresent(name -> {
      if (!names.add(name.string())) {
        name.problem("there is already a case '" + name.string() + "'", "give each case a sentence of its own");
      }
    });
    List<String> ids = forms.ids().toList();
    return new Scenario(node.require("name").map(YamlNode::string).orElse(""), on, List.copyOf(goals), answers,
        verdicts, strings(node, "certainty", conclusions), names(node, "asks", forms.questions().keySet()),
        names(node, "asksNot", forms.questions().keySet()), names(node, "because", ids), names(node, "failed", ids),
        names(node, "openOn", forms.questions().keySet()),
        strings(node, "values", null), node.file(), node.line());
  }

  private Optional<LocalDate> date(YamlNode node) {
    try {
      return Optional.of(LocalDate.parse(node.string()));
    } catch (RuntimeException e) {
      node.problem("'" + node.string() + "' is not a date", "write a date like 2024-05-15");
      return Optional.empty();
    }
  }

  private Optional<Answer> answer(String id, YamlNode value, LocalDate on) {
    Question question = forms.questions().get(id);
    if (question == null) {
      value.problemOfKey("no question '" + id + "'", id.contains(":") ? "write a blank after the colon"
          : conclusions.contains(id) ? "that is a conclusion; it can be expected, not answered"
          : Problems.didYouMean(id, forms.questions().keySet()));
      return Optional.empty();
    }
    Object input = value.isList() ? value.strings() : value.string();
    Reading reading = question.read(input, on);
    if (reading instanceof Reading.Rejected rejected) {
      value.problem("'" + String.join(", ", value.strings()) + "' is not an answer to '" + id + "' ("
          + question.type().word() + ")", rightForm(question, value.strings(), rejected));
      return Optional.empty();
    }
    return Optional.of((Answer) reading);
  }

  /** What an answer to the question looks like; where only its size is wrong, how large it may be. */
  private static String rightForm(Question question, List<String> given, Reading.Rejected rejected) {
    Map<String, ?> bounds = rejected.values();
    if (given.contains("unknown")) {
      return question.dontKnow() ? "'unknown' stands alone" : "this question offers no 'I don't know'";
    }
    List<String> options = question.options().stream().map(Question.Option::id).toList();
    if (!options.isEmpty()) {
      String wrong = given.stream().filter(id -> !options.contains(id)).findFirst().orElse("");
      String meant = Problems.didYouMean(wrong, options);
      return meant.isEmpty() ? "write " + question.type().example() : meant;
    }
    return switch (rejected.key()) {
      case "error-number-range" -> "from " + bounds.get("min") + " to " + bounds.get("max");
      case "error-date-future" -> "not after the day of the case, " + bounds.get("date");
      case "error-date-too-early" -> "not before " + bounds.get("min");
      case "error-date-too-late" -> "not after " + bounds.get("max");
      case "error-period-too-long" -> "at most " + bounds.get("max") + " months";
      default -> "write " + question.type().example();
    };
  }

  private Map<String, String> strings(YamlNode node, String key, Collection<String> known) {
    Map<String, String> values = new LinkedHashMap<>();
    node.get(key).ifPresent(map -> map.map().forEach((id, value) -> {
      if (known != null && !known.contains(id)) {
        value.problemOfKey("no conclusion '" + id + "'", forms.questions().containsKey(id)
            ? "that is a question; it stands among the answers" : Problems.didYouMean(id, known));
      }
      values.put(id, value.string());
    }));
    return values;
  }

  private static List<String> names(YamlNode node, String key, Collection<String> known) {
    List<String> names = new ArrayList<>();
    node.get(key).ifPresent(list -> list.list().forEach(name -> {
      if (!known.contains(name.string())) {
        name.problem("'" + name.string() + "' does not exist", name.string().contains(",")
            ? "write several as a list: [One, Another]" : Problems.didYouMean(name.string(), known));
      }
      names.add(name.string());
    }));
    return List.copyOf(names);
  }
}
