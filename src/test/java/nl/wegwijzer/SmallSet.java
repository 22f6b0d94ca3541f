package nl.wegwijzer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.wegwijzer.advice.Advice;
import nl.wegwijzer.advice.Advisor;
import nl.wegwijzer.advice.Case;
import nl.wegwijzer.forms.Answer;
import nl.wegwijzer.forms.Countries;
import nl.wegwijzer.forms.Forms;
import nl.wegwijzer.forms.FormsReader;
import nl.wegwijzer.knowledge.Knowledge;
import nl.wegwijzer.rules.Engine;
import nl.wegwijzer.rules.RuleSet;
import nl.wegwijzer.rules.RuleSetReader;
import nl.wegwijzer.text.Problem;
import nl.wegwijzer.text.Problems;
import nl.wegwijzer.text.Sections;

/** A small set of rules for one test, with just enough wording around it; every conclusion is a goal. */
public final class SmallSet {

  public static final LocalDate ON = LocalDate.of(2024, 5, 15);
  public static final Sections SECTIONS =
      Sections.read("data/sources.csv", "id,kind,first_line,last_line,nl,en\nS,section,1,99,S,S\n", new Problems());
  private static final Countries COUNTRIES = Countries.read("data/countries.csv", """
      code,nl,en,group,mvvExempt
      SY,Syrië,Syria,third-country,no
      JP,Japan,Japan,third-country,yes
      DE,Duitsland,Germany,eu,no
      """, new Problems());
  private static final Pattern TRUTH = Pattern.compile("(\\w+) : boolean");
  private static final Pattern TEXT_TESTED = Pattern.compile("(\\w+) == \"((?:[^\"\\\\]|\\\\.)+)\"");
  private static final Pattern CONCLUDED = Pattern.compile("new\\s+(\\w+)\\s*\\(");
  private static final String TEXT = "{nl: \"n\", en: \"e\"}";

  private final Forms forms;
  private final RuleSet rules;
  private final List<Problem> problems;
  private Engine engine;
  private Advisor advisor;

  private SmallSet(Forms forms, RuleSet rules, List<Problem> problems) {
    this.forms = forms;
    this.rules = rules;
    this.problems = problems;
  }

  /**
   * A set without mistakes.
   *
   * @param questions one per line: {@code Name: type option option …}
   * @param rules the body of a DRL file; {@code @source} is added where it is missing
   */
  public static SmallSet of(String questions, String rules) {
    SmallSet set = withMistakes(questions, rules);
    assertThat(set.problems).isEmpty();
    return set;
  }

  public static SmallSet withMistakes(String questions, String rules) {
    String drl = "package wegwijzer\n" + rules.replaceAll("(rule \"[^\"\n]*\")(?!\\s*@source)", "$1 @source(\"S: 1\")");
    Problems problems = new Problems();
    Forms forms = FormsReader.read(Map.of("forms/interface.yaml", project("forms/interface.yaml"), "forms/small.yaml",
        forms(questions, concluded(rules)) + texts(rules)), COUNTRIES, problems);
    RuleSet ruleSet = RuleSetReader.read(Map.of("rules/small.drl", drl), forms, SECTIONS, problems);
    return new SmallSet(forms, ruleSet, problems.list());
  }

  /** A file of the project itself. */
  public static String project(String path) {
    try {
      return Files.readString(Path.of(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> concluded(String rules) {
    Set<String> names = new LinkedHashSet<>();
    Matcher matcher = CONCLUDED.matcher(rules);
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }

  /** Words for what the rules test, where those of the project do not do. */
  private static String texts(String rules) {
    Set<String> keys = new TreeSet<>();
    TRUTH.matcher(rules).results().forEach(found -> keys.add(Forms.wordsOf(found.group(1))));
    TEXT_TESTED.matcher(rules).results().forEach(found -> keys.add(Forms.wordsOf(found.group(1), found.group(2))));
    keys.removeIf(key -> project("forms/interface.yaml").contains("  " + key + ":"));
    StringBuilder yaml = new StringBuilder("texts:\n");
    keys.forEach(key -> yaml.append("  ").append(key).append(": ").append(TEXT).append('\n'));
    return yaml.toString();
  }

  private static String forms(String questions, Set<String> conclusions) {
    StringBuilder yaml = new StringBuilder("questions:\n");
    questions.lines().filter(line -> !line.isBlank()).forEach(line -> {
      String[] parts = line.strip().split("[: ]+");
      yaml.append("  ").append(parts[0]).append(":\n    type: ").append(parts[1]).append("\n    ask: ").append(TEXT)
          .append("\n    label: ").append(TEXT).append('\n');
      if (parts.length > 2) {
        yaml.append("    options:\n");
        for (int i = 2; i < parts.length; i++) {
          yaml.append("      ").append(parts[i]).append(": {nl: \"n\", en: \"e\", explain: ").append(TEXT).append("}\n");
        }
      }
    });
    yaml.append("conclusions:\n");
    conclusions.forEach(id -> yaml.append("  ").append(id).append(": {label: ").append(TEXT).append(", met: ")
        .append(TEXT).append(", notMet: ").append(TEXT).append(", open: ").append(TEXT).append("}\n"));
    yaml.append("outcomes:\n");
    conclusions.forEach(id -> {
      String said = "{headline: " + TEXT + ", now: [" + TEXT + "]}";
      yaml.append("  ").append(id).append(": {topic: ").append(TEXT).append(", yes: ").append(said).append(", no: ")
          .append(said).append(", open: ").append(said).append(", unsettled: ").append(said).append("}\n");
    });
    yaml.append("journeys:\n  All: {slug: {nl: alles, en: all}, title: ").append(TEXT).append(", summary: ")
        .append(TEXT).append(", audience: [migrant], goals: [").append(String.join(", ", conclusions)).append("]}\n");
    return yaml.toString();
  }

  public Forms forms() {
    return forms;
  }

  public RuleSet rules() {
    return rules;
  }

  public List<Problem> problems() {
    return problems;
  }

  public Engine engine() {
    if (engine == null) {
      engine = Engine.compile(rules, forms, Engine.Mode.CLASSIC);
    }
    return engine;
  }

  /** The whole as it would be served. */
  public Knowledge knowledge() {
    return new Knowledge("small", forms, rules, SECTIONS, List.of(), null,
        CompletableFuture.completedFuture(engine()), advisor(), Map.of());
  }

  /** The whole without Drools, for what the lifted rules answer alone. */
  public Knowledge lifted() {
    return new Knowledge("small", forms, rules, SECTIONS, List.of(), null, null,
        Advisor.lifted(forms, rules), Map.of());
  }

  private Advisor advisor() {
    if (advisor == null) {
      advisor = new Advisor("small", forms, rules, this::engine);
    }
    return advisor;
  }

  /** Advice on one goal, confirmed by Drools, from {@code Question, answer, Question, answer, …}. */
  public Advice.Goal goal(String goal, Object... answers) {
    return advise(ON, List.of(goal), answers).goal(goal);
  }

  /** The verdict on one goal, as the API writes it. */
  public String verdict(String goal, Object... answers) {
    return goal(goal, answers).verdict().word();
  }

  /** The ids of the questions that can be asked next. */
  public List<String> asks(String goal, Object... answers) {
    return advise(ON, List.of(goal), answers).next().stream().map(Advice.Ask::question).toList();
  }

  public Advice advise(LocalDate on, List<String> goals, Object... answers) {
    return advisor().advise(new Case(on, goals, answers(on, answers)));
  }

  public Map<String, Answer> answers(LocalDate on, Object... pairs) {
    Map<String, Answer> answers = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      answers.put((String) pairs[i], (Answer) forms.question((String) pairs[i]).read(pairs[i + 1], on));
    }
    return answers;
  }
}
