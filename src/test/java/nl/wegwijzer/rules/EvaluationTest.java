package nl.wegwijzer.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import nl.wegwijzer.SmallSet;
import nl.wegwijzer.advice.Advice;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the rules conclude from what is known; every verdict here is confirmed by Drools as well. */
class EvaluationTest {

  /** Unknown is never no. */
  @Nested
  class Unknown {

    private static final SmallSet SET = SmallSet.of("""
        A: yes-no
        B: yes-no
        """, """
        rule "a" when A( yes ) then conclude( new Holds() ); end
        rule "both" when A( yes ) B( yes ) then conclude( new Both() ); end
        rule "either 1" when A( yes ) then conclude( new Either() ); end
        rule "either 2" when B( yes ) then conclude( new Either() ); end
        rule "without" when not Holds() then conclude( new Without() ); end
        rule "without without" when not Without() then conclude( new Twice() ); end
        """);

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
        // A, B: Holds, Both, Either, Without, Twice
        "-, -, open, open, open, open, open",
        "unknown, unknown, open, open, open, open, open",
        "yes, -, yes, open, yes, no, yes",
        "no, -, no, no, open, yes, no",
        "yes, unknown, yes, open, yes, no, yes",
        "unknown, yes, open, open, yes, open, open",
        "unknown, no, open, no, open, open, open",
        "yes, yes, yes, yes, yes, no, yes",
        "no, no, no, no, no, yes, no",
        "no, unknown, no, no, open, yes, no",
        "-, no, open, no, open, open, open"})
    void answersDecideOnlyWhatTheyCan(String a, String b, String holds, String both, String either, String without,
        String twice) {
      Object[] answers = a == null ? b == null ? new Object[0] : new Object[] {"B", b}
          : b == null ? new Object[] {"A", a} : new Object[] {"A", a, "B", b};
      Advice advice = SET.advise(SmallSet.ON, List.of("Holds", "Both", "Either", "Without", "Twice"), answers);
      assertThat(advice.goals().stream().map(goal -> goal.verdict().word()))
          .containsExactly(holds, both, either, without, twice);
    }

    @Test
    void openVerdictSaysWhatItDependsOn() {
      Advice.Goal goal = SET.goal("Both", "A", "yes", "B", "unknown");
      assertThat(goal.openOn()).singleElement().satisfies(open -> {
        assertThat(open.question()).isEqualTo("B");
        assertThat(open.dontKnow()).isTrue();
      });
      assertThat(goal.certainty()).isNull();
    }

    @Test
    void settledVerdictAsksNothing() {
      assertThat(SET.asks("Either", "A", "yes")).isEmpty();
      assertThat(SET.asks("Both", "B", "no")).isEmpty();
      assertThat(SET.advise(SmallSet.ON, List.of("Either"), "A", "yes").atMostRemaining()).isZero();
    }

    @Test
    void questionsFollowTheOrderOfTheConditions() {
      assertThat(SET.asks("Both")).containsExactly("A");
      assertThat(SET.asks("Both", "A", "unknown")).containsExactly("B");
      assertThat(SET.asks("Either")).containsExactly("A", "B");
      assertThat(SET.asks("Twice")).containsExactly("A");
    }
  }

  /** What the report leaves open travels up, but never beats a yes, a no or a missing answer. */
  @Nested
  class LeftOpenByTheReport {

    private static final SmallSet SET = SmallSet.of("""
        A: choice yes no edge
        B: yes-no
        """, """
        rule "yes" when A( value == "yes" ) then conclude( new Needed() ); end
        rule "edge" when A( value == "edge" ) then conclude( new Edge() ); end
        rule "silent" when Edge() then notSettled( new Needed() ); end
        rule "goal" when Needed() B( yes ) then conclude( new Goal() ); end
        rule "none" when not Needed() then conclude( new None() ); end
        rule "other way" when Needed() then conclude( new Any() ); end
        rule "one way" when B( yes ) then conclude( new Any() ); end
        """);

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
        // A, B: Needed, Goal, None, Any
        "edge, -, unsettled, open, unsettled, open",
        "edge, yes, unsettled, unsettled, unsettled, yes",
        "edge, no, unsettled, no, unsettled, unsettled",
        "edge, unknown, unsettled, open, unsettled, open",
        "yes, yes, yes, yes, no, yes",
        "no, yes, no, no, yes, yes",
        "no, no, no, no, yes, no",
        "unknown, yes, open, open, open, yes"})
    void silenceTravelsUp(String a, String b, String needed, String goal, String none, String any) {
      Object[] answers = b == null ? new Object[] {"A", a} : new Object[] {"A", a, "B", b};
      Advice advice = SET.advise(SmallSet.ON, List.of("Needed", "Goal", "None", "Any"), answers);
      assertThat(advice.goals().stream().map(found -> found.verdict().word()))
          .containsExactly(needed, goal, none, any);
    }

    @Test
    void whatLeavesItOpenIsNamed() {
      assertThat(SET.goal("Goal", "A", "edge", "B", "yes").because().toString()).contains("Edge");
    }

    @Test
    void nothingIsAskedThatCannotChangeASilence() {
      assertThat(SET.asks("Needed", "A", "edge")).isEmpty();
    }
  }

  /** Conclusions with values. */
  @Nested
  class Values {

    private static final SmallSet SET = SmallSet.of("""
        Granted: date
        Adopted: date
        Requested: date
        Extra: yes-no
        """, """
        declare Deadline
            date : LocalDate
            kind : String
        end
        rule "granted" when Granted( $d : date ) then conclude( new Deadline( $d.plusMonths( 3 ), "granted" ) ); end
        rule "adopted" when Extra( yes ) Adopted( $d : date ) then
            conclude( new Deadline( $d.plusMonths( 3 ), "adopted" ) ); end
        rule "in time" when Deadline( $d : date ) Requested( date <= $d ) then conclude( new InTime() ); end
        rule "by adoption" when Deadline( kind == "adopted", $d : date ) Requested( date <= $d ) then
            conclude( new ByAdoption() ); end
        """);

    @ParameterizedTest
    @CsvSource({"2024-01-30, 2024-04-29, yes", "2024-01-30, 2024-04-30, yes", "2024-01-30, 2024-05-01, no",
        "2023-11-30, 2024-02-29, yes", "2023-11-30, 2024-03-01, no"})
    void termOfMonthsEndsOnTheSameDayOrTheLastOfTheMonth(String granted, String requested, String expected) {
      assertThat(SET.verdict("InTime", "Granted", granted, "Requested", requested, "Extra", "no")).isEqualTo(expected);
    }

    @Test
    void eachValueIsTried() {
      assertThat(SET.verdict("InTime", "Granted", "2023-01-01", "Requested", "2024-04-01", "Extra", "yes", "Adopted",
          "2024-02-01")).isEqualTo("yes");
    }

    @Test
    void valueThatMayStillComeKeepsTheVerdictOpen() {
      Object[] late = {"Granted", "2023-01-01", "Requested", "2024-04-01"};
      assertThat(SET.verdict("InTime", late)).isEqualTo("open");
      assertThat(SET.asks("InTime", late)).containsExactly("Extra");
    }

    @Test
    void valueOfAnotherKindDoesNotDecide() {
      Object[] late = {"Granted", "2023-01-01", "Requested", "2024-04-01", "Extra", "yes"};
      assertThat(SET.verdict("ByAdoption", late)).isEqualTo("open");
      assertThat(SET.asks("ByAdoption", late)).containsExactly("Adopted");
      assertThat(SET.verdict("ByAdoption", "Granted", "2023-01-01", "Requested", "2024-04-01", "Extra", "no"))
          .isEqualTo("no");
    }

    @Test
    void valuesAreReported() {
      assertThat(SET.goal("InTime", "Granted", "2024-01-10", "Requested", "2024-02-01", "Extra", "no").values())
          .containsEntry("Deadline.date", LocalDate.of(2024, 4, 10)).containsEntry("Deadline.kind", "granted");
    }
  }

  /** Terms. */
  @Nested
  class Shifts {

    private static final SmallSet SET = SmallSet.of("""
        Start: date
        End: date
        N: number
        """, """
        rule "days" when Start( $s : date ) End( date <= $s.plusDays( 90 ) ) then conclude( new Days() ); end
        rule "weeks" when Start( $s : date ) End( date <= $s.plusWeeks( 4 ) ) then conclude( new Weeks() ); end
        rule "years" when Start( $s : date ) End( date >= $s.plusYears( 3 ) ) then conclude( new Years() ); end
        rule "chain" when Start( $s : date ) End( date == $s.plusMonths( 1 ).minusDays( 1 ) ) then
            conclude( new Chain() ); end
        rule "variable" when N( $n : value ) Start( $s : date ) End( date < $s.plusMonths( $n ) ) then
            conclude( new Variable() ); end
        rule "minus" when Start( $s : date ) End( date > $s.minusYears( 1 ).minusWeeks( 1 ).minusMonths( 1 ) ) then
            conclude( new Minus() ); end
        """);

    @ParameterizedTest
    @CsvSource({"Days, 2024-02-01, 2024-04-30, yes", "Days, 2024-02-01, 2024-05-01, yes",
        "Days, 2024-02-01, 2024-05-02, no", "Weeks, 2024-01-01, 2024-01-28, yes", "Weeks, 2024-01-01, 2024-01-29, yes",
        "Weeks, 2024-01-01, 2024-01-30, no", "Years, 2020-02-29, 2023-02-27, no", "Years, 2020-02-29, 2023-02-28, yes",
        "Years, 2020-02-29, 2023-03-01, yes", "Chain, 2024-01-31, 2024-02-28, yes", "Chain, 2024-01-31, 2024-02-29, no",
        "Minus, 2024-03-31, 2023-02-24, no", "Minus, 2024-03-31, 2023-02-25, yes"})
    void termsAreCountedLikeTheCalendar(String goal, String start, String end, String expected) {
      assertThat(SET.verdict(goal, "Start", start, "End", end)).isEqualTo(expected);
    }

    @Test
    void lengthCanComeFromAnAnswer() {
      assertThat(SET.verdict("Variable", "Start", "2024-01-31", "End", "2024-02-28", "N", 1)).isEqualTo("yes");
      assertThat(SET.verdict("Variable", "Start", "2024-01-31", "End", "2024-02-29", "N", 1)).isEqualTo("no");
      assertThat(SET.verdict("Variable", "Start", "2024-01-31", "End", "2024-02-29")).isEqualTo("open");
    }

    @Test
    void anyNumberAPersonCanGiveIsAdvisedOn() {
      for (int n : new int[] {Integer.MAX_VALUE, Integer.MIN_VALUE, 1_000_000_000}) {
        Object reading = SET.forms().question("N").read(n, SmallSet.ON);
        if (reading instanceof nl.wegwijzer.forms.Answer) {
          assertThat(SET.verdict("Variable", "Start", "2100-12-31", "End", "2024-02-29", "N", n)).isNotNull();
        }
      }
    }
  }

  /** {@code @from} and {@code @until}. */
  @Nested
  class Force {

    private static final SmallSet SET = SmallSet.of("A: yes-no", """
        rule "old" @source("S: 1") @until("2023-09-30") when A( yes ) then conclude( new Old() ); end
        rule "new" @source("S: 1") @from("2023-10-01") when A( yes ) then conclude( new New() ); end
        rule "between" @source("S: 1") @from("2023-10-01") @until("2023-10-01") when A( yes ) then
            conclude( new Between() ); end
        rule "date" when ReferenceDate( date > day("2023-10-01") ) A( yes ) then conclude( new Later() ); end
        """);

    @ParameterizedTest
    @CsvSource({"2023-09-29, yes, no, no, no", "2023-09-30, yes, no, no, no", "2023-10-01, no, yes, yes, no",
        "2023-10-02, no, yes, no, yes"})
    void firstAndLastDayCount(LocalDate on, String old, String now, String between, String later) {
      Advice advice = SET.advise(on, List.of("Old", "New", "Between", "Later"), "A", true);
      assertThat(advice.goals().stream().map(goal -> goal.verdict().word())).containsExactly(old, now, between, later);
    }

    @Test
    void ruleOutOfForceAsksNothing() {
      assertThat(SET.asks("Old")).isEmpty();
      assertThat(SET.verdict("Old")).isEqualTo("no");
    }
  }

  /** How sure a verdict is. */
  @Nested
  class Sureness {

    private static final SmallSet SET = SmallSet.of("""
        A: yes-no
        B: yes-no
        C: yes-no
        """, """
        rule "hard" when A( yes ) then conclude( new Hard() ); end
        rule "default" @source("S: 1") @certainty("default") when B( yes ) then conclude( new Default() ); end
        rule "may" @source("S: 1") @certainty("discretionary") when Hard() Default() then conclude( new May() ); end
        rule "firm and soft 1" @source("S: 1") @certainty("default") when A( yes ) then conclude( new Firmest() ); end
        rule "firm and soft 2" when B( yes ) then conclude( new Firmest() ); end
        rule "listed" @source("S: 1") @certainty("open-list") when C( yes ) then conclude( new Listed() ); end
        rule "not listed" when not Listed() then conclude( new NotListed() ); end
        rule "rests on default" when Default() then conclude( new Rests() ); end
        rule "bill" @source("S: 1") @certainty("planned") when A( yes ) then conclude( new Bill() ); end
        rule "judgment" @source("S: 1") @certainty("case-law") when A( yes ) then conclude( new Judgment() ); end
        rule "gone" @source("S: 1") @certainty("lapsed") when Judgment() then conclude( new Gone() ); end
        """);

    @ParameterizedTest
    @CsvSource({"Hard, true, hard", "Hard, false, hard", "Default, true, default", "Default, false, default",
        "May, true, discretionary", "Listed, true, hard", "Listed, false, open-list", "NotListed, true, hard",
        "NotListed, false, default", "Rests, true, default", "Rests, false, default", "Bill, true, planned", "Bill, false, hard",
        "Judgment, true, case-law", "Judgment, false, case-law", "Gone, true, lapsed", "Gone, false, case-law"})
    void certaintyOfYesAndNo(String goal, boolean answer, String expected) {
      Advice.Goal found = SET.goal(goal, "A", answer, "B", answer, "C", answer);
      assertThat(found.certainty().word()).isEqualTo(expected);
      assertThat(found.verdict().word()).isEqualTo(goal.equals("NotListed") == answer ? "no" : "yes");
    }

    @Test
    void firmestWayDecides() {
      assertThat(SET.goal("Firmest", "A", true, "B", true).certainty()).isEqualTo(Certainty.HARD);
      assertThat(SET.goal("Firmest", "A", true, "B", false).certainty()).isEqualTo(Certainty.DEFAULT);
      assertThat(SET.goal("Firmest", "A", false, "B", false).certainty()).isEqualTo(Certainty.DEFAULT);
    }

    @Test
    void firmestFailingConditionMakesTheNo() {
      assertThat(SET.goal("May", "A", false, "B", true).certainty()).isEqualTo(Certainty.HARD);
      assertThat(SET.goal("May", "A", true, "B", false).certainty()).isEqualTo(Certainty.DEFAULT);
      assertThat(SET.goal("May", "A", false, "B", false).certainty()).isEqualTo(Certainty.HARD);
    }
  }
}
