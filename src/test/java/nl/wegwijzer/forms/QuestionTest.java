package nl.wegwijzer.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.wegwijzer.SmallSet;
import nl.wegwijzer.text.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people and programs send, read as answers. */
class QuestionTest {

  private static final LocalDate ON = LocalDate.of(2024, 5, 15);
  private static final Forms FORMS = forms();

  private static Forms forms() {
    Problems problems = new Problems();
    Countries countries = Countries.read("data/countries.csv", "code,nl,en,group\nSY,Syrië,Syria,x\n"
        + "STATELESS,Staatloos,Stateless,y\n", problems);
    String words = "ask: {nl: \"n\", en: \"e\"}, label: {nl: \"n\", en: \"e\"}";
    Forms forms = FormsReader.read(Map.of("forms/x.yaml", """
        questions:
          YesNo: {type: yes-no, WORDS}
          Must: {type: yes-no, dontKnow: false, WORDS}
          Choice: {type: choice, WORDS, options: {a: {nl: "A", en: "A"}, b-2: {nl: "B", en: "B"}}}
          Choices: {type: choices, WORDS, options: {x: {nl: "X", en: "X"}, y: {nl: "Y", en: "Y"}, z: {nl: "Z", en: "Z"}}}
          Number: {type: number, min: 0, max: 120, WORDS}
          AnyNumber: {type: number, WORDS}
          Date: {type: date, WORDS}
          Past: {type: date, notInFuture: true, min: 2000-01-01, max: 2030-12-31, WORDS}
          Country: {type: country, WORDS}
          Period: {type: period, max: 24, WORDS}
        """.replace("WORDS", words)), countries, problems);
    assertThat(problems.list()).isEmpty();
    return forms;
  }

  private static Reading read(String question, Object input) {
    return FORMS.question(question).read(input, ON);
  }

  private static String rejection(String question, Object input) {
    assertThat(read(question, input)).isInstanceOf(Reading.Rejected.class);
    return ((Reading.Rejected) read(question, input)).key();
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "yes"})
  void yes(String input) {
    assertThat(read("YesNo", input)).isEqualTo(new Answer.YesNo(true));
    assertThat(read("YesNo", true)).isEqualTo(new Answer.YesNo(true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"false", "no"})
  void no(String input) {
    assertThat(read("YesNo", input)).isEqualTo(new Answer.YesNo(false));
    assertThat(read("YesNo", false)).isEqualTo(new Answer.YesNo(false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"YesNo", "Choice", "Choices", "Number", "Date", "Country", "Period"})
  void unknownIsAnAnswerToEveryQuestionThatAllowsIt(String question) {
    assertThat(read(question, Map.of("unknown", true))).isEqualTo(Answer.DONT_KNOW);
    assertThat(read(question, "unknown")).isEqualTo(Answer.DONT_KNOW);
    assertThat(FORMS.question(question).fits(Map.of("unknown", true))).isTrue();
    assertThat(FORMS.question(question).fits(Map.of("unknown", "true"))).isFalse();
    assertThat(FORMS.question(question).fits(Map.of("unknown", true, "x", 1))).isFalse();
    assertThat(Answer.DONT_KNOW.isKnown()).isFalse();
  }

  @Test
  void unknownIsRefusedWhereItIsNotOffered() {
    assertThat(rejection("Must", "unknown")).isEqualTo("error-choose");
    assertThat(read("Must", "no")).isEqualTo(new Answer.YesNo(false));
  }

  @ParameterizedTest
  @CsvSource({"YesNo, error-choose", "Choice, error-choose", "Number, error-number-missing", "Date, error-date-missing",
      "Country, error-country-missing", "Period, error-period-amount"})
  void nothingIsNotAnAnswer(String question, String key) {
    assertThat(rejection(question, null)).isEqualTo(key);
    assertThat(rejection(question, "")).isEqualTo(key);
    assertThat(rejection(question, "  ")).isEqualTo(key);
  }

  @Test
  void optionsAreKnownByTheirId() {
    assertThat(read("Choice", "b-2")).isEqualTo(new Answer.Choice("b-2"));
    assertThat(rejection("Choice", "B")).isEqualTo("error-choose-known");
    assertThat(rejection("Choice", 1)).isEqualTo("error-choose-known");
    assertThat(rejection("YesNo", "maybe")).isEqualTo("error-choose-known");
    assertThat(rejection("Country", "XX")).isEqualTo("error-country-unknown");
    assertThat(rejection("Country", "sy")).isEqualTo("error-country-unknown");
    assertThat(((Answer.Country) read("Country", "SY")).country().properties()).containsEntry("group", "x");
    assertThat(read("Country", "STATELESS")).isInstanceOf(Answer.Country.class);
  }

  @Test
  void severalOptionsComeInTheOrderOfTheForm() {
    assertThat(read("Choices", List.of("z", "x"))).isEqualTo(new Answer.Choices(List.of("x", "z")));
    assertThat(read("Choices", List.of("x", "x"))).isEqualTo(new Answer.Choices(List.of("x")));
    assertThat(read("Choices", "y")).isEqualTo(new Answer.Choices(List.of("y")));
    assertThat(read("Choices", List.of())).isEqualTo(new Answer.Choices(List.of()));
    assertThat(rejection("Choices", List.of("x", "w"))).isEqualTo("error-choose-known");
    assertThat(rejection("Choices", List.of("x", 1))).isEqualTo("error-choose-known");
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "120, 120", "017, 17", "' 18 ', 18", "\u0661\u0668, 18", "\u06F1\u06F8, 18", "\uFF11\uFF18, 18",
      "1\u200B8, 18", "\uFEFF18, 18", "\u00A018\u00A0, 18", "\u200E18\u200F, 18"})
  void numbers(String typed, int value) {
    assertThat(read("Number", typed)).isEqualTo(new Answer.Number(value));
  }

  @Test
  void numbersOfPrograms() {
    assertThat(read("Number", 18)).isEqualTo(new Answer.Number(18));
    assertThat(read("Number", 18L)).isEqualTo(new Answer.Number(18));
    assertThat(read("Number", 18.0)).isEqualTo(new Answer.Number(18));
    assertThat(rejection("Number", 18.5)).isEqualTo("error-number-not-whole");
    assertThat(rejection("Number", Double.NaN)).isEqualTo("error-number-not-whole");
    assertThat(rejection("Number", 1e300)).isEqualTo("error-number-not-whole");
  }

  @ParameterizedTest
  @CsvSource({"-1, error-number-range", "121, error-number-range", "18.5, error-number-not-whole",
      "'18,5', error-number-not-whole", "eighteen, error-number-not-whole", "1 8, error-number-not-whole",
      "99999999999, error-number-not-whole", "1e3, error-number-not-whole"})
  void notANumber(String typed, String key) {
    assertThat(rejection("Number", typed)).isEqualTo(key);
  }

  @Test
  void numberWithoutBoundsIsStillSmallEnoughToCountWith() {
    assertThat(read("AnyNumber", 1_000_000)).isEqualTo(new Answer.Number(1_000_000));
    assertThat(rejection("AnyNumber", 1_000_001)).isEqualTo("error-number-range");
    assertThat(rejection("AnyNumber", Integer.MIN_VALUE)).isEqualTo("error-number-range");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024-03-07", "2024-3-7", "07-03-2024", "7-3-2024", "7/3/2024", "7.3.2024", "7 3 2024",
      "7 maart 2024", "7 mrt 2024", "7 mrt. 2024", "7 March 2024", "7 Mar 2024", "7 MAART 2024", "7-mrt-2024",
      " 7 maart 2024 ", "7\u00A0maart\u00A02024", "\u0667-\u0663-\u0662\u0660\u0662\u0664", "7\u200B-3-2024"})
  void dates(String typed) {
    assertThat(read("Date", typed)).isEqualTo(new Answer.Date(LocalDate.of(2024, 3, 7)));
  }

  @ParameterizedTest
  @CsvSource({"jan, 1", "januari, 1", "January, 1", "februari, 2", "Feb, 2", "april, 4", "mei, 5", "May, 5", "juni, 6",
      "june, 6", "juli, 7", "aug, 8", "augustus, 8", "sept, 9", "september, 9", "oktober, 10", "october, 10", "oct, 10",
      "november, 11", "dec, 12", "december, 12"})
  void monthsInBothLanguages(String month, int number) {
    assertThat(read("Date", "1 " + month + " 2024")).isEqualTo(new Answer.Date(LocalDate.of(2024, number, 1)));
  }

  @ParameterizedTest
  @CsvSource({"31-4-2024, error-date-not-real", "29-2-2023, error-date-not-real", "2023-02-29, error-date-not-real",
      "0-1-2024, error-date-not-real", "1-13-2024, error-date-not-real", "32 maart 2024, error-date-not-real",
      "1 foo 2024, error-date-not-real", "1 marmalade 2024, error-date-not-real", "1 maybe 2024, error-date-not-real",
      "gisteren, error-date-missing", "2024, error-date-missing", "3-2024, error-date-missing",
      "7-3-24, error-date-missing", "1899-12-31, error-date-too-early", "2101-01-01, error-date-too-late"})
  void notADate(String typed, String key) {
    assertThat(rejection("Date", typed)).isEqualTo(key);
  }

  @ParameterizedTest
  @CsvSource({"2024-02-29", "2000-02-29"})
  void leapDays(LocalDate day) {
    assertThat(read("Date", day.toString())).isEqualTo(new Answer.Date(day));
  }

  @Test
  void boundsOfADate() {
    assertThat(read("Past", "2024-05-15")).isEqualTo(new Answer.Date(ON));
    assertThat(rejection("Past", "2024-05-16")).isEqualTo("error-date-future");
    assertThat(read("Past", "2000-01-01")).isInstanceOf(Answer.Date.class);
    assertThat(rejection("Past", "1999-12-31")).isEqualTo("error-date-too-early");
    assertThat(FORMS.question("Past").read("2031-01-01", LocalDate.of(2032, 1, 1)))
        .isEqualTo(new Reading.Rejected("error-date-too-late", Map.of("max", LocalDate.of(2030, 12, 31))));
  }

  @ParameterizedTest
  @CsvSource({"P90D, 90, DAYS", "P2W, 14, DAYS", "P3M, 3, MONTHS", "P1Y, 12, MONTHS", "P2Y, 24, MONTHS", "p3m, 3, MONTHS",
      "P\u0663M, 3, MONTHS", "P1Y6M, 18, MONTHS", "p0y5m, 5, MONTHS", "P744D, 744, DAYS", "' P1D ', 1, DAYS"})
  void periods(String typed, int amount, Answer.Period.Unit unit) {
    assertThat(read("Period", typed)).isEqualTo(new Answer.Period(amount, unit));
  }

  @ParameterizedTest
  @CsvSource({"P0D, error-period-amount", "P0M, error-period-amount", "3M, error-period-amount",
      "P-3M, error-period-amount", "P3H, error-period-amount", "P1M2D, error-period-amount", "P1Y2D, error-period-amount", "P1Y2Y, error-period-amount", "P1Y24M, error-period-too-long", "P, error-period-amount",
      "P25M, error-period-too-long", "P3Y, error-period-too-long", "P745D, error-period-too-long",
      "P99999W, error-period-too-long", "P99999Y, error-period-too-long", "P123456D, error-period-amount"})
  void notAPeriod(String typed, String key) {
    assertThat(rejection("Period", typed)).isEqualTo(key);
  }

  @Test
  void answersTravelAsTheyWereRead() {
    Map<String, Object> answers = Map.of("YesNo", true, "Choice", "a", "Choices", List.of("x", "z"), "Number", 17,
        "Date", "2024-02-29", "Country", "SY", "Period", "P90D");
    answers.forEach((question, json) -> {
      assertThat(FORMS.question(question).fits(json)).as(question).isTrue();
      assertThat(((Answer) read(question, json)).toJson()).isEqualTo(json);
    });
    assertThat(((Answer) read("Period", "P2Y")).toJson()).isEqualTo("P24M");
    assertThat(Answer.DONT_KNOW.toJson()).isEqualTo(Map.of("unknown", true));
  }

  @Test
  void everyRejectionHasItsWords() {
    String words = SmallSet.project("forms/interface.yaml");
    assertThat(List.of("error-choose", "error-choose-known", "error-choose-several", "error-number-missing",
        "error-number-not-whole", "error-number-range", "error-date-missing", "error-date-not-real",
        "error-date-future", "error-date-too-early", "error-date-too-late", "error-country-missing",
        "error-country-unknown", "error-period-amount", "error-period-too-long"))
        .allSatisfy(key -> assertThat(words).contains("\n  " + key + ":"));
  }
}
