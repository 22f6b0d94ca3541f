package nl.wegwijzer.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.wegwijzer.forms.Answer;
import nl.wegwijzer.forms.Forms;

/**
 * The rules compiled by Drools, in parts that share no conclusion: an evaluation fires only the parts it needs, and a
 * change compiles only the parts it touches. What Drools fires is compared with the lifted evaluation: advice is given
 * only when both agree. Thread-safe.
 */
public final class Engine {

  /** How Drools compiles the rules; both ways must give the same advice. */
  public enum Mode {
    CLASSIC,
    EXECUTABLE_MODEL
  }

  private final RuleSet rules;
  private final Mode mode;
  private final List<Part> parts;
  private final Map<String, Part> partOf = new HashMap<>();

  private Engine(RuleSet rules, Mode mode, List<Part> parts) {
    this.rules = rules;
    this.mode = mode;
    this.parts = parts;
    parts.forEach(part -> part.rules().conclusions().forEach(id -> partOf.put(id, part)));
  }

  /** @param drl what Drools compiled; rules are numbered in it in their order */
  private record Part(RuleSet rules, Map<Rule, Integer> numbers, Set<String> negated, String drl, Compiled compiled) {

    static Part of(RuleSet rules, Forms forms, Mode mode, Map<String, Compiled> known) {
      Map<Rule, Integer> numbers = new HashMap<>();
      rules.rules().forEach(rule -> numbers.put(rule, numbers.size()));
      String drl = DrlWriter.write(rules, forms);
      Compiled compiled = known.get(drl);
      return new Part(rules, numbers, rules.negated(), drl,
          compiled != null ? compiled : Compiled.of(drl, rules, forms, mode));
    }

    /** The facts that Drools needs to judge a conclusion or question of a case, which may be none. */
    void facts(String id, Evaluation evaluation, List<Object> facts) {
      if (rules.isConclusion(id)) {
        if (negated.contains(id) && evaluation.of(id).truth() == Truth.FALSE) {
          facts.add(compiled.settled(id));
        }
      } else if (rules.questions().contains(id)) {
        Answer answer = evaluation.answer(id);
        if (answer != null && answer.isKnown()) {
          facts.add(compiled.answered(id, answer));
        }
      }
    }

    void expect(Settlement settlement, Set<Fired.Entry> expected) {
      settlement.firings().forEach(firing -> expected.add(
          new Fired.Entry(numbers.get(firing.rule()), List.copyOf(firing.values().values()))));
      settlement.attempts().forEach(attempt -> {
        if (attempt.rule().leavesOpen() && attempt.truth() == Truth.TRUE) {
          expected.add(new Fired.Entry(numbers.get(attempt.rule()), List.of()));
        }
      });
    }
  }

  /**
   * Compiles checked rules.
   *
   * @param before an earlier engine, of which the parts that did not change are used again; may be null
   * @throws IllegalStateException when Drools refuses what the checker accepted, which is a defect of the checker
   */
  public static Engine compile(RuleSet rules, Forms forms, Mode mode, Engine before) {
    Map<String, Compiled> known = new HashMap<>();
    if (before != null && before.mode == mode) {
      before.parts.forEach(part -> known.put(part.drl(), part.compiled()));
    }
    return new Engine(rules, mode, rules.apart().parallelStream().map(part -> Part.of(part, forms, mode, known)).toList());
  }

  /** As above, all of it anew. */
  public static Engine compile(RuleSet rules, Forms forms, Mode mode) {
    return compile(rules, forms, mode, null);
  }

  /** The conclusions of which the rules had to be compiled, because an earlier engine had none that are the same. */
  public Set<String> changedSince(Engine before) {
    Set<String> changed = new LinkedHashSet<>();
    parts.stream().filter(part -> before.parts.stream().noneMatch(its -> its.compiled() == part.compiled()))
        .forEach(part -> changed.addAll(part.rules().conclusions()));
    return changed;
  }

  /**
   * Evaluates the conclusions with Drools and with the lifted form.
   *
   * @return the lifted evaluation, every firing of which Drools has confirmed
   * @throws IllegalStateException when the two do not say the same
   */
  public Evaluation evaluate(Collection<String> conclusions, LocalDate on, Map<String, Answer> answers) {
    Evaluation evaluation = new Evaluation(rules, on, answers);
    conclusions.forEach(evaluation::of);
    Set<String> closure = rules.closure(conclusions);
    for (Part part : needed(closure)) {
      Set<Fired.Entry> expected = new HashSet<>();
      List<Object> facts = new ArrayList<>();
      for (String id : closure) {
        part.facts(id, evaluation, facts);
        if (part.rules().isConclusion(id)) {
          part.expect(evaluation.of(id), expected);
        }
      }
      Set<Fired.Entry> actual = new HashSet<>();
      for (Fired.Entry entry : part.compiled().fire(facts)) {
        if (closure.contains(part.rules().rules().get(entry.rule()).conclusion())) {
          actual.add(entry);
        }
      }
      if (!actual.equals(expected)) {
        throw new IllegalStateException("the two evaluations differ: " + difference(part.rules(), actual, expected));
      }
    }
    return evaluation;
  }

  private Set<Part> needed(Set<String> closure) {
    Set<Part> needed = new LinkedHashSet<>();
    for (String id : closure) {
      Part part = partOf.get(id);
      if (part != null) {
        needed.add(part);
      }
    }
    return needed;
  }

  /** Notes which rules a case makes decide, and which it considers but leaves silent. */
  public void trace(Collection<String> conclusions, LocalDate on, Map<String, Answer> answers, Set<Rule> decided,
      Set<Rule> silent) {
    Evaluation evaluation = new Evaluation(rules, on, answers);
    conclusions.forEach(evaluation::of);
    evaluation.visited().values().forEach(settlement -> settlement.attempts().forEach(attempt ->
        (attempt.truth() == Truth.TRUE ? decided : silent).add(attempt.rule())));
  }

  /** The bare rules in fresh sessions with the answers that the conclusions can need, for measurements: how many fired. */
  public int fireOnly(Collection<String> conclusions, LocalDate on, Map<String, Answer> answers) {
    Set<String> closure = rules.closure(conclusions);
    int fired = 0;
    for (Part part : needed(closure)) {
      List<Object> facts = new ArrayList<>();
      for (String id : closure) {
        Answer answer = id.equals(RuleSet.REFERENCE_DATE) ? Properties.referenceDate(on) : answers.get(id);
        if (answer != null && answer.isKnown() && part.rules().questions().contains(id)) {
          facts.add(part.compiled().answered(id, answer));
        }
      }
      fired += part.compiled().fire(facts).size();
    }
    return fired;
  }

  private static String difference(RuleSet rules, Set<Fired.Entry> actual, Set<Fired.Entry> expected) {
    Map<String, String> names = new LinkedHashMap<>();
    actual.stream().filter(entry -> !expected.contains(entry)).forEach(entry ->
        names.put(rules.rules().get(entry.rule()).name(), "fired by Drools alone"));
    expected.stream().filter(entry -> !actual.contains(entry)).forEach(entry ->
        names.put(rules.rules().get(entry.rule()).name(), "not fired by Drools"));
    return names.toString();
  }
}
