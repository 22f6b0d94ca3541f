package nl.wegwijzer.rules;

import java.util.Arrays;
import java.util.List;
import nl.wegwijzer.forms.Answer;

/** One part of a pattern between commas. */
public sealed interface Constraint {

  Position at();

  String property();

  /** {@code $x : date}. */
  record Bind(String variable, String property, Position at) implements Constraint {}

  /** {@code value == "spouse"}, {@code date <= $x.plusMonths(3)}, {@code yes}; more than one value only for IN and NOT_IN. */
  record Compare(String property, Test.Operator operator, List<Expression> values, Position at) implements Constraint {

    /** Whether it needs no variable. */
    public boolean isFixed() {
      return values.stream().allMatch(Expression.Literal.class::isInstance);
    }

    /** Whether a known answer meets a {@linkplain #isFixed() fixed} comparison. */
    public boolean holds(Answer answer) {
      return holds(Properties.value(answer, property), Bindings.NONE);
    }

    /** True or false, or null when a variable has no value yet. */
    Boolean holds(Object actual, Bindings bindings) {
      boolean among = operator == Test.Operator.IN || operator == Test.Operator.NOT_IN;
      boolean found = false;
      for (int i = 0; i < values.size(); i++) {
        Object expected = values.get(i).value(bindings);
        if (expected == null) {
          return null;
        }
        if (!among) {
          return operator.holds(actual, expected);
        }
        found |= actual.equals(expected);
      }
      return found == (operator == Test.Operator.IN);
    }

    public Test test(Bindings bindings) {
      Object[] filled = new Object[values.size()];
      for (int i = 0; i < filled.length; i++) {
        filled[i] = values.get(i).value(bindings);
      }
      return new Test(property, operator, Arrays.asList(filled));
    }
  }
}
