package nl.wegwijzer.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.wegwijzer.advice.Advice;
import nl.wegwijzer.advice.AdviceJson;
import nl.wegwijzer.advice.Case;
import nl.wegwijzer.forms.Answer;
import nl.wegwijzer.rules.Engine;
import nl.wegwijzer.text.Language;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The one idea: an author adds a condition to a path by editing text in rules/ and forms/, and the question, the
 * conclusion, the reason and the refusal follow without Java. The condition is nonsense, made up for this test.
 */
class ThrowAwayConditionTest {

  @TempDir
  static Path root;

  private static Knowledge knowledge;

  @BeforeAll
  static void authorAddsACondition() {
    ProjectCopy copy = ProjectCopy.in(root);
    copy.replace("rules/nareis/nareis.drl", """
            NareisInTime()
        then
            conclude( new NareisPossible() );
        """, """
            NareisInTime()
            SingsInTune()
        then
            conclude( new NareisPossible() );
        """);
    copy.write("rules/nareis/singing.drl", """
        package wegwijzer

        /* A throw-away condition. */

        rule "Whoever passes the singing test sings in tune"
            @source("Bijlage I Nareis: 3335")
        when
            SingingTestPassed( yes )
        then
            conclude( new SingsInTune() );
        end
        """);
    copy.write("forms/singing.yaml", """
        # yaml-language-server: $schema=forms.schema.json
        questions:
          SingingTestPassed:
            type: yes-no
            ask: {nl: "Is de zangproef gehaald?", en: "Was the singing test passed?"}
            label: {nl: "Zangproef gehaald", en: "Singing test passed"}
        conclusions:
          SingsInTune:
            label: {nl: "Zingt zuiver", en: "Sings in tune"}
            met: {nl: "Het gezinslid zingt zuiver.", en: "The family member sings in tune."}
            notMet: {nl: "Het gezinslid zingt niet zuiver.", en: "The family member does not sing in tune."}
            open: {nl: "Of het gezinslid zuiver zingt, is niet bekend.", en: "Whether the family member sings in tune is not known."}
        """);
    KnowledgeLoader.Loaded loaded = KnowledgeLoader.load(root, Engine.Mode.CLASSIC);
    assertThat(loaded.problems()).isEmpty();
    knowledge = loaded.knowledge().orElseThrow();
  }

  private static Advice advise(Object singing) {
    Map<String, Object> given = new LinkedHashMap<>(Map.of("SponsorAsylumStatus", "own-permit", "FamilyTie", "spouse",
        "AsylumPermitGrantedOn", "2024-01-10", "NareisRequestedOn", "2024-04-10"));
    if (singing != null) {
      given.put("SingingTestPassed", singing);
    }
    LocalDate on = LocalDate.of(2024, 5, 15);
    Map<String, Answer> answers = new LinkedHashMap<>();
    given.forEach((id, value) -> answers.put(id, (Answer) knowledge.forms().question(id).read(value, on)));
    return knowledge.advisor().advise(new Case(on, List.of("NareisPossible"), answers));
  }

  private static String json(Object singing) {
    return new AdviceJson(knowledge.forms(), Language.EN).of(advise(singing)).toString();
  }

  @Test
  void questionIsAskedAndSaysWhy() {
    Advice advice = advise(null);
    assertThat(advice.goal("NareisPossible").verdict().word()).isEqualTo("open");
    assertThat(advice.atMostRemaining()).isEqualTo(1);
    assertThat(advice.next()).singleElement().satisfies(ask -> {
      assertThat(ask.question()).isEqualTo("SingingTestPassed");
      assertThat(ask.because()).singleElement().satisfies(need -> {
        assertThat(need.goal()).isEqualTo("NareisPossible");
        assertThat(need.conclusion()).isEqualTo("SingsInTune");
        assertThat(need.rule().name()).isEqualTo("Whoever passes the singing test sings in tune");
      });
    });
    assertThat(json(null)).contains("Was the singing test passed?", "is not known");
  }

  @Test
  void yesComesWithTheNewConditionInItsProof() {
    assertThat(advise(true).goal("NareisPossible").verdict().word()).isEqualTo("yes");
    assertThat(advise(true).isSettled()).isTrue();
    assertThat(json(true)).contains("conclusion=SingsInTune", "The family member sings in tune.",
        "answer=SingingTestPassed, value=true");
  }

  @Test
  void noNamesExactlyTheNewCondition() {
    Advice.Goal goal = advise(false).goal("NareisPossible");
    assertThat(goal.verdict().word()).isEqualTo("no");
    assertThat(goal.failed()).hasSize(1);
    assertThat(json(false)).contains("failed=[{conclusion=SingsInTune, text=The family member does not sing in tune.",
        "question=SingingTestPassed,", "given=false, required=yes");
  }

  @Test
  void notKnowingLeavesItOpenOnTheNewQuestion() {
    Advice.Goal goal = advise("unknown").goal("NareisPossible");
    assertThat(goal.verdict().word()).isEqualTo("open");
    assertThat(goal.openOn()).extracting(Advice.OpenOn::question).containsExactly("SingingTestPassed");
    assertThat(advise("unknown").isSettled()).isTrue();
  }

  @Test
  void checkAsksForCasesOfTheNewRule() {
    ScenarioRunner runner = new ScenarioRunner(knowledge);
    knowledge.scenarios().forEach(runner::differences);
    assertThat(runner.unproven()).anySatisfy(problem -> assertThat(problem.toString())
        .startsWith("rules/nareis/singing.drl:5: no scenario in which this rule decides"));
  }
}
