package nl.wegwijzer.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A rule, with a probe for every comparison in it.
 *
 * @param probes per condition those of its comparisons, in order
 * @param binders per variable the condition that gives it a value, and the property
 */
record Probed(int number, Rule rule, List<List<Probe>> probes, Map<String, Binder> binders) {

  record Binder(int condition, String property) {}

  /**
   * A rule for Drools that tells of which facts one comparison holds.
   *
   * @param needs the conditions of which it takes a value, its own among them, in order
   */
  record Probe(int number, List<Integer> needs) {}

  /**
   * Writes the probes; comparisons that read the same share one. A probe joins the conditions that bind its variables,
   * but does not ask whether their own comparisons hold: so that one failed condition does not hide another.
   */
  static final class Writer {

    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final StringBuilder drl = new StringBuilder();

    String drl() {
      return drl.toString();
    }

    Probed add(int number, Rule rule) {
      List<List<Probe>> probes = new ArrayList<>();
      Map<String, Binder> binders = new LinkedHashMap<>();
      for (int i = 0; i < rule.conditions().size(); i++) {
        List<Probe> own = new ArrayList<>();
        for (Constraint constraint : rule.conditions().get(i).constraints()) {
          if (constraint instanceof Constraint.Bind bind) {
            binders.put(bind.variable(), new Binder(i, bind.property()));
          } else {
            own.add(probe(rule, i, (Constraint.Compare) constraint, binders));
          }
        }
        probes.add(List.copyOf(own));
      }
      write(number, rule, binders.keySet());
      return new Probed(number, rule, List.copyOf(probes), binders);
    }

    private Probe probe(Rule rule, int at, Constraint.Compare compare, Map<String, Binder> binders) {
      Set<String> used = new LinkedHashSet<>();
      compare.values().forEach(value -> value.variables(used));
      Set<Integer> needs = new TreeSet<>(Set.of(at));
      used.forEach(variable -> needs.add(binders.get(variable).condition()));
      StringBuilder when = new StringBuilder();
      List<String> facts = new ArrayList<>();
      for (int need : needs) {
        Condition condition = rule.conditions().get(need);
        List<String> parts = new ArrayList<>();
        used.forEach(variable -> {
          Binder binder = binders.get(variable);
          if (binder.condition() == need) {
            parts.add(variable + " : " + DrlWriter.field(binder.property()));
          }
        });
        if (need == at) {
          parts.add(DrlWriter.constraint(compare));
        }
        if (condition instanceof Condition.OfConclusion) {
          facts.add("$fact" + facts.size());
          when.append(facts.get(facts.size() - 1)).append(" : ").append(DrlWriter.conclusion(condition.id()));
        } else {
          when.append(DrlWriter.answer(condition.id()));
        }
        when.append("( ").append(String.join(", ", parts)).append(" )\n");
      }
      Integer known = numbers.get(when.toString());
      if (known == null) {
        known = numbers.size();
        numbers.put(when.toString(), known);
        drl.append("rule \"probe ").append(known).append("\" when\n").append(when).append("then hits.")
            .append(facts.isEmpty() ? "hit( " + known : "join( " + known + ", " + String.join(", ", facts))
            .append(" ); end\n");
      }
      return new Probe(known, List.copyOf(needs));
    }

    private void write(int number, Rule rule, Set<String> variables) {
      drl.append("rule \"").append(number).append("\" when\n");
      List<String> premises = new ArrayList<>();
      for (int i = 0; i < rule.conditions().size(); i++) {
        Condition condition = rule.conditions().get(i);
        premises.add(condition instanceof Condition.OfConclusion ? "$fact" + i : "null");
        if (condition instanceof Condition.Not) {
          drl.append(DrlWriter.SETTLED).append("( p_conclusion == \"").append(condition.id()).append("\" ) not ")
              .append(DrlWriter.conclusion(condition.id())).append("()\n");
        } else {
          drl.append(condition instanceof Condition.OfConclusion ? "$fact" + i + " : " : "")
              .append(pattern(condition, condition.constraints())).append('\n');
        }
      }
      drl.append("then\n");
      if (!rule.leavesOpen()) {
        drl.append(made(rule, "made")).append("insertLogical( made );\n");
      }
      drl.append("hits.fire( ").append(number).append(", \"").append(rule.conclusion()).append("\", ")
          .append(rule.leavesOpen() ? "null" : "made").append(", new Object[] {").append(String.join(", ", premises))
          .append("}, new Object[] {").append(String.join(", ", variables)).append("} ); end\n");
    }
  }

  /** Java that makes the conclusion of a rule. */
  static String made(Rule rule, String name) {
    String type = DrlWriter.conclusion(rule.conclusion());
    return type + " " + name + " = new " + type + "( " + (rule.arguments().isEmpty() ? "true"
        : String.join(", ", rule.arguments().stream().map(DrlWriter::expression).toList())) + " ); ";
  }

  static String pattern(Condition condition, List<Constraint> constraints) {
    return (condition instanceof Condition.OfAnswer ? DrlWriter.answer(condition.id())
        : DrlWriter.conclusion(condition.id()))
        + "( " + String.join(", ", constraints.stream().map(DrlWriter::constraint).toList()) + " )";
  }
}
