package nl.wegwijzer.web;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.wegwijzer.advice.Wording;
import nl.wegwijzer.forms.Answer;
import nl.wegwijzer.forms.Country;
import nl.wegwijzer.forms.Question;
import nl.wegwijzer.forms.Reading;
import nl.wegwijzer.text.Language;

/**
 * A question as part of an HTML form: its inputs, what was typed into them, and what that amounts to.
 *
 * @param name of the inputs; the parts of a date or period add {@code -day}, {@code -amount} and so on
 * @param typed by input name, exactly as it came
 */
public record Field(Question question, String name, Map<String, List<String>> typed) {

  static final String UNKNOWN = "unknown";
  static final String NONE = "none";
  private static final int MAX_LENGTH = 100;
  private static final List<String> DATE_PARTS = List.of("day", "month", "year");

  /** The field with what came from the form. */
  public static Field typed(Question question, String name, Map<String, List<String>> form) {
    return new Field(question, name, form);
  }

  /** The field as it shows an earlier answer; empty when there is none. */
  public static Field showing(Question question, String name, Answer answer) {
    Map<String, List<String>> typed = new LinkedHashMap<>();
    if (answer instanceof Answer.DontKnow) {
      typed.put(isChosen(question) ? name : name + "-unknown", List.of(UNKNOWN));
    } else if (answer instanceof Answer.YesNo yesNo) {
      typed.put(name, List.of(yesNo.yes() ? "yes" : "no"));
    } else if (answer instanceof Answer.Choices choices) {
      typed.put(name, choices.values().isEmpty() ? List.of(NONE) : choices.values());
    } else if (answer instanceof Answer.Date date) {
      typed.put(name, List.of(date.toJson().toString()));
      typed.put(name + "-day", List.of("" + date.date().getDayOfMonth()));
      typed.put(name + "-month", List.of("" + date.date().getMonthValue()));
      typed.put(name + "-year", List.of("" + date.date().getYear()));
    } else if (answer instanceof Answer.Period period) {
      typed.put(name + "-amount", List.of("" + period.amount()));
      typed.put(name + "-unit", List.of(period.unit() == Answer.Period.Unit.DAYS ? "D" : "M"));
    } else if (answer != null) {
      typed.put(name, List.of(String.valueOf(answer.toJson())));
    }
    return new Field(question, name, typed);
  }

  /** Whether an answer is picked from a list of radios or checkboxes, in which "I don't know" is one more. */
  private static boolean isChosen(Question question) {
    return switch (question.type()) {
      case YES_NO, CHOICE, CHOICES -> true;
      case NUMBER, DATE, COUNTRY, PERIOD -> false;
    };
  }

  /** What the inputs amount to. */
  public Reading read(LocalDate on) {
    if (typed.entrySet().stream().filter(entry -> isMine(entry.getKey()))
        .anyMatch(entry -> entry.getValue().stream().anyMatch(value -> value.length() > MAX_LENGTH))) {
      return Reading.rejected("error-too-long");
    }
    boolean unknown = picked(UNKNOWN) || !value("-unknown").isEmpty();
    if (unknown && !(isChosen(question) ? values().size() == 1 : isEmpty())) {
      return Reading.rejected("error-dont-know-and-answer");
    }
    if (unknown) {
      return question.read(UNKNOWN, on);
    }
    return switch (question.type()) {
      case CHOICES -> readChoices(on);
      case DATE -> readDate(on);
      case PERIOD -> readPeriod(on);
      default -> question.read(value(""), on);
    };
  }

  private Reading readChoices(LocalDate on) {
    if (values().isEmpty()) {
      return Reading.rejected("error-choose-several");
    }
    if (!picked(NONE)) {
      return question.read(values(), on);
    }
    return values().size() == 1 ? question.read(List.of(), on) : Reading.rejected("error-choose-none-alone");
  }

  private Reading readDate(LocalDate on) {
    return isEmpty() ? question.read("", on) : readDate(question, on);
  }

  private Reading readDate(Question asked, LocalDate on) {
    List<String> missing = missingParts();
    if (!missing.isEmpty() && missing.size() < DATE_PARTS.size()) {
      return new Reading.Rejected("error-date-incomplete", Map.of("part", missing.get(0)));
    }
    Reading reading = asked.read(missing.isEmpty()
        ? value("-day") + "-" + value("-month") + "-" + value("-year") : value(""), on);
    return reading instanceof Reading.Rejected rejected && rejected.key().equals("error-date-missing")
        ? Reading.rejected("error-date-not-real") : reading;
  }

  private List<String> missingParts() {
    return DATE_PARTS.stream().filter(part -> value("-" + part).isEmpty()).toList();
  }

  private Reading readPeriod(LocalDate on) {
    if (value("-amount").isEmpty()) {
      return question.read("", on);
    }
    if (!value("-amount").matches("\\d{1,5}")) {
      return Reading.rejected("error-period-amount");
    }
    return value("-unit").isEmpty() ? Reading.rejected("error-period-unit")
        : question.read("P" + value("-amount") + value("-unit"), on);
  }

  /** Whether nothing at all was filled in or ticked. */
  public boolean isBlank() {
    return isEmpty() && value("-unknown").isEmpty();
  }

  /** Whether there is no answer but, perhaps, "I don't know". */
  private boolean isEmpty() {
    return typed.entrySet().stream().filter(entry -> isMine(entry.getKey()) && !entry.getKey().endsWith("-unknown"))
        .filter(entry -> !entry.getKey().equals(name + "-unit"))
        .allMatch(entry -> entry.getValue().stream().allMatch(value -> clean(value).isEmpty()));
  }

  private boolean isMine(String input) {
    return input.equals(name) || input.startsWith(name + "-");
  }

  // --- for the templates

  public String kind() {
    return question.type().word();
  }

  /** What stands in an input: {@code ""} for the main one, {@code "-day"} and so on for a part. */
  public String value(String part) {
    List<String> found = typed.get(name + part);
    return found == null || found.isEmpty() ? "" : clean(found.get(0));
  }

  public boolean picked(String option) {
    return values().contains(option);
  }

  private List<String> values() {
    return typed.getOrDefault(name, List.of()).stream().filter(Objects::nonNull).filter(v -> !v.isBlank()).toList();
  }

  /** The id of the first input, to which an error leads. */
  public String first() {
    return switch (question.type()) {
      case DATE -> typed.containsKey(name + "-day") || !typed.containsKey(name) ? name + "-day" : name;
      case PERIOD -> name + "-amount";
      default -> name;
    };
  }

  /** What is offered to pick from, in the words of a language; for radios, checkboxes and lists. */
  public List<Choice> choices(Language language, Wording wording) {
    List<Choice> choices = new ArrayList<>();
    switch (question.type()) {
      case YES_NO -> {
        choices.add(choice("yes", wording.text("question-yes"), null, choices));
        choices.add(choice("no", wording.text("question-no"), null, choices));
      }
      case CHOICE, CHOICES -> question.options().forEach(option -> choices.add(choice(option.id(),
          option.text().in(language), option.hint().map(hint -> hint.in(language)).orElse(null), choices)));
      case COUNTRY -> {
        for (Country country : question.countries().sorted(language)) {
          choices.add(choice(country.code(), country.name().in(language), null, choices));
        }
      }
      case PERIOD -> {
        for (Unit unit : Unit.values()) {
          choices.add(new Choice(name + "-unit-" + unit.name(), unit.code, wording.text(unit.key), null,
              value("-unit").equals(unit.code)));
        }
      }
      default -> { }
    }
    return choices;
  }

  private Choice choice(String value, String text, String hint, List<Choice> before) {
    return new Choice(before.isEmpty() ? name : name + "-" + (before.size() + 1), value, text, hint, picked(value));
  }

  /** One thing to pick. */
  public record Choice(String id, String value, String text, String hint, boolean picked) {}

  /** The units in which a period can be given. */
  private enum Unit {
    DAYS("D", "question-period-days"),
    WEEKS("W", "question-period-weeks"),
    MONTHS("M", "question-period-months"),
    YEARS("Y", "question-period-years");

    private final String code;
    private final String key;

    Unit(String code, String key) {
      this.code = code;
      this.key = key;
    }
  }

  /** The message for what was rejected, in words. */
  public static String message(Reading.Rejected rejected, Wording wording) {
    return rejected.key().equals("error-date-incomplete")
        ? wording.text(rejected.key(), Map.of("part", wording.text("error-date-part-" + rejected.values().get("part"))))
        : wording.rejected(rejected);
  }

  /** Without the blanks and invisible characters that come along with copying, and with ordinary digits. */
  static String clean(String value) {
    return Normalizer.normalize(value, Normalizer.Form.NFKC).replaceAll("\\p{Cf}", "").strip();
  }
}
