package nl.wegwijzer.proof;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.wegwijzer.rules.Condition;
import nl.wegwijzer.rules.Constraint;
import nl.wegwijzer.rules.Expression;
import nl.wegwijzer.rules.Rule;
import nl.wegwijzer.rules.RuleSet;

/** How the dates in rules hang together: which date, moved by how much, is compared with which other date. */
final class DateLinks {

  /** A part of a move; negative for the past. */
  record Step(ChronoUnit unit, int amount) {

    boolean byCalendar() {
      return unit == ChronoUnit.MONTHS || unit == ChronoUnit.YEARS;
    }
  }

  /** The answer to a question, or (question null) a fixed day, moved step by step. */
  record Moved(String question, LocalDate day, List<Step> steps) {

    static Moved answer(String question) {
      return new Moved(question, null, List.of());
    }

    static Moved fixed(LocalDate day) {
      return new Moved(null, day, List.of());
    }

    LocalDate from(LocalDate base) {
      LocalDate moved = base;
      for (Step step : steps) {
        moved = moved.plus(step.amount(), step.unit());
      }
      return moved;
    }

    /** The first day that is moved to the target or past it. */
    LocalDate firstReaching(LocalDate target) {
      LocalDate day = target;
      for (int i = steps.size() - 1; i >= 0; i--) {
        day = day.minus(steps.get(i).amount(), steps.get(i).unit());
      }
      while (!from(day).isBefore(target)) {
        day = day.minusDays(1);
      }
      while (from(day).isBefore(target)) {
        day = day.plusDays(1);
      }
      return day;
    }

    private Moved then(Step step) {
      List<Step> longer = new ArrayList<>(steps);
      longer.add(step);
      return new Moved(question, day, List.copyOf(longer));
    }
  }

  /** One date, and a date it is compared with. */
  record Link(Moved own, Moved other) {}

  private final Map<String, Set<Link>> links = new LinkedHashMap<>();

  /** Collects what the rules for the goals compare. */
  void addAll(RuleSet rules, Collection<String> goals) {
    Collector collector = new Collector(rules);
    rules.closure(goals).forEach(id -> rules.rulesFor(id).forEach(collector::variables));
  }

  /** Everything that an answer is compared with. */
  Set<Link> of(String question) {
    return links.getOrDefault(question, Set.of());
  }

  /** Adds a comparison that stands in the form and not in a rule. */
  void add(Moved one, Moved other) {
    if (one.question() != null && !one.question().equals(other.question())) {
      links.computeIfAbsent(one.question(), q -> new LinkedHashSet<>()).add(new Link(one, other));
    }
    if (other.question() != null && !other.question().equals(one.question())) {
      links.computeIfAbsent(other.question(), q -> new LinkedHashSet<>()).add(new Link(other, one));
    }
  }

  /** Follows dates through the rules of one version. */
  private final class Collector {

    private final RuleSet rules;
    private final Map<String, Set<Moved>> origins = new HashMap<>();

    Collector(RuleSet rules) {
      this.rules = rules;
    }

    /** Walks a rule and returns the dates its variables can hold. */
    Map<String, Set<Moved>> variables(Rule rule) {
      Map<String, Set<Moved>> variables = new HashMap<>();
      for (Condition condition : rule.conditions()) {
        List<Constraint> constraints = condition.constraints();
        for (Constraint constraint : constraints) {
          if (constraint instanceof Constraint.Bind bind) {
            variables.put(bind.variable(), property(condition, bind.property()));
          } else {
            Constraint.Compare compare = (Constraint.Compare) constraint;
            compare.values().forEach(value -> dates(value, variables).forEach(other ->
                property(condition, compare.property()).forEach(own -> add(own, other))));
          }
        }
      }
      return variables;
    }

    private Set<Moved> property(Condition condition, String property) {
      if (condition instanceof Condition.OfAnswer) {
        return property.equals("date") ? Set.of(Moved.answer(condition.id())) : Set.of();
      }
      return origins(condition.id(), property);
    }

    private Set<Moved> origins(String conclusion, String field) {
      String key = conclusion + "." + field;
      Set<Moved> known = origins.get(key);
      if (known == null) {
        known = new LinkedHashSet<>();
        int at = List.copyOf(rules.fieldsOf(conclusion)).indexOf(field);
        for (Rule rule : rules.rulesFor(conclusion)) {
          if (!rule.leavesOpen()) {
            known.addAll(dates(rule.arguments().get(at), variables(rule)));
          }
        }
        origins.put(key, known);
      }
      return known;
    }

    private Set<Moved> dates(Expression expression, Map<String, Set<Moved>> variables) {
      if (expression instanceof Expression.Literal literal) {
        return literal.value() instanceof LocalDate day ? Set.of(Moved.fixed(day)) : Set.of();
      }
      if (expression instanceof Expression.Variable variable) {
        return variables.getOrDefault(variable.name(), Set.of());
      }
      Expression.Shift shift = (Expression.Shift) expression;
      Set<Moved> moved = new LinkedHashSet<>();
      if (shift.amount() instanceof Expression.Literal amount) {
        Step step = new Step(shift.unit(), shift.sign() * (Integer) amount.value());
        dates(shift.base(), variables).forEach(base -> moved.add(base.then(step)));
      }
      return moved;
    }
  }
}
