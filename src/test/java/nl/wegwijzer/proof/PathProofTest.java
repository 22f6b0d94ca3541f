package nl.wegwijzer.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.wegwijzer.Project;
import nl.wegwijzer.SmallSet;
import nl.wegwijzer.advice.Advisor;
import nl.wegwijzer.forms.Answer;
import nl.wegwijzer.knowledge.Knowledge;
import nl.wegwijzer.proof.PathReport.Fault;
import org.junit.jupiter.api.Test;

/** The path proof of the project's own journeys, every step borne out by Drools, and that it finds what it must find. */
class PathProofTest {

  private static final String BOTH = """
      rule "a" when P( yes ) Q( yes ) then conclude( new A() ); end
      rule "b" when P( yes ) R( yes ) then conclude( new B() ); end
      """;

  @Test
  void journeysOfTheProjectHoldAndCountAsKept() {
    Hearings hearings = new Hearings(Project.knowledge());
    List<PathReport> reports = new PathProof(Project.knowledge(), hearings).all();
    assertThat(hearings.heard()).isEqualTo(reports.stream().mapToLong(PathReport::steps).sum());
    assertThat(reports).allSatisfy(report -> assertThat(report.faults()).as(report.journey()).isEmpty());
    assertThat(PathFile.silent(reports)).isEmpty();
    assertThat(PathFile.of(reports)).as("rules/paths.yaml is not what the path proof finds: run `explore --write`, and"
        + " read the difference before committing it").isEqualTo(SmallSet.project(PathFile.NAME));
  }

  private static PathReport prove(SmallSet set) {
    return new PathProof(set.lifted(), false).of(set.forms().journeys().get("All"));
  }

  private static List<String> faults(SmallSet set, Walk.Interviewer interviewer) {
    Knowledge knowledge = set.lifted();
    Walk walk = new Walk(knowledge, SmallSet.ON, List.copyOf(knowledge.forms().goals()), List.of(),
        (told, evaluation, answers) -> {}, interviewer);
    walk.run();
    return walk.faults.stream().map(Fault::what).toList();
  }

  @Test
  void soundRulesHaveNoFault() {
    assertThat(prove(SmallSet.of("P: yes-no\nQ: yes-no\nR: yes-no", BOTH)).faults()).isEmpty();
  }

  @Test
  void stoppingTooEarlyIsADeadEnd() {
    assertThat(faults(SmallSet.of("P: yes-no\nQ: yes-no\nR: yes-no", BOTH), (evaluation, goals) ->
        evaluation.answer("P") == null ? Advisor.progress(evaluation, goals) : new Advisor.Progress(List.of(), 0)))
        .anyMatch(what -> what.startsWith("dead end: nothing is left to ask, but A is open"));
  }

  @Test
  void promiseThatIsTooLowIsBroken() {
    assertThat(faults(SmallSet.of("P: yes-no\nQ: yes-no\nR: yes-no", BOTH), (evaluation, goals) -> {
      Advisor.Progress right = Advisor.progress(evaluation, goals);
      return new Advisor.Progress(right.next(), Math.max(0, right.atMostRemaining() - 1));
    })).contains("promised at most 2 more questions, but 3 can come");
  }

  @Test
  void interviewThatAsksAgainDoesNotEnd() {
    SmallSet set = SmallSet.of("P: yes-no\nQ: yes-no\nR: yes-no", BOTH);
    Advisor.Progress first = Advisor.progress(new nl.wegwijzer.rules.Evaluation(set.rules(), SmallSet.ON, Map.of()),
        List.copyOf(set.forms().goals()));
    assertThat(faults(set, (evaluation, goals) -> first)).anyMatch(what -> what.startsWith("the interview does not end"));
  }

  @Test
  void questionWhoseEveryAnswerLeadsToTheSameAdviceIsFound() {
    assertThat(prove(SmallSet.of("P: yes-no\nQ: yes-no", """
        rule "a" when P( yes ) Q( yes ) then conclude( new A() ); end
        rule "b" when P( yes ) Q( yes == false ) then conclude( new A() ); end
        """)).faults()).extracting(Fault::what).contains("makes no difference: Q");
  }

  @Test
  void outcomeThatNobodyReachesIsFound() {
    assertThat(prove(SmallSet.of("P: yes-no", """
        rule "a" when P( yes ) then conclude( new A() ); end
        rule "b" when P( yes == false ) then conclude( new A() ); end
        """)).unreachable()).contains("A: no", "A: unsettled");
  }

  @Test
  void ruleThatNeverFiresIsFound() {
    assertThat(prove(SmallSet.of("P: yes-no\nQ: yes-no", """
        rule "a" when P( yes ) then conclude( new A() ); end
        rule "never" when Q( yes ) Q( yes == false ) then conclude( new A() ); end
        """)).silent()).containsExactly("never");
  }

  @Test
  void outcomesThatExcludeEachOtherAreAContradiction() {
    SmallSet set = SmallSet.of("P: yes-no\nQ: yes-no\nR: yes-no", BOTH);
    Knowledge known = set.lifted();
    Knowledge knowledge = new Knowledge(known.hash(), known.forms(), known.rules(), known.sections(), known.scenarios(),
        known.statistics(), known.compiled(), known.advisor(), Map.of(Exclusions.FILE, "- [A, B]\n"));
    assertThat(new PathProof(knowledge, false).of(known.forms().journeys().get("All")).faults())
        .extracting(Fault::what).contains("contradiction: A and B both hold");
  }

  @Test
  void datesAreCutAroundATermThatRunsFromAnotherDate() {
    SmallSet set = SmallSet.of("Granted: date\nRequested: date", """
        rule "a" when Granted( $granted : date ) Requested( date <= $granted.plusMonths(3) )
          then conclude( new A() ); end
        """);
    ValueClasses classes = new ValueClasses(set.forms(), set.rules(), List.of("A"));
    assertThat(classes.answers("Requested", SmallSet.ON, set.answers(SmallSet.ON, "Granted", "2023-11-30")))
        .contains(day("2024-02-28"), day("2024-02-29"), day("2024-03-01"), Answer.DONT_KNOW);
  }

  @Test
  void numbersAreCutAndCountriesGrouped() {
    SmallSet set = SmallSet.of("Age: number\nNationality: country", """
        rule "a" when Age( value >= 18 ) Nationality( group == "eu" ) then conclude( new A() ); end
        """);
    ValueClasses classes = new ValueClasses(set.forms(), set.rules(), List.of("A"));
    assertThat(classes.answers("Age", SmallSet.ON, Map.of()))
        .contains(new Answer.Number(17), new Answer.Number(18), new Answer.Number(19), Answer.DONT_KNOW);
    assertThat(classes.answers("Nationality", SmallSet.ON, Map.of())).hasSize(3).contains(Answer.DONT_KNOW);
  }

  private static Answer day(String date) {
    return new Answer.Date(LocalDate.parse(date));
  }
}
