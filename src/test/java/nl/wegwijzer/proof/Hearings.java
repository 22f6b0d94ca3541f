package nl.wegwijzer.proof;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import nl.wegwijzer.forms.Answer;
import nl.wegwijzer.knowledge.Knowledge;
import nl.wegwijzer.rules.Court;
import nl.wegwijzer.rules.Evaluation;

/** Has every step of a walk borne out by Drools, and one in so many tried out with complete answers. Thread-safe. */
final class Hearings implements Walk.Onlooker {

  private static final int EVERY = 20;

  private final Knowledge knowledge;
  private final Map<Set<String>, Court> courts = new ConcurrentHashMap<>();
  private final AtomicInteger heard = new AtomicInteger();

  Hearings(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  @Override
  public void step(Set<String> told, Evaluation evaluation, Map<String, Answer> answers) {
    courts.computeIfAbsent(told, goals -> new Court(knowledge, goals, 1))
        .hear(evaluation.on(), answers, heard.incrementAndGet() % EVERY == 0 ? 1 : 0);
  }

  int heard() {
    return heard.get();
  }
}
