package nl.wegwijzer.rules;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/** The right-hand side of a comparison, or an argument of a conclusion. */
public sealed interface Expression {

  Position at();

  /** A text, whole number, truth value or day written in the rule. */
  record Literal(Object value, Position at) implements Expression {}

  /** A variable bound earlier in the rule, name including the dollar sign. */
  record Variable(String name, Position at) implements Expression {}

  /** A date moved by a number of days, weeks, months or years; negative sign for the past. */
  record Shift(Expression base, ChronoUnit unit, int sign, Expression amount, Position at) implements Expression {}

  /** Adds the names of the variables in it. */
  default void variables(Set<String> names) {
    if (this instanceof Variable variable) {
      names.add(variable.name());
    } else if (this instanceof Shift shift) {
      shift.base().variables(names);
      shift.amount().variables(names);
    }
  }

  /** Its value, or null when a variable in it has none yet. */
  default Object value(Bindings bindings) {
    if (this instanceof Literal literal) {
      return literal.value();
    }
    if (this instanceof Variable variable) {
      return bindings.get(variable.name());
    }
    Shift shift = (Shift) this;
    LocalDate base = (LocalDate) shift.base().value(bindings);
    Integer amount = (Integer) shift.amount().value(bindings);
    return base == null || amount == null ? null : base.plus((long) shift.sign() * amount, shift.unit());
  }
}
