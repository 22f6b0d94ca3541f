package nl.wegwijzer.authoring;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.wegwijzer.advice.Case;
import nl.wegwijzer.advice.Wording;
import nl.wegwijzer.forms.Answer;
import nl.wegwijzer.forms.Dates;
import nl.wegwijzer.forms.Forms;
import nl.wegwijzer.forms.Question;
import nl.wegwijzer.forms.Reading;
import nl.wegwijzer.knowledge.CaseReader;
import nl.wegwijzer.knowledge.Scenario;
import nl.wegwijzer.knowledge.ScenarioReader;
import nl.wegwijzer.text.Problems;
import nl.wegwijzer.web.Field;
import nl.wegwijzer.web.Here;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A case being tried, as it was filled in or pasted: its inputs, what is wrong with them, and the case they amount to. */
final class Trying {

  /** The topic of a case whose goals are no journey. */
  static final String GOALS = "goals";
  static final String ALL = "all";
  private static final int MAX_DATE = 40;
  /** What every scenario has: a key at the beginning of a line. */
  private static final Pattern KEY = Pattern.compile("(?m)^[\\s-]*\\w+\\s*:");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** A question with its one input. */
  record Line(String id, String label, Input input) {}

  /** What the small inputs of a question need. */
  record Input(Field field, List<Field.Choice> choices, String unit, String error) {}

  /** A mistake in what was filled in, and the input it is about; {@code language} that of the text. */
  record Mistake(String input, String text, String language) {}

  private final Here here;
  private final String topic;
  private final List<String> goals;
  private final Map<String, Answer> answers = new LinkedHashMap<>();
  private final List<Line> lines = new ArrayList<>();
  private final List<Mistake> mistakes = new ArrayList<>();
  private LocalDate on;
  private String typedDate;
  private String pasted = "";
  private Scenario scenario;
  private int more;

  private Trying(Here here, String topic, List<String> goals) {
    this.here = here;
    this.topic = topic;
    this.goals = goals;
    this.on = here.on();
    this.typedDate = on.toString();
  }

  /** Empty inputs for a journey, or for everything. */
  static Trying fresh(Here here, String journey) {
    Trying trying = about(here, journey, List.of());
    trying.show();
    return trying;
  }

  /** A case that is there already. */
  static Trying of(Here here, Case given, String journey) {
    Trying trying = about(here, journey, given.goals());
    trying.on = given.on();
    trying.typedDate = given.on().toString();
    trying.answers.putAll(given.answers());
    trying.show();
    return trying;
  }

  /** What was filled in. */
  static Trying filled(Here here, Map<String, List<String>> form) {
    List<String> known = split(first(form, GOALS)).stream()
        .filter(here.forms().conclusions()::containsKey).toList();
    Trying trying = about(here, first(form, "journey"), known);
    trying.typedDate = first(form, "on");
    trying.readDate();
    trying.read(form);
    return trying;
  }

  /** A scenario with what it expects. */
  static Trying of(Here here, Scenario scenario) {
    Trying trying = of(here, scenario.toCase(), "");
    trying.scenario = scenario;
    return trying;
  }

  /** What was pasted: JSON as the API takes it, or a scenario as it stands in a {@code .cases.yaml} file. */
  static Trying pasted(Here here, String text) {
    Trying trying = text.isBlank() || text.stripLeading().startsWith("{") ? json(here, text) : yaml(here, text);
    // A case in JSON is shown as it was understood.
    trying.pasted = trying.scenario == null && trying.mistakes.isEmpty() ? "" : text;
    return trying;
  }

  private static Trying yaml(Here here, String text) {
    if (!KEY.matcher(text).find()) {
      Trying trying = fresh(here, ALL);
      trying.mistake("json", here.wording().text("authoring-paste-wrong"));
      return trying;
    }
    Problems problems = new Problems();
    List<Scenario> scenarios =
        ScenarioReader.read(Map.of("", text), here.forms(), here.knowledge().rules(), problems);
    if (!problems.isEmpty() || scenarios.isEmpty()) {
      Trying trying = fresh(here, ALL);
      problems.list().forEach(problem ->
          trying.mistakes.add(new Mistake("json", problem.toString().replaceFirst("^:", ""), "en")));
      return trying;
    }
    Trying trying = of(here, scenarios.get(0));
    trying.more = scenarios.size() - 1;
    return trying;
  }

  private static Trying json(Here here, String text) {
    Map<String, ?> body;
    try {
      body = JSON.readValue(text, Map.class);
    } catch (JacksonException e) {
      Trying trying = fresh(here, ALL);
      String where = e.getLocation() == null ? "" : e.getLocation().getLineNr() + ":" + e.getLocation().getColumnNr();
      trying.mistake("json", here.wording().text("authoring-json-wrong", Map.of("place", where)));
      return trying;
    }
    CaseReader.ReadCase read = CaseReader.read(here.knowledge(), body == null ? Map.of() : body, here.today());
    String journey = body != null && body.get("journey") instanceof String id && body.get(GOALS) == null ? id : "";
    Trying trying = read.value().map(given -> of(here, given, journey)).orElseGet(() -> fresh(here, ALL));
    read.mistakes().forEach(mistake ->
        trying.mistakes.add(new Mistake("json", mistake.pointer() + ": " + mistake.detail(), "en")));
    return trying;
  }

  private static Trying about(Here here, String journey, List<String> goals) {
    Forms forms = here.forms();
    if (forms.journeys().containsKey(journey)) {
      return new Trying(here, journey, forms.journeys().get(journey).goals());
    }
    return goals.isEmpty() || goals.equals(List.copyOf(forms.goals())) || journey.equals(ALL)
        ? new Trying(here, ALL, List.copyOf(forms.goals())) : new Trying(here, GOALS, goals);
  }

  private static List<String> split(String list) {
    return list.isBlank() ? List.of() : List.of(list.strip().split("[,\\s]+"));
  }

  private static String first(Map<String, List<String>> form, String name) {
    List<String> values = form.get(name);
    return values == null || values.isEmpty() || values.get(0) == null ? "" : values.get(0);
  }

  private void readDate() {
    Optional<LocalDate> date = typedDate.length() > MAX_DATE ? Optional.empty() : Dates.read(typedDate.strip());
    date.ifPresentOrElse(found -> on = found,
        () -> mistake("on", here.wording().text("error-date-not-real")));
  }

  private void mistake(String input, String text) {
    mistakes.add(new Mistake(input, text, here.language().tag()));
  }

  private List<Question> questions() {
    Collection<String> needed = here.knowledge().rules().closure(goals);
    return here.forms().questions().values().stream()
        .filter(question -> needed.contains(question.id()) || answers.containsKey(question.id())).toList();
  }

  private void show() {
    questions().forEach(question -> add(Field.showing(question, question.id(), answers.get(question.id())), null));
  }

  private void read(Map<String, List<String>> form) {
    Map<String, List<String>> typed = new LinkedHashMap<>();
    form.forEach((name, values) -> {
      List<String> filled = values.stream().filter(value -> value != null && !value.isBlank()).toList();
      if (!filled.isEmpty()) {
        typed.put(name, filled);
      }
    });
    for (Question question : questions()) {
      Field field = Field.typed(question, question.id(), typed);
      String error = null;
      if (!field.isBlank()) {
        Reading reading = field.read(on);
        if (reading instanceof Answer answer) {
          answers.put(question.id(), answer);
        } else {
          error = Field.message((Reading.Rejected) reading, wording());
          mistake(field.first(), wording().label(question.id()) + ": " + error);
        }
      }
      add(field, error);
    }
  }

  private void add(Field field, String error) {
    Question question = field.question();
    lines.add(new Line(question.id(), wording().label(question.id()), new Input(field,
        field.choices(here.language(), wording()), question.range().unit().in(here.language()), error)));
  }

  private Wording wording() {
    return here.wording();
  }

  /** The case, unless something is wrong with it. */
  Optional<Case> toCase() {
    return mistakes.isEmpty() ? Optional.of(new Case(on, goals, answers)) : Optional.empty();
  }

  // --- for the template

  public String topic() {
    return topic;
  }

  public List<String> goals() {
    return goals;
  }

  public String date() {
    return typedDate;
  }

  public List<Line> lines() {
    return lines;
  }

  public List<Mistake> mistakes() {
    return mistakes;
  }

  /** There is one case at a time here; the inputs that the desk shares with this page ask. */
  public boolean comparing() {
    return false;
  }

  /** What the case is expected to lead to; empty when it is no scenario. */
  Optional<Scenario> scenario() {
    return Optional.ofNullable(scenario);
  }

  /** How many scenarios were pasted after the one that is run. */
  public int more() {
    return more;
  }

  /** What was pasted; else the case as JSON that can be pasted here and sent to the API. */
  public String pasted() {
    return pasted.isEmpty() ? toCase().map(given -> CaseText.json(given, topic)).orElse("") : pasted;
  }
}
