package nl.wegwijzer.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One rule as its author wrote it: a sentence, its sources, its certainty, its conditions and its consequence. */
public final class Rule {

  private final String name;
  private final List<Citation> sources;
  private final Certainty certainty;
  private final Optional<LocalDate> from;
  private final Optional<LocalDate> until;
  private final List<Condition> conditions;
  private final Effect effect;
  private final String file;
  private final int line;
  private final List<BitSet> joins;

  Rule(String name, List<Citation> sources, Certainty certainty, Optional<LocalDate> from, Optional<LocalDate> until,
      List<Condition> conditions, Effect effect, String file, int line) {
    this.name = name;
    this.sources = sources;
    this.certainty = certainty;
    this.from = from;
    this.until = until;
    this.conditions = conditions;
    this.effect = effect;
    this.file = file;
    this.line = line;
    this.joins = joins(conditions);
  }

  /** Per condition the earlier ones of which it uses a value; empty where no condition takes one. */
  private static List<BitSet> joins(List<Condition> conditions) {
    Map<String, Integer> taken = new HashMap<>();
    List<BitSet> joins = new ArrayList<>();
    for (int i = 0; i < conditions.size(); i++) {
      BitSet joined = new BitSet();
      Set<String> used = new HashSet<>();
      for (Constraint constraint : conditions.get(i).constraints()) {
        if (constraint instanceof Constraint.Compare compare) {
          compare.values().forEach(value -> value.variables(used));
        }
      }
      used.forEach(variable -> {
        if (taken.containsKey(variable)) {
          joined.set(taken.get(variable));
        }
      });
      for (Constraint constraint : conditions.get(i).constraints()) {
        if (constraint instanceof Constraint.Bind bind) {
          taken.put(bind.variable(), i);
        }
      }
      joins.add(joined);
    }
    return taken.isEmpty() ? List.of() : joins;
  }

  /** Whether a condition compares with a value that an earlier one takes. */
  boolean joins(int condition, int earlier) {
    return !joins.isEmpty() && joins.get(condition).get(earlier);
  }

  /** What follows: the conclusion holds, or ({@code leavesOpen}) the report does not settle it. */
  record Effect(boolean leavesOpen, String conclusion, List<Expression> arguments, Position at) {}

  /** The rule as a sentence; unique in the knowledge. */
  public String name() {
    return name;
  }

  public List<Citation> sources() {
    return sources;
  }

  public Certainty certainty() {
    return certainty;
  }

  /** First day in force, if the rule has one. */
  public Optional<LocalDate> from() {
    return from;
  }

  /** Last day in force, if the rule has one. */
  public Optional<LocalDate> until() {
    return until;
  }

  /** The conclusion this rule is about. */
  public String conclusion() {
    return effect.conclusion();
  }

  /** Whether the rule says that the report leaves its conclusion open. */
  public boolean leavesOpen() {
    return effect.leavesOpen();
  }

  public String file() {
    return file;
  }

  public int line() {
    return line;
  }

  public List<Condition> conditions() {
    return conditions;
  }

  /** The values that the conclusion is given, in the order of its fields. */
  public List<Expression> arguments() {
    return effect.arguments();
  }

  /** The same rule with other conditions. */
  public Rule with(List<Condition> others) {
    return new Rule(name, sources, certainty, from, until, List.copyOf(others), effect, file, line);
  }

  /** The same rule with other values for its conclusion. */
  public Rule withArguments(List<Expression> others) {
    return new Rule(name, sources, certainty, from, until, conditions,
        new Effect(effect.leavesOpen(), effect.conclusion(), List.copyOf(others), effect.at()), file, line);
  }

  Effect effect() {
    return effect;
  }

  @Override
  public String toString() {
    return name;
  }
}
