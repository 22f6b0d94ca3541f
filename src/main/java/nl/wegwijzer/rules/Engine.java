package nl.wegwijzer.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import nl.wegwijzer.forms.Answer;
import nl.wegwijzer.forms.Forms;
import org.drools.compiler.kie.builder.impl.DrlProject;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.definition.type.FactType;
import org.kie.api.runtime.KieContainer;
import org.kie.api.runtime.KieSession;

/**
 * The rules compiled by Drools. Every evaluation runs in a session of its own, and what Drools fires is compared with
 * the lifted evaluation: advice is given only when both agree. Thread-safe.
 */
public final class Engine implements AutoCloseable {

  /** Far more firings than any case can need; reaching it means the rules do not come to rest. */
  private static final int FIRING_LIMIT = 100_000;
  private static final AtomicLong VERSIONS = new AtomicLong();

  /** How Drools compiles the rules; both ways must give the same advice. */
  public enum Mode {
    CLASSIC,
    EXECUTABLE_MODEL
  }

  private final RuleSet rules;
  private final KieContainer container;
  private final KieBase base;
  private final Set<String> negated;
  private final FactType settledType;
  private final Map<String, Facts> answerTypes = new HashMap<>();
  private final Map<Rule, Integer> numbers = new HashMap<>();

  private Engine(RuleSet rules, Forms forms, KieContainer container) {
    this.rules = rules;
    this.container = container;
    this.base = container.getKieBase();
    this.negated = rules.negated();
    this.settledType = base.getFactType(DrlWriter.PACKAGE, DrlWriter.SETTLED);
    List<String> questions = new ArrayList<>(forms.questions().keySet());
    questions.forEach(id -> answerTypes.put(id, facts(id, Properties.of(forms.question(id)).keySet())));
    answerTypes.put(RuleSet.REFERENCE_DATE, facts(RuleSet.REFERENCE_DATE, Properties.OF_REFERENCE_DATE.keySet()));
    for (int i = 0; i < rules.rules().size(); i++) {
      numbers.put(rules.rules().get(i), i);
    }
  }

  private Facts facts(String id, Collection<String> properties) {
    return new Facts(base.getFactType(DrlWriter.PACKAGE, DrlWriter.answer(id)), List.copyOf(properties));
  }

  /** The fact type of a question, and the properties to fill. */
  private record Facts(FactType type, List<String> properties) {

    Object of(Answer answer) {
      try {
        Object fact = type.newInstance();
        for (String property : properties) {
          type.set(fact, DrlWriter.field(property), Properties.value(answer, property));
        }
        return fact;
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /**
   * Compiles checked rules.
   *
   * @throws IllegalStateException when Drools refuses what the checker accepted, which is a defect of the checker
   */
  public static Engine compile(RuleSet rules, Forms forms, Mode mode) {
    KieServices services = KieServices.Factory.get();
    ReleaseId release = services.newReleaseId("nl.wegwijzer", "rules", "1." + VERSIONS.incrementAndGet());
    KieFileSystem files = services.newKieFileSystem();
    files.generateAndWritePomXML(release);
    files.write("src/main/resources/" + DrlWriter.PACKAGE + "/rules.drl", DrlWriter.write(rules, forms));
    KieBuilder builder = services.newKieBuilder(files, Engine.class.getClassLoader());
    builder.buildAll(mode == Mode.CLASSIC ? DrlProject.class : ExecutableModelProject.class);
    if (builder.getResults().hasMessages(Message.Level.ERROR)) {
      throw new IllegalStateException("Drools refuses checked rules: "
          + builder.getResults().getMessages(Message.Level.ERROR));
    }
    return new Engine(rules, forms, services.newKieContainer(release, Engine.class.getClassLoader()));
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
    Set<Fired.Entry> expected = new HashSet<>();
    List<Object> facts = new ArrayList<>();
    Set<String> closure = rules.closure(conclusions);
    for (String id : closure) {
      Answer answer = evaluation.answer(id);
      if (answer != null && answer.isKnown()) {
        facts.add(answerTypes.get(id).of(answer));
      } else if (rules.isConclusion(id)) {
        Settlement settlement = evaluation.of(id);
        expect(settlement, expected);
        if (settlement.truth() == Truth.FALSE && negated.contains(id)) {
          facts.add(settled(id));
        }
      }
    }
    Set<Fired.Entry> actual = new HashSet<>();
    for (Fired.Entry entry : fire(facts)) {
      if (closure.contains(rules.rules().get(entry.rule()).conclusion())) {
        actual.add(entry);
      }
    }
    if (!actual.equals(expected)) {
      throw new IllegalStateException("the two evaluations differ: " + difference(actual, expected));
    }
    return evaluation;
  }

  /** Notes which rules a case makes decide, and which it considers but leaves silent. */
  public void trace(Collection<String> conclusions, LocalDate on, Map<String, Answer> answers, Set<Rule> decided,
      Set<Rule> silent) {
    Evaluation evaluation = new Evaluation(rules, on, answers);
    conclusions.forEach(evaluation::of);
    evaluation.visited().values().forEach(settlement -> settlement.attempts().forEach(attempt ->
        (attempt.truth() == Truth.TRUE ? decided : silent).add(attempt.rule())));
  }

  /** The bare rules in a fresh session with the answers that the conclusions can need, for measurements: how many fired. */
  public int fireOnly(Collection<String> conclusions, LocalDate on, Map<String, Answer> answers) {
    List<Object> facts = new ArrayList<>();
    for (String id : rules.closure(conclusions)) {
      Answer answer = id.equals(RuleSet.REFERENCE_DATE) ? Properties.referenceDate(on) : answers.get(id);
      if (answer != null && answer.isKnown()) {
        facts.add(answerTypes.get(id).of(answer));
      }
    }
    return fire(facts).size();
  }

  private void expect(Settlement settlement, Set<Fired.Entry> expected) {
    settlement.firings().forEach(firing -> expected.add(
        new Fired.Entry(numbers.get(firing.rule()), List.copyOf(firing.values().values()))));
    settlement.attempts().forEach(attempt -> {
      if (attempt.rule().leavesOpen() && attempt.truth() == Truth.TRUE) {
        expected.add(new Fired.Entry(numbers.get(attempt.rule()), List.of()));
      }
    });
  }

  private List<Fired.Entry> fire(List<Object> facts) {
    Fired fired = new Fired();
    KieSession session = base.newKieSession();
    try {
      session.setGlobal("fired", fired);
      facts.forEach(session::insert);
      if (session.fireAllRules(FIRING_LIMIT) >= FIRING_LIMIT) {
        throw new IllegalStateException("the rules do not come to rest");
      }
    } finally {
      session.dispose();
    }
    return fired.entries();
  }

  private Object settled(String conclusion) {
    try {
      Object fact = settledType.newInstance();
      settledType.set(fact, DrlWriter.field("conclusion"), conclusion);
      return fact;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private String difference(Set<Fired.Entry> actual, Set<Fired.Entry> expected) {
    Map<String, String> names = new LinkedHashMap<>();
    actual.stream().filter(entry -> !expected.contains(entry)).forEach(entry ->
        names.put(rules.rules().get(entry.rule()).name(), "fired by Drools alone"));
    expected.stream().filter(entry -> !actual.contains(entry)).forEach(entry ->
        names.put(rules.rules().get(entry.rule()).name(), "not fired by Drools"));
    return names.toString();
  }

  @Override
  public void close() {
    container.dispose();
    KieServices.Factory.get().getRepository().removeKieModule(container.getReleaseId());
  }
}
