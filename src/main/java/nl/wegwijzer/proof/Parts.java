package nl.wegwijzer.proof;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import nl.wegwijzer.rules.Condition;
import nl.wegwijzer.rules.Constraint;
import nl.wegwijzer.rules.Expression;
import nl.wegwijzer.rules.Rule;

/** Takes rules apart. */
final class Parts {

  private Parts() {}

  /** The variables that get their value in a condition. */
  static Set<String> bound(Condition condition) {
    Set<String> bound = new LinkedHashSet<>();
    condition.constraints().forEach(constraint -> {
      if (constraint instanceof Constraint.Bind bind) {
        bound.add(bind.variable());
      }
    });
    return bound;
  }

  /** The variables that a condition compares with. */
  static Set<String> used(Condition condition) {
    Set<String> used = new LinkedHashSet<>();
    condition.constraints().forEach(constraint -> {
      if (constraint instanceof Constraint.Compare compare) {
        compare.values().forEach(value -> used.addAll(used(value)));
      }
    });
    return used;
  }

  static Set<String> used(Expression expression) {
    Set<String> used = new LinkedHashSet<>();
    walk(expression, part -> {
      if (part instanceof Expression.Variable variable) {
        used.add(variable.name());
      }
    });
    return used;
  }

  /** Every comparison with a literal of the given type, wherever it stands in the rule. */
  static <T> void literals(Rule rule, Class<T> type, Consumer<T> visitor) {
    rule.conditions().forEach(condition -> condition.constraints().forEach(constraint -> {
      if (constraint instanceof Constraint.Compare compare) {
        compare.values().forEach(value -> literals(value, type, visitor));
      }
    }));
  }

  static <T> void literals(Expression expression, Class<T> type, Consumer<T> visitor) {
    walk(expression, part -> {
      if (part instanceof Expression.Literal literal && type.isInstance(literal.value())) {
        visitor.accept(type.cast(literal.value()));
      }
    });
  }

  private static void walk(Expression expression, Consumer<Expression> visitor) {
    visitor.accept(expression);
    if (expression instanceof Expression.Shift shift) {
      walk(shift.base(), visitor);
      walk(shift.amount(), visitor);
    }
  }
}
