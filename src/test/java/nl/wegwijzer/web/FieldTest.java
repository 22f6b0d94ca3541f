package nl.wegwijzer.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.wegwijzer.forms.Answer;
import nl.wegwijzer.forms.Forms;
import nl.wegwijzer.forms.Countries;
import nl.wegwijzer.forms.FormsReader;
import nl.wegwijzer.forms.Question;
import nl.wegwijzer.forms.Reading;
import nl.wegwijzer.text.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldTest {

  private static final LocalDate ON = LocalDate.of(2024, 5, 15);
  private static final Forms FORMS = forms();

  @Test
  void yesNoIsOneRadio() {
    assertThat(read("YesNo", "answer", "yes")).isEqualTo(new Answer.YesNo(true));
    assertThat(read("YesNo", "answer", "unknown")).isEqualTo(Answer.DONT_KNOW);
    assertThat(rejected("YesNo")).isEqualTo("error-choose");
    assertThat(rejected("YesNo", "answer", "<script>")).isEqualTo("error-choose-known");
  }

  @Test
  void choicesAreCheckboxes() {
    assertThat(read("Choices", "answer", "a", "answer", "b")).isEqualTo(new Answer.Choices(List.of("a", "b")));
    assertThat(read("Choices", "answer", "none")).isEqualTo(new Answer.Choices(List.of()));
    assertThat(read("Choices", "answer", "unknown")).isEqualTo(Answer.DONT_KNOW);
    assertThat(rejected("Choices")).isEqualTo("error-choose-several");
    assertThat(rejected("Choices", "answer", "none", "answer", "a")).isEqualTo("error-choose-none-alone");
    assertThat(rejected("Choices", "answer", "unknown", "answer", "a")).isEqualTo("error-dont-know-and-answer");
    assertThat(rejected("Choices", "answer", "zzz")).isEqualTo("error-choose-known");
  }

  @ParameterizedTest
  @CsvSource({"27,3,2024", "27,maart,2024", "27,Mar,2024", "２７,３,２０２４", "' 27 ',03, 2024 "})
  void aDateIsThreeFieldsAsPeopleTypeThem(String day, String month, String year) {
    assertThat(read("Date", "answer-day", day, "answer-month", month, "answer-year", year))
        .isEqualTo(new Answer.Date(LocalDate.of(2024, 3, 27)));
  }

  @Test
  void aDateSaysWhatIsWrongWithIt() {
    assertThat(rejected("Date")).isEqualTo("error-date-missing");
    assertThat(rejected("Date", "answer-day", "1", "answer-year", "2024")).isEqualTo("error-date-incomplete");
    assertThat(rejected("Date", "answer-day", "31", "answer-month", "2", "answer-year", "2024"))
        .isEqualTo("error-date-not-real");
    assertThat(rejected("Date", "answer-day", "1", "answer-month", "1", "answer-year", "24"))
        .isEqualTo("error-date-not-real");
    assertThat(rejected("Date", "answer-day", "16", "answer-month", "5", "answer-year", "2024"))
        .isEqualTo("error-date-future");
    assertThat(rejected("Date", "answer-day", "1", "answer-month", "1", "answer-year", "2024", "answer-unknown",
        "unknown")).isEqualTo("error-dont-know-and-answer");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Date", "Number", "Country", "Period"})
  void notKnowingIsATickBeside(String question) {
    assertThat(read(question, "answer-unknown", "unknown")).isEqualTo(Answer.DONT_KNOW);
  }

  @Test
  void aPeriodIsANumberAndAUnit() {
    assertThat(read("Period", "answer-amount", "6", "answer-unit", "M"))
        .isEqualTo(new Answer.Period(6, Answer.Period.Unit.MONTHS));
    assertThat(read("Period", "answer-amount", "2", "answer-unit", "W"))
        .isEqualTo(new Answer.Period(14, Answer.Period.Unit.DAYS));
    assertThat(rejected("Period", "answer-amount", "6", "answer-unit", "")).isEqualTo("error-period-unit");
    assertThat(rejected("Period", "answer-amount", "six", "answer-unit", "M")).isEqualTo("error-period-amount");
    assertThat(rejected("Period", "answer-amount", "", "answer-unit", "M")).isEqualTo("error-period-amount");
    assertThat(rejected("Period", "answer-amount", "6", "answer-unit", "X")).isEqualTo("error-period-amount");
  }

  @Test
  void numbersAndCountries() {
    assertThat(read("Number", "answer", " 17 ")).isEqualTo(new Answer.Number(17));
    assertThat(rejected("Number", "answer", "17,5")).isEqualTo("error-number-not-whole");
    assertThat(rejected("Number", "answer", "200")).isEqualTo("error-number-range");
    assertThat(((Answer.Country) read("Country", "answer", "SY")).country().code()).isEqualTo("SY");
    assertThat(rejected("Country", "answer", "XX")).isEqualTo("error-country-unknown");
    assertThat(rejected("Country", "answer", "")).isEqualTo("error-country-missing");
  }

  @Test
  void nothingIsReadThatIsTooLong() {
    assertThat(rejected("Number", "answer", "1".repeat(101))).isEqualTo("error-too-long");
  }

  @Test
  void whatIsShownAgainIsReadAsTheSameAnswer() {
    Map<String, Answer> answers = Map.of("YesNo", new Answer.YesNo(false), "Choices", new Answer.Choices(List.of("b")),
        "Date", new Answer.Date(LocalDate.of(2024, 1, 31)), "Period", new Answer.Period(90, Answer.Period.Unit.DAYS),
        "Number", new Answer.Number(40), "Choice", new Answer.Choice("a"));
    answers.forEach((question, answer) -> {
      assertThat(Field.showing(FORMS.question(question), "answer", answer).read(ON)).isEqualTo(answer);
      assertThat(Field.showing(FORMS.question(question), "answer", Answer.DONT_KNOW).read(ON))
          .isEqualTo(Answer.DONT_KNOW);
    });
  }

  @Test
  void aVisitSurvivesItsCookie() {
    Map<String, Answer> answers = new LinkedHashMap<>();
    answers.put("Choices", new Answer.Choices(List.of()));
    answers.put("Date", new Answer.Date(LocalDate.of(2024, 1, 31)));
    answers.put("Choice", Answer.DONT_KNOW);
    answers.put("Period", new Answer.Period(90, Answer.Period.Unit.DAYS));
    answers.put("YesNo", new Answer.YesNo(true));
    Visit visit = new Visit("", Optional.of(ON), answers,
        Optional.of(new Visit.Change("Date", new Answer.Date(LocalDate.of(2024, 1, 30)))));
    VisitText.Read read = VisitText.read(VisitText.write(visit), FORMS, ON);
    assertThat(read.visit()).isEqualTo(visit);
    assertThat(read.dropped()).isFalse();
    assertThat(read.visit().answers().keySet()).containsExactlyElementsOf(answers.keySet());
  }

  @Test
  void aVisitDropsWhatNoQuestionAsksAnyMore() {
    VisitText.Read read = VisitText.read("\n2024-05-15\n\nGone=yes\nYesNo=maybe\nNumber=17\n=\nnonsense\n", FORMS, ON);
    assertThat(read.visit().answers()).containsOnlyKeys("Number");
    assertThat(read.dropped()).isTrue();
    assertThat(VisitText.read("", FORMS, ON).visit()).isEqualTo(Visit.FRESH);
  }

  private static Answer read(String question, String... pairs) {
    return (Answer) reading(question, pairs);
  }

  private static String rejected(String question, String... pairs) {
    return ((Reading.Rejected) reading(question, pairs)).key();
  }

  private static Reading reading(String question, String... pairs) {
    Map<String, List<String>> form = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      String value = pairs[i + 1];
      form.merge(pairs[i], List.of(value), (a, b) -> Arrays.asList(a.get(0), b.get(0)));
    }
    return Field.typed(FORMS.question(question), "answer", form).read(ON);
  }

  private static Forms forms() {
    String text = "{nl: \"n\", en: \"e\"}";
    StringBuilder yaml = new StringBuilder("questions:\n");
    for (Question.Type type : Question.Type.values()) {
      String name = Arrays.stream(type.word().split("-")).map(part -> part.substring(0, 1).toUpperCase()
          + part.substring(1)).reduce("", String::concat);
      yaml.append("  ").append(name).append(":\n    type: ").append(type.word()).append("\n    ask: ").append(text)
          .append("\n    label: ").append(text).append("\n");
      switch (type) {
        case CHOICE, CHOICES -> yaml.append("    options: {a: " + text + ", b: " + text + "}\n");
        case NUMBER -> yaml.append("    min: 0\n    max: 120\n");
        case DATE -> yaml.append("    notInFuture: true\n");
        default -> { }
      }
    }
    Problems problems = new Problems();
    Countries countries = Countries.read("data/countries.csv", "code,nl,en\nSY,Syrië,Syria\n", problems);
    Forms forms = FormsReader.read(Map.of("forms/f.yaml", yaml.toString()), countries, problems);
    assertThat(problems.list()).isEmpty();
    return forms;
  }
}
