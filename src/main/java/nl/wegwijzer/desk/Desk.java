package nl.wegwijzer.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nl.wegwijzer.advice.Wording;
import nl.wegwijzer.forms.Answer;
import nl.wegwijzer.forms.Dates;
import nl.wegwijzer.forms.Journey;
import nl.wegwijzer.forms.Question;
import nl.wegwijzer.forms.Reading;
import nl.wegwijzer.web.Field;
import nl.wegwijzer.web.Here;
import nl.wegwijzer.web.Walk;

/** What stands on the desk: the questions with what was filled in, and one or two scenarios worked out. */
final class Desk {

  private static final int MAX_DATE = 40;

  /** A question with its inputs in each scenario. */
  record Line(String id, String label, String hint, String state, boolean counts, boolean differs,
      List<Input> inputs) {}

  /** The inputs of one scenario for one question. */
  record Input(String letter, Field field, List<Field.Choice> choices, String unit, String error) {}

  /** A mistake in what was filled in, and the input it is about. */
  record Mistake(String input, String text) {}

  private final Here here;
  private final String journey;
  private final boolean comparing;
  private final LocalDate on;
  private final String typedDate;
  private final List<Scenario> scenarios = new ArrayList<>();
  private final List<Line> lines = new ArrayList<>();
  private final List<Mistake> mistakes = new ArrayList<>();
  private int unanswered;

  private Desk(Here here, String journey, Map<String, List<String>> form) {
    this.here = here;
    this.journey = here.forms().journeys().containsKey(journey) ? journey : "";
    String action = first(form, "action");
    this.comparing = action.equals("compare") || !action.equals("single") && form.containsKey("comparing");
    this.typedDate = form.containsKey("on") ? first(form, "on") : here.on().toString();
    Optional<LocalDate> date = typedDate.length() > MAX_DATE ? Optional.empty() : Dates.read(typedDate.strip());
    this.on = date.orElse(here.today());
    if (date.isEmpty()) {
      mistakes.add(new Mistake("on", here.wording().text("error-date-not-real")));
    }
    boolean copying = action.equals("copy") || action.equals("compare") && !form.containsKey("comparing");
    build(action.equals("reset") ? Map.of() : form, copying);
  }

  static Desk fresh(Here here, String journey) {
    return new Desk(here, journey, Map.of());
  }

  static Desk filled(Here here, Map<String, List<String>> form) {
    return new Desk(here, first(form, "journey"), form);
  }

  private void build(Map<String, List<String>> form, boolean copying) {
    Wording wording = here.wording();
    List<String> goals = goals();
    Collection<String> needed = here.knowledge().rules().closure(goals);
    List<Question> questions = here.forms().questions().values().stream()
        .filter(question -> needed.contains(question.id())).toList();
    List<String> letters = comparing ? List.of("a", "b") : List.of("a");
    Map<String, List<Input>> inputs = new LinkedHashMap<>();
    for (String letter : letters) {
      Map<String, Answer> answers = new LinkedHashMap<>();
      String source = copying ? "a" : letter;
      for (Question question : questions) {
        Field field = field(question, source, letter, form);
        String error = null;
        if (!field.isBlank()) {
          Reading reading = field.read(on);
          if (reading instanceof Answer answer) {
            answers.put(question.id(), answer);
          } else {
            error = Field.message((Reading.Rejected) reading, wording);
            mistakes.add(new Mistake(field.first(), question.label().in(here.language()) + ": " + error));
          }
        }
        inputs.computeIfAbsent(question.id(), id -> new ArrayList<>()).add(new Input(letter, field,
            field.choices(here.language(), wording), question.range().unit().in(here.language()), error));
      }
      scenarios.add(new Scenario(letter, new Walk(here.knowledge(), goals, on, answers), here));
    }
    questions.forEach(question -> lines.add(line(question, inputs.get(question.id()))));
  }

  private static Field field(Question question, String source, String letter, Map<String, List<String>> form) {
    String from = source + "-" + question.id();
    String to = letter + "-" + question.id();
    Map<String, List<String>> typed = new LinkedHashMap<>();
    form.forEach((name, values) -> {
      boolean mine = name.equals(from) || name.startsWith(from + "-");
      if (mine && values.stream().anyMatch(value -> value != null && !value.isBlank())) {
        typed.put(to + name.substring(from.length()),
            values.stream().filter(value -> value != null && !value.isBlank()).toList());
      }
    });
    return Field.typed(question, to, typed);
  }

  private Line line(Question question, List<Input> inputs) {
    String id = question.id();
    boolean counts = scenarios.stream().anyMatch(scenario -> scenario.counts(id));
    boolean answered = scenarios.stream().allMatch(scenario -> scenario.walk().answers().containsKey(id));
    if (!answered && counts) {
      unanswered++;
    }
    boolean differs = comparing && !Objects.equals(scenarios.get(0).walk().answers().get(id),
        scenarios.get(1).walk().answers().get(id));
    return new Line(id, question.label().in(here.language()), question.hint().map(h -> h.in(here.language())).orElse(""),
        here.wording().text(counts ? "desk-relevant" : "desk-irrelevant"), counts, differs, inputs);
  }

  private List<String> goals() {
    return here.forms().journey(journey).map(Journey::goals).orElseGet(() -> List.copyOf(here.forms().goals()));
  }

  private static String first(Map<String, List<String>> form, String name) {
    List<String> values = form.get(name);
    return values == null || values.isEmpty() || values.get(0) == null ? "" : values.get(0);
  }

  // --- for the template

  public String journey() {
    return journey;
  }

  public boolean comparing() {
    return comparing;
  }

  public String date() {
    return typedDate;
  }

  public LocalDate on() {
    return on;
  }

  public List<Line> lines() {
    return lines;
  }

  public List<Mistake> mistakes() {
    return mistakes;
  }

  public List<Scenario> scenarios() {
    return scenarios;
  }

  public int unanswered() {
    return unanswered;
  }

  /** The verdicts of each goal, one per scenario, side by side. */
  public List<Verdicts> verdicts() {
    return goals().stream().map(goal -> new Verdicts(here.wording().topic(goal),
        scenarios.stream().map(scenario -> scenario.result(goal)).toList())).toList();
  }

  /** One goal in each scenario. */
  record Verdicts(String topic, List<Scenario.Result> results) {

    public boolean differs() {
      return results.size() > 1 && !results.get(0).summary().equals(results.get(1).summary());
    }
  }

  /** The answers that differ between the scenarios, in words. */
  public List<String> answerDifferences() {
    Wording wording = here.wording();
    return lines.stream().filter(Line::differs).map(line -> wording.text("desk-difference",
        Map.of("what", line.label(), "a", wording.answer(line.id(), scenarios.get(0).walk().answers().get(line.id())),
            "b", wording.answer(line.id(), scenarios.get(1).walk().answers().get(line.id()))))).toList();
  }

  /** The goals that come out differently, in words. */
  public List<String> outcomeDifferences() {
    return verdicts().stream().filter(Verdicts::differs).map(goal -> here.wording().text("desk-difference",
        Map.of("what", goal.topic(), "a", goal.results().get(0).summary(), "b", goal.results().get(1).summary())))
        .toList();
  }
}
