package nl.wegwijzer.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import nl.wegwijzer.RandomRules;
import nl.wegwijzer.SmallSet;
import nl.wegwijzer.advice.Case;
import nl.wegwijzer.forms.Answer;
import nl.wegwijzer.knowledge.Completions;
import nl.wegwijzer.knowledge.Knowledge;
import nl.wegwijzer.knowledge.RandomCases;
import org.junit.jupiter.api.Test;

class WitnessTest {

  private static final long SEED = Long.getLong("wegwijzer.seed", ThreadLocalRandom.current().nextLong());
  private static final int CASES = Integer.getInteger("wegwijzer.cases", 100_000);
  private static final int SETS = Integer.getInteger("wegwijzer.sets", 16);

  static {
    System.out.println("WitnessTest: -Dwegwijzer.seed=" + SEED);
  }

  @Test
  void trial() {
    int bad = 0;
    for (int i = 0; i < SETS; i++) {
      SmallSet set = RandomRules.mixed(SEED + i, 4 + 2 * i);
      Knowledge knowledge = set.lifted();
      long t0 = System.nanoTime();
      Witness witness = new Witness(set.rules(), set.forms(), knowledge.forms().goals());
      ClosedWorld world = new ClosedWorld(set.rules(), set.forms(), knowledge.forms().goals());
      long t1 = System.nanoTime();
      RandomCases cases = new RandomCases(knowledge, SEED + i);
      Completions completions = new Completions(knowledge, SEED + i);
      long a = 0, b = 0, c = 0;
      int claims = 0;
      for (int n = 0; n < CASES / SETS && bad < 10; n++) {
        Case given = cases.next();
        Evaluation evaluation = new Evaluation(set.rules(), given.on(), given.answers());
        long s0 = System.nanoTime();
        set.rules().closure(set.forms().goals()).stream().filter(set.rules()::isConclusion).forEach(evaluation::of);
        long s1 = System.nanoTime();
        Map<String, Answer> full = completions.of(given.on(), given.answers());
        long s3 = System.nanoTime();
        Set<String> claimed = Set.of();
        try {
          claimed = witness.confirm(given.on(), given.answers(), evaluation::of);
          claims += claimed.size();
        } catch (AssertionError e) {
          System.out.println("set " + (SEED + i) + " size " + (4 + 2 * i) + " case " + n + ": " + e.getMessage());
          bad++;
        }
        long s2 = System.nanoTime();
        ClosedWorld.World w = world.of(given.on(), full);
        long s4 = System.nanoTime();
        a += s1 - s0;
        b += s2 - s3;
        c += s4 - s2;
        Evaluation complete = new Evaluation(set.rules(), given.on(), full);
        for (Map.Entry<String, Truth> e : w.truths().entrySet()) {
          Truth now = evaluation.of(e.getKey()).truth();
          if (complete.of(e.getKey()).truth() != e.getValue() || now != Truth.OPEN && now != e.getValue()) {
            bad++;
            System.out.println("set " + (SEED + i) + " size " + (4 + 2 * i) + " case " + n + ": " + e + " now " + now + " complete " + complete.of(e.getKey()).truth() + given + full);
          }
        }
      }
      System.out.println(i + ": " + set.rules().rules().size() + " rules, compile " + (t1 - t0) / 1000000 + " ms, lifted " + a / 1000 * SETS / CASES
          + " us, witness " + b / 1000 * SETS / CASES + " us, closed " + c / 1000 * SETS / CASES + " us, claims " + claims);
      witness.close();
      world.close();
    }
    assertThat(bad).isZero();
  }
}
