package nl.wegwijzer.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.wegwijzer.forms.Answer;
import nl.wegwijzer.forms.Forms;
import org.kie.api.runtime.KieSession;

/**
 * Decides cases in which every question is answered by Drools alone, without a line of Java that derives anything.
 *
 * <p>With all answers there, what does not hold fails, unless the report is silent about it: {@code C_} facts hold,
 * {@code U_} facts are left open, {@code M_} facts are either, and truth maintenance keeps them consistent. Thread-safe.
 */
public final class ClosedWorld {

  private final RuleSet rules;
  private final Set<String> closure;
  private final Map<String, Boolean> silent = new HashMap<>();
  private final StringBuilder drl = new StringBuilder();
  private final Program program;
  private int names;

  /** For everything that some goals rest on. */
  public ClosedWorld(RuleSet rules, Forms forms, Collection<String> goals) {
    this.rules = rules;
    this.closure = rules.closure(goals);
    for (String id : closure) {
      rules.rulesFor(id).stream().filter(rule -> !rule.leavesOpen()).forEach(this::hold);
      if (canBeSilent(id)) {
        for (String kind : List.of("W_", "U_", "M_")) {
          drl.append(DrlWriter.type(kind + id, Map.of())).append('\n');
        }
        rules.rulesFor(id).forEach(rule -> may(rule, 0, List.of(), new HashSet<>()));
        rule("W_" + id + "()\nnot C_" + id + "()\n", "insertLogical( new U_" + id + "( true ) );");
        rule("C_" + id + "()\n", "insertLogical( new M_" + id + "( true ) );");
        rule("U_" + id + "()\n", "insertLogical( new M_" + id + "( true ) );");
      }
    }
    this.program = Program.compile("import " + LocalDate.class.getName() + "\n", rules, forms, closure,
        drl.toString());
  }

  /** What becomes of each conclusion, and the values of those that hold. */
  public record World(Map<String, Truth> truths, Map<String, Set<Map<String, Object>>> values) {}

  public World of(LocalDate on, Map<String, Answer> answers) {
    World world = new World(new HashMap<>(), new HashMap<>());
    closure.stream().filter(rules::isConclusion).forEach(id -> world.truths().put(id, Truth.FALSE));
    KieSession session = program.session();
    try {
      program.facts(on, answers).forEach(session::insert);
      Program.fire(session);
      for (Object fact : session.getObjects()) {
        String type = fact.getClass().getSimpleName();
        String id = type.substring(2);
        if (type.startsWith("C_")) {
          world.truths().put(id, Truth.TRUE);
          world.values().computeIfAbsent(id, key -> new HashSet<>()).add(program.values(fact, rules.fieldsOf(id)));
        } else if (type.startsWith("U_")) {
          world.truths().put(id, Truth.UNSETTLED);
        }
      }
    } finally {
      session.dispose();
    }
    return world;
  }

  /** Whether the report can be silent about a conclusion, or about one that its rules rest on. */
  private boolean canBeSilent(String id) {
    Boolean known = silent.get(id);
    if (known == null) {
      known = rules.rulesFor(id).stream().anyMatch(rule -> rule.leavesOpen() || rule.conditions().stream()
          .anyMatch(condition -> rules.isConclusion(condition.id()) && canBeSilent(condition.id())));
      silent.put(id, known);
    }
    return known;
  }

  private void hold(Rule rule) {
    StringBuilder when = new StringBuilder();
    for (Condition condition : rule.conditions()) {
      if (condition instanceof Condition.Not) {
        when.append("not C_").append(condition.id()).append("()\n");
        if (canBeSilent(condition.id())) {
          when.append("not U_").append(condition.id()).append("()\n");
        }
      } else {
        when.append(Probed.pattern(condition, condition.constraints())).append('\n');
      }
    }
    rule(when.toString(), Probed.made(rule, "made") + "insertLogical( made );");
  }

  /**
   * None of the conditions fails: each holds or is left open. A conclusion that is left open has no value to give, so
   * that what is compared with it is left open as well.
   */
  private void may(Rule rule, int from, List<String> before, Set<String> lost) {
    if (from == rule.conditions().size()) {
      rule(String.join("\n", before) + "\n", "insertLogical( new W_" + rule.conclusion() + "( true ) );");
      return;
    }
    Condition condition = rule.conditions().get(from);
    if (condition instanceof Condition.Not) {
      may(rule, from + 1, and(before, "not C_" + condition.id() + "()"), lost);
    } else if (condition instanceof Condition.OfConclusion pattern && canBeSilent(condition.id())) {
      if (pattern.constraints().isEmpty()) {
        may(rule, from + 1, and(before, "M_" + condition.id() + "()"), lost);
      } else {
        may(rule, from + 1, and(before, known(condition, lost)), lost);
        Set<String> more = new HashSet<>(lost);
        pattern.constraints().forEach(constraint -> {
          if (constraint instanceof Constraint.Bind bind) {
            more.add(bind.variable());
          }
        });
        may(rule, from + 1, and(before, "U_" + condition.id() + "()"), more);
      }
    } else {
      may(rule, from + 1, and(before, known(condition, lost)), lost);
    }
  }

  /** A pattern without what is compared with a value that nobody gives. */
  private static String known(Condition condition, Set<String> lost) {
    return Probed.pattern(condition, condition.constraints().stream().filter(constraint -> {
      Set<String> used = new LinkedHashSet<>();
      if (constraint instanceof Constraint.Compare compare) {
        compare.values().forEach(value -> value.variables(used));
      }
      return used.stream().noneMatch(lost::contains);
    }).toList());
  }

  private static List<String> and(List<String> before, String condition) {
    List<String> more = new ArrayList<>(before);
    more.add(condition);
    return more;
  }

  private void rule(String when, String then) {
    drl.append("rule \"").append(names++).append("\" when\n").append(when).append("then ").append(then)
        .append(" end\n");
  }
}
