package nl.wegwijzer.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nl.wegwijzer.advice.Advice;
import nl.wegwijzer.advice.Case;
import nl.wegwijzer.knowledge.Knowledge;
import nl.wegwijzer.knowledge.KnowledgeLoader;
import nl.wegwijzer.knowledge.RandomCases;
import nl.wegwijzer.rules.Engine;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Fresh advices with full proof and questions, beside the bare rules in a fresh Drools session, the lifted rules alone
 * and, for the nareis journey, hand-written Java. The same random cases go through all of them.
 */
@State(Scope.Benchmark)
@BenchmarkMode({Mode.AverageTime, Mode.SampleTime})
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(value = 1, jvmArgsAppend = "-Xmx256m")
public class AdviceBenchmark {

  private static final int CASES = 4096;

  @Param({"Mvv", "ErkendReferent", "Nareis", "Nederlanderschap", "Inburgering"})
  public String journey;

  private Knowledge knowledge;
  private List<Case> cases;
  private int next;

  @Setup
  public void load() {
    knowledge = KnowledgeLoader.load(Path.of(""), Engine.Mode.CLASSIC).knowledge().orElseThrow();
    List<String> goals = knowledge.forms().journey(journey).orElseThrow().goals();
    RandomCases random = new RandomCases(knowledge, 20240515);
    cases = new ArrayList<>();
    for (int i = 0; i < CASES; i++) {
      Case any = random.next();
      cases.add(new Case(any.on(), goals, any.answers()));
    }
    if (journey.equals("Nareis")) {
      cases.forEach(this::compare);
    }
  }

  private void compare(Case each) {
    Advice advice = knowledge.advisor().advise(each);
    HandWrittenNareis java = new HandWrittenNareis(each.answers());
    if (advice.goal("NareisPossible").verdict() != java.nareis().verdict()
        || advice.goal("NareisArt8Possible").verdict() != java.siblings().verdict()) {
      throw new IllegalStateException("hand-written Java decides otherwise: " + each);
    }
  }

  private Case nextCase() {
    next = (next + 1) % CASES;
    return cases.get(next);
  }

  /** What people get: Drools, lifted rules, agreement, proof, refusal, questions. */
  @Benchmark
  public Object advice() {
    return knowledge.advisor().advise(nextCase());
  }

  /** The same advice without Drools. */
  @Benchmark
  public Object liftedAdvice() {
    return knowledge.advisor().adviseLifted(nextCase());
  }

  /** Only the rules, in a fresh Drools session with every answer of the case. */
  @Benchmark
  public Object bareSession() {
    Case each = nextCase();
    return knowledge.engine().fireOnly(goals, each.on(), each.answers());
  }

  /** The decisions of the nareis journey in plain Java; other journeys have no such version and measure nothing. */
  @Benchmark
  public Object handWritten() {
    if (!journey.equals("Nareis")) {
      return null;
    }
    HandWrittenNareis java = new HandWrittenNareis(nextCase().answers());
    return List.of(java.nareis(), java.siblings());
  }
}
