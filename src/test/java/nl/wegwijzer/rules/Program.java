package nl.wegwijzer.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.wegwijzer.forms.Answer;
import nl.wegwijzer.forms.Forms;
import org.kie.api.KieBase;
import org.kie.api.definition.type.FactType;
import org.kie.api.runtime.KieSession;

/** A text of rules in one package, compiled by Drools, and the facts that go in and out of its sessions. */
final class Program {

  /** Far more than any case of a test can need; reaching it means that the rules do not come to rest. */
  private static final int FIRING_LIMIT = 100_000;

  private final KieBase base;
  private final Map<String, FactType> types = new HashMap<>();
  private final Map<String, Collection<String>> properties = new HashMap<>();

  private Program(String drl) {
    this.base = Compiled.compile(drl, Engine.Mode.CLASSIC);
    base.getKiePackage(DrlWriter.PACKAGE).getFactTypes().forEach(type -> types.put(type.getSimpleName(), type));
  }

  /**
   * Compiles rules after the fact types of everything that some conclusions rest on.
   *
   * @param header imports and globals, and further types
   */
  static Program compile(String header, RuleSet rules, Forms forms, Collection<String> closure, String drl) {
    StringBuilder all = new StringBuilder("package " + DrlWriter.PACKAGE + "\n" + header);
    Map<String, Collection<String>> properties = new HashMap<>();
    for (String id : closure) {
      if (rules.isConclusion(id)) {
        all.append(DrlWriter.type(DrlWriter.conclusion(id), rules.types(id))).append('\n');
      } else {
        Map<String, ValueType> own = DrlWriter.properties(id, forms);
        all.append(DrlWriter.type(DrlWriter.answer(id), own)).append('\n');
        properties.put(id, own.keySet());
      }
    }
    Program program = new Program(all.append(drl).toString());
    program.properties.putAll(properties);
    return program;
  }

  KieSession session() {
    return base.newKieSession();
  }

  static void fire(KieSession session) {
    if (session.fireAllRules(FIRING_LIMIT) >= FIRING_LIMIT) {
      throw new IllegalStateException("the rules do not come to rest");
    }
  }

  Object fact(String type, Map<String, Object> fields) {
    try {
      FactType made = types.get(type);
      Object fact = made.newInstance();
      fields.forEach((field, value) -> made.set(fact, DrlWriter.field(field), value));
      return fact;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The facts for the answers of a case; what is missing or not known has none. */
  List<Object> facts(LocalDate on, Map<String, Answer> answers) {
    List<Object> facts = new ArrayList<>();
    properties.forEach((id, all) -> {
      Answer answer = id.equals(RuleSet.REFERENCE_DATE) ? new Answer.Date(on) : answers.get(id);
      if (answer != null && answer.isKnown()) {
        Map<String, Object> fields = new HashMap<>();
        all.forEach(property -> fields.put(property, Properties.value(answer, property)));
        facts.add(fact(DrlWriter.answer(id), fields));
      }
    });
    return facts;
  }

  Object value(Object fact, String field) {
    return types.get(fact.getClass().getSimpleName()).get(fact, DrlWriter.field(field));
  }

  /** The values that a conclusion carries, by field. */
  Map<String, Object> values(Object fact, Collection<String> fields) {
    Map<String, Object> values = new LinkedHashMap<>();
    fields.forEach(field -> values.put(field, value(fact, field)));
    return values;
  }
}
