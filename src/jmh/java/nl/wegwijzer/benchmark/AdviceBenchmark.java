package nl.wegwijzer.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import nl.wegwijzer.advice.Case;
import nl.wegwijzer.advice.Decision;
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
 * Advice in each way it is given, beside the bare rules in a fresh Drools session and, for the nareis journey,
 * hand-written Java. The same random cases go through all of them.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(value = 1, jvmArgsAppend = {"-Xmx256m", "-XX:+UseSerialGC"})
public class AdviceBenchmark {

  private static final int CASES = 4096;

  /** Random cases for the goals of one journey, one after the other. */
  abstract static class Cases {

    final Knowledge knowledge = KnowledgeLoader.load(Path.of(""), Engine.Mode.CLASSIC).knowledge().orElseThrow();
    final List<Case> cases = new ArrayList<>();
    final List<Case> single = new ArrayList<>();
    Set<String> demanded;
    private int next;

    void make(String journey) {
      List<String> goals = knowledge.forms().journey(journey).orElseThrow().goals();
      demanded = knowledge.advisor().demanded(goals);
      RandomCases random = new RandomCases(knowledge, 20240515);
      for (int i = 0; i < CASES; i++) {
        Case any = random.next();
        cases.add(new Case(any.on(), goals, any.answers()));
        single.add(new Case(any.on(), List.of(goals.get(i % goals.size())), any.answers()));
      }
    }

    Case next() {
      next = (next + 1) % CASES;
      return cases.get(next);
    }

    Case nextOfOneGoal() {
      next = (next + 1) % CASES;
      return single.get(next);
    }
  }

  /** Each journey in turn. */
  @State(Scope.Benchmark)
  public static class OfJourney extends Cases {

    @Param({"Mvv", "ErkendReferent", "Nareis", "Nederlanderschap", "Inburgering",
        "CultureleUitwisseling"})
    public String journey;

    @Setup
    public void make() {
      make(journey);
      knowledge.engine();
    }
  }

  /** Nareis, with the check that the hand-written Java decides as the rules do. */
  @State(Scope.Benchmark)
  public static class OfNareis extends Cases {

    @Setup
    public void make() {
      make("Nareis");
      cases.forEach(each -> {
        HandWrittenNareis java = new HandWrittenNareis(each.answers());
        List<Decision.Goal> goals = knowledge.advisor().decideLifted(each).goals();
        if (!java.nareis().sameAs(goals.get(0)) || !java.siblings().sameAs(goals.get(1))) {
          throw new IllegalStateException("hand-written Java decides otherwise: " + each + goals + java.nareis()
              + java.siblings());
        }
      });
    }
  }

  /** What the first person with a condition key gets: Drools, lifted rules, agreement, proof, refusal, questions. */
  @Benchmark
  @BenchmarkMode({Mode.AverageTime, Mode.SampleTime})
  @Warmup(iterations = 4, time = 2)
  public Object freshAdvice(OfJourney of) {
    return of.knowledge.advisor().adviseAfresh(of.next());
  }

  /** What everybody after that gets: the same advice, bound to their own values. */
  @Benchmark
  public Object rememberedAdvice(OfJourney of) {
    return of.knowledge.advisor().advise(of.next());
  }

  /** The same advice without Drools. */
  @Benchmark
  public Object liftedAdvice(OfJourney of) {
    return of.knowledge.advisor().adviseLifted(of.next());
  }

  /** Verdicts, certainty, questions and refusals by the lifted rules, before they are told to somebody. */
  @Benchmark
  public Object liftedDecision(OfJourney of) {
    return of.knowledge.advisor().decideLifted(of.next());
  }

  /** As the one before, for one goal of the journey at a time, each in turn. */
  @Benchmark
  public Object liftedGoal(OfJourney of) {
    return of.knowledge.advisor().decideLifted(of.nextOfOneGoal());
  }

  /** Verdicts, certainty, questions and refusals, kept by condition key. */
  @Benchmark
  public Object rememberedDecision(OfJourney of) {
    return of.knowledge.advisor().decide(of.next());
  }

  /** Only the rules, in a fresh Drools session with the answers that the journey can need. */
  @Benchmark
  public Object bareSession(OfJourney of) {
    Case each = of.next();
    return of.knowledge.engine().fireOnly(of.demanded, each.on(), each.answers());
  }

  /** Verdicts, failed conditions and open questions of the nareis journey in plain Java. */
  @Benchmark
  public Object handWritten(OfNareis of) {
    HandWrittenNareis java = new HandWrittenNareis(of.next().answers());
    return List.of(java.nareis(), java.siblings());
  }
}
