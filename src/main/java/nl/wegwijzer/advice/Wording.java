package nl.wegwijzer.advice;

import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.wegwijzer.forms.Answer;
import nl.wegwijzer.forms.Conclusion;
import nl.wegwijzer.forms.Forms;
import nl.wegwijzer.forms.Outcome;
import nl.wegwijzer.forms.Question;
import nl.wegwijzer.forms.Reading;
import nl.wegwijzer.rules.Certainty;
import nl.wegwijzer.rules.Citation;
import nl.wegwijzer.rules.Rule;
import nl.wegwijzer.rules.RuleSet;
import nl.wegwijzer.rules.Test;
import nl.wegwijzer.text.Language;

/** Says an advice in one language, from the sentences in {@code forms/}. */
public final class Wording {

  private final Forms forms;
  private final Language language;
  private final DateTimeFormatter dates;

  public Wording(Forms forms, Language language) {
    this.forms = forms;
    this.language = language;
    this.dates = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(language.locale());
  }

  public Language language() {
    return language;
  }

  /** A sentence of the interface. */
  public String text(String key) {
    return forms.text(key).in(language);
  }

  /** A sentence of the interface with its placeholders filled; dates and numbers are written out. */
  public String text(String key, Map<String, ?> values) {
    return forms.text(key).in(language, written(values));
  }

  public String date(LocalDate date) {
    return dates.format(date);
  }

  public String number(long number) {
    return NumberFormat.getIntegerInstance(language.locale()).format(number);
  }

  /** The short name of a question or a conclusion. */
  public String label(String id) {
    if (id.equals(RuleSet.REFERENCE_DATE)) {
      return text("date-reference-label");
    }
    Question question = forms.questions().get(id);
    return question != null ? question.label().in(language) : forms.conclusion(id).label().in(language);
  }

  /** The name of a condition; one that must not hold says so. */
  public String label(Advice.Row row) {
    String label = label(row.id());
    return row.negated() ? text("condition-negated", Map.of("label", label)) : label;
  }

  public String rejected(Reading.Rejected rejected) {
    return text(rejected.key(), rejected.values());
  }

  // --- the outcome of a goal

  public String topic(String goal) {
    return forms.outcome(goal).topic().in(language);
  }

  /** The answer in one sentence. */
  public String headline(Advice.Goal goal) {
    return said(goal).headline().in(language, valuesFor(goal));
  }

  /** What to do now, in order. */
  public List<String> now(Advice.Goal goal) {
    return said(goal).now().stream().map(text -> text.in(language, valuesFor(goal))).toList();
  }

  public List<String> documents(Advice.Goal goal) {
    return said(goal).documents().stream().map(text -> text.in(language)).toList();
  }

  public Optional<String> authority(Advice.Goal goal) {
    return forms.outcome(goal.id()).authority().map(authority -> authority.who().in(language));
  }

  public Optional<String> contact(Advice.Goal goal) {
    return forms.outcome(goal.id()).authority().flatMap(Outcome.Authority::contact).map(text -> text.in(language));
  }

  private Outcome.Said said(Advice.Goal goal) {
    Outcome outcome = forms.outcome(goal.id());
    return switch (goal.verdict()) {
      case YES -> outcome.yes();
      case NO -> outcome.no();
      case OPEN -> outcome.open();
      case UNSETTLED -> outcome.unsettled().orElse(outcome.open());
    };
  }

  private Map<String, Object> valuesFor(Advice.Goal goal) {
    Map<String, Object> written = written(goal.values());
    goal.values().forEach((key, value) -> {
      if (key.startsWith(goal.id() + ".")) {
        written.put(key.substring(goal.id().length() + 1), value(value));
      }
    });
    return written;
  }

  /** The verdict as a word, softened where the certainty asks for it. */
  public String verdict(Advice.Goal goal) {
    String key = "verdict-" + goal.verdict().word();
    String softened = goal.certainty() == null ? key : key + "-" + switch (goal.certainty()) {
      case DISCRETIONARY -> goal.verdict() == Verdict.YES ? "discretionary" : "default";
      case DEFAULT, OPEN_LIST -> "default";
      default -> "";
    };
    return text(forms.texts().containsKey(softened) ? softened : key);
  }

  public String verdict(Verdict verdict) {
    return text("verdict-" + verdict.word());
  }

  public String certainty(Certainty certainty) {
    return text("certainty-" + certainty.word());
  }

  public String certaintyMeaning(Certainty certainty) {
    return text("certainty-" + certainty.word() + "-explained");
  }

  // --- reasons

  /** A row of the checklist as a sentence. */
  public String sentence(Advice.Row row) {
    if (row.met() != null) {
      return sentence(row.met());
    }
    if (row.unmet() != null) {
      return sentence(row.unmet());
    }
    Conclusion conclusion = forms.conclusions().get(row.id());
    return conclusion == null ? label(row.id()) : conclusion.open().in(language);
  }

  public String sentence(Reason reason) {
    if (reason instanceof Reason.Concluded concluded) {
      return forms.conclusion(concluded.conclusion()).met().in(language, written(concluded.values()));
    }
    if (reason instanceof Reason.Absent absent) {
      return forms.conclusion(absent.conclusion()).notMet().in(language);
    }
    if (reason instanceof Reason.Answered answered) {
      return label(answered.question()) + ": " + answer(answered.question(), answered.given());
    }
    if (reason instanceof Reason.LeftOpen leftOpen) {
      return leftOpen.because().isEmpty() ? forms.conclusion(leftOpen.conclusion()).open().in(language)
          : leftOpen.because().stream().map(this::sentence).collect(Collectors.joining(" "));
    }
    return onDate(((Reason.OnDate) reason).on());
  }

  private String onDate(LocalDate on) {
    return label(RuleSet.REFERENCE_DATE) + ": " + date(on);
  }

  public String sentence(Failure failure) {
    if (failure instanceof Failure.NotMet notMet) {
      return forms.conclusion(notMet.conclusion()).notMet().in(language);
    }
    if (failure instanceof Failure.Excluded excluded) {
      return sentence(excluded.because());
    }
    if (failure instanceof Failure.WrongAnswer wrong) {
      return label(wrong.question()) + ": " + answer(wrong.question(), wrong.given());
    }
    if (failure instanceof Failure.WrongValue wrong) {
      return sentence(wrong.because());
    }
    return onDate(((Failure.WrongDate) failure).on());
  }

  /** What the rule asks of an answer, for example "one of: spouse, partner" or "on or before 10 April 2024". */
  public String required(String question, List<Test> tests) {
    return tests.stream().map(test -> required(question, test)).collect(Collectors.joining(", "));
  }

  private String required(String question, Test test) {
    Object first = test.values().get(0);
    List<String> values = test.values().stream().map(value -> value(question, test.property(), value)).toList();
    String value = values.get(0);
    String all = String.join(", ", values);
    if (first instanceof Boolean yes) {
      return property(question, test.property(), yes == (test.operator() == Test.Operator.EQUAL));
    }
    boolean day = first instanceof LocalDate;
    return switch (test.operator()) {
      case EQUAL -> day ? text("condition-on", Map.of("date", first)) : value;
      case NOT_EQUAL -> text("condition-not-equals", Map.of("value", value));
      case LESS -> day ? text("condition-before", Map.of("date", first)) : text("condition-less-than", Map.of("n", value));
      case AT_MOST -> day ? text("condition-on-or-before", Map.of("date", first))
          : text("condition-at-most", Map.of("n", value));
      case MORE -> day ? text("condition-after", Map.of("date", first)) : text("condition-more-than", Map.of("n", value));
      case AT_LEAST -> day ? text("condition-on-or-after", Map.of("date", first))
          : text("condition-at-least", Map.of("n", value));
      case IN -> values.size() == 1 ? value : text("condition-one-of", Map.of("values", all));
      case NOT_IN -> text("condition-not-one-of", Map.of("values", all));
      case CONTAINS -> text("condition-contains", Map.of("value", value));
      case NOT_CONTAINS -> text("condition-not-contains", Map.of("value", value));
    };
  }

  /** "yes" for a yes/no question; for a property of a country the name of the property. */
  private String property(String question, String property, boolean wanted) {
    String yesNo = text(wanted ? "condition-yes" : "condition-no");
    return property.equals("yes") ? yesNo : propertyName(property) + ": " + yesNo;
  }

  private String propertyName(String property) {
    String key = Forms.wordsOf(property);
    return forms.texts().containsKey(key) ? text(key) : property;
  }

  private String value(String question, String property, Object value) {
    if (value instanceof String id) {
      Question asked = forms.questions().get(question);
      Optional<String> option = asked == null ? Optional.empty()
          : asked.option(id).map(found -> found.text().in(language));
      if (option.isPresent()) {
        return option.get();
      }
      if (property.equals("code")) {
        return forms.countries().find(id).map(country -> country.name().in(language)).orElse(id);
      }
      String key = Forms.wordsOf(property, id);
      return forms.texts().containsKey(key) ? text(key) : id;
    }
    return value(value);
  }

  private String value(Object value) {
    if (value instanceof LocalDate date) {
      return date(date);
    }
    if (value instanceof Boolean yes) {
      return text(yes ? "condition-yes" : "condition-no");
    }
    // Years and small counts read best as they are.
    return String.valueOf(value);
  }

  private Map<String, Object> written(Map<String, ?> values) {
    Map<String, Object> written = new LinkedHashMap<>();
    values.forEach((key, value) -> written.put(key, value(value)));
    return written;
  }

  // --- answers and questions

  public String answer(String question, Answer answer) {
    if (answer == null) {
      return text("question-not-stated");
    }
    if (answer instanceof Answer.DontKnow) {
      return text("answers-dont-know");
    }
    if (answer instanceof Answer.YesNo yesNo) {
      return text(yesNo.yes() ? "question-yes" : "question-no");
    }
    if (answer instanceof Answer.Choice choice) {
      return value(question, "value", choice.value());
    }
    if (answer instanceof Answer.Choices choices) {
      return choices.values().isEmpty() ? text("question-none-of-these")
          : choices.values().stream().map(id -> value(question, "values", id)).collect(Collectors.joining(", "));
    }
    if (answer instanceof Answer.Number number) {
      String unit = forms.question(question).range().unit().in(language);
      return unit.isEmpty() ? String.valueOf(number.value()) : number.value() + " " + unit;
    }
    if (answer instanceof Answer.Date date) {
      return date(date.date());
    }
    if (answer instanceof Answer.Country country) {
      return country.country().name().in(language);
    }
    Answer.Period period = (Answer.Period) answer;
    return period.amount() + " "
        + text(period.unit() == Answer.Period.Unit.DAYS ? "question-period-days" : "question-period-months");
  }

  /** Why an answer leads nowhere here, where the form explains it. */
  public Optional<String> explain(String question, Answer answer) {
    return answer instanceof Answer.Choice choice
        ? forms.question(question).option(choice.value()).flatMap(Question.Option::explain)
            .map(text -> text.in(language)) : Optional.empty();
  }

  /** Why a question is asked: the conditions that need it, each with the goal it can decide. */
  public List<String> why(Advice.Ask ask) {
    LinkedHashSet<String> sentences = new LinkedHashSet<>();
    forms.question(ask.question()).why().ifPresent(why -> sentences.add(why.in(language)));
    ask.because().forEach(need -> {
      String goal = topic(need.goal());
      String condition = label(need.conclusion());
      sentences.add(goal.equals(condition) || need.goal().equals(need.conclusion()) ? goal : goal + ": " + condition);
    });
    return List.copyOf(sentences);
  }

  // --- sources and deadlines

  /** The places in the report on which a rule rests, each in words. */
  public List<String> sources(Rule rule) {
    List<String> places = new ArrayList<>();
    for (Citation citation : rule.sources()) {
      boolean one = citation.lines().size() == 1 && citation.lines().get(0).first() == citation.lines().get(0).last();
      String lines = citation.lines().stream().map(Citation.Lines::toString).collect(Collectors.joining(", "));
      places.add(text(one ? "outcome-source-place" : "outcome-source-place-several",
          Map.of("section", citation.section().name().in(language), "lines", lines)));
    }
    return places;
  }

  /** All places of a rule in one line. */
  public String source(Rule rule) {
    return text("outcome-source-all", Map.of("places", String.join("; ", sources(rule))));
  }

  /** How the term of a deadline is counted. */
  public String convention(Advice.Deadline deadline) {
    return text("outcome-deadline-convention-" + deadline.convention());
  }
}
