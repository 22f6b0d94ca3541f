package nl.wegwijzer.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import nl.wegwijzer.Project;
import nl.wegwijzer.RandomRules;
import nl.wegwijzer.SmallSet;
import nl.wegwijzer.advice.Advice;
import nl.wegwijzer.advice.Case;
import nl.wegwijzer.advice.Failure;
import nl.wegwijzer.advice.Verdict;
import nl.wegwijzer.forms.Answer;
import org.junit.jupiter.api.Test;

/** What must hold at every step of any interview, on random rules and on the project's own. */
class InterviewTest {

  private static final long SEED = Long.getLong("wegwijzer.seed", ThreadLocalRandom.current().nextLong());

  static {
    System.out.println("InterviewTest: -Dwegwijzer.seed=" + SEED);
  }

  private final Random random = new Random(SEED);

  @Test
  void interviewsOverRandomRules() {
    for (int i = 0; i < 60; i++) {
      SmallSet set = RandomRules.mixed(SEED + i, 5 + i % 30);
      Knowledge knowledge = set.lifted();
      RandomCases cases = new RandomCases(knowledge, SEED + i);
      List<String> all = List.copyOf(knowledge.forms().goals());
      for (int n = 0; n < 60; n++) {
        List<String> goals = new ArrayList<>(all);
        Collections.shuffle(goals, random);
        interview(knowledge, cases, goals.subList(0, 1 + random.nextInt(Math.min(4, goals.size()))));
      }
    }
  }

  @Test
  void interviewsOverTheJourneysOfTheProject() {
    Knowledge knowledge = Project.knowledge();
    RandomCases cases = new RandomCases(knowledge, SEED);
    knowledge.forms().journeys().values().forEach(journey -> {
      for (int n = 0; n < 60; n++) {
        interview(knowledge, cases, journey.goals());
      }
    });
  }

  /** Answers one of the questions asked, at random, until none is left. */
  private void interview(Knowledge knowledge, RandomCases cases, List<String> goals) {
    Map<String, Answer> person = person(knowledge, cases);
    Case start = cases.next();
    Map<String, Answer> answers = new LinkedHashMap<>();
    Set<String> closure = knowledge.rules().closure(goals);
    Advice advice = advise(knowledge, start, goals, answers);
    while (!advice.isSettled()) {
      String where = "seed " + SEED + ", on " + start.on() + ", goals " + goals + ", answers " + answers;
      for (Advice.Ask ask : advice.next()) {
        assertThat(answers).as(where).doesNotContainKey(ask.question());
        assertThat(closure).as(where).contains(ask.question());
        assertThat(ask.because()).as(where).isNotEmpty();
        for (Advice.Need need : ask.because()) {
          assertThat(advice.goal(need.goal()).verdict()).as(where).isEqualTo(Verdict.OPEN);
        }
      }
      assertThat(advice.next().size()).as(where).isLessThanOrEqualTo(advice.atMostRemaining());
      String question = advice.next().get(random.nextInt(advice.next().size())).question();
      answers.put(question, person.get(question));
      Advice then = advise(knowledge, start, goals, answers);
      assertThat(then.atMostRemaining()).as("at most N, " + where + " then " + question)
          .isLessThan(advice.atMostRemaining());
      for (Advice.Goal goal : advice.goals()) {
        if (goal.verdict() != Verdict.OPEN) {
          assertThat(then.goal(goal.id()).verdict()).as(goal.id() + ", " + where + " then " + question)
              .isEqualTo(goal.verdict());
        }
      }
      advice = then;
    }
    assertThat(advice.atMostRemaining()).isZero();
    for (Advice.Goal goal : advice.goals()) {
      if (goal.verdict() == Verdict.OPEN) {
        assertThat(goal.openOn()).as(goal.id() + " open after everything was asked: " + answers).isNotEmpty()
            .allMatch(Advice.OpenOn::dontKnow);
      }
    }
    // Answers to questions that were never asked decide nothing; what waits for an "I don't know" may prove a silence.
    Advice complete = advise(knowledge, start, goals, person);
    for (Advice.Goal goal : advice.goals()) {
      Verdict verdict = complete.goal(goal.id()).verdict();
      assertThat(verdict == Verdict.UNSETTLED && goal.verdict() == Verdict.OPEN ? Verdict.OPEN : verdict)
          .as(goal.id() + ", seed " + SEED + ", on " + start.on() + ", answers " + answers + ", all " + person)
          .isEqualTo(goal.verdict());
    }
  }

  private Advice advise(Knowledge knowledge, Case start, List<String> goals, Map<String, Answer> answers) {
    return knowledge.advisor().adviseLifted(new Case(start.on(), goals, Map.copyOf(answers)));
  }

  /** An answer to every question. */
  private static Map<String, Answer> person(Knowledge knowledge, RandomCases cases) {
    Map<String, Answer> person = new LinkedHashMap<>();
    while (person.size() < knowledge.forms().questions().size()) {
      cases.next().answers().forEach(person::putIfAbsent);
    }
    return person;
  }

  /** Mending everything a refusal names undoes it; leaving one thing out does not. */
  @Test
  void refusalsAreMinimal() {
    int checked = 0;
    for (int i = 0; i < 60; i++) {
      SmallSet set = RandomRules.tree(SEED + i, 4 + i % 20);
      Knowledge knowledge = set.lifted();
      RandomCases cases = new RandomCases(knowledge, SEED + i);
      for (int n = 0; n < 100; n++) {
        Map<String, Answer> person = new LinkedHashMap<>(cases.next().answers());
        person.values().removeIf(answer -> !answer.isKnown());
        for (String goal : knowledge.forms().goals()) {
          Advice.Goal found = advise(knowledge, person, goal);
          if (found.verdict() == Verdict.NO) {
            mend(knowledge, person, found);
            checked++;
          }
        }
      }
    }
    assertThat(checked).isGreaterThan(1000);
  }

  private void mend(Knowledge knowledge, Map<String, Answer> person, Advice.Goal goal) {
    all(goal.failed()).forEach(wrong -> mend(knowledge, person, goal, wrong));
  }

  private void mend(Knowledge knowledge, Map<String, Answer> person, Advice.Goal goal, Set<String> wrong) {
    assertThat(wrong).isNotEmpty();
    Map<String, Answer> mended = new LinkedHashMap<>(person);
    wrong.forEach(question -> mended.compute(question, (id, answer) -> flipped(answer)));
    assertThat(advise(knowledge, mended, goal.id()).verdict())
        .as("seed " + SEED + ": " + goal.id() + " needs " + wrong + ": " + person).isNotEqualTo(Verdict.NO);
    for (String question : wrong) {
      Map<String, Answer> oneLeft = new LinkedHashMap<>(mended);
      oneLeft.put(question, person.get(question));
      assertThat(advise(knowledge, oneLeft, goal.id()).verdict())
          .as("seed " + SEED + ": " + goal.id() + " needs " + wrong + ", not " + question + ": " + person)
          .isEqualTo(Verdict.NO);
    }
  }

  private static Answer flipped(Answer answer) {
    return new Answer.YesNo(!((Answer.YesNo) answer).yes());
  }

  /** Every set of answers that, according to the refusal, would have to change together. */
  private static List<Set<String>> all(List<Failure> failures) {
    List<Set<String>> sets = List.of(Set.of());
    for (Failure failure : failures) {
      List<Set<String>> ways = failure instanceof Failure.WrongAnswer wrong ? List.of(Set.of(wrong.question()))
          : ((Failure.NotMet) failure).ways().stream().flatMap(way -> all(way.failed()).stream()).distinct().toList();
      sets = sets.stream().flatMap(set -> ways.stream().map(way -> {
        Set<String> joined = new TreeSet<>(set);
        joined.addAll(way);
        return (Set<String>) joined;
      })).distinct().toList();
    }
    return sets;
  }

  private static Advice.Goal advise(Knowledge knowledge, Map<String, Answer> answers, String goal) {
    return knowledge.advisor().adviseLifted(new Case(SmallSet.ON, List.of(goal), answers)).goal(goal);
  }
}
