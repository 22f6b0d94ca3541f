package nl.wegwijzer.proof;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import nl.wegwijzer.forms.Forms;
import nl.wegwijzer.forms.Question;
import nl.wegwijzer.rules.Condition;
import nl.wegwijzer.rules.Constraint;
import nl.wegwijzer.rules.Expression;
import nl.wegwijzer.rules.Rule;
import nl.wegwijzer.rules.RuleSet;
import nl.wegwijzer.rules.Test.Operator;

/** Makes the mistakes an author could make: one comparison, threshold, term, option, condition or rule at a time. */
final class Mutants {

  private final Forms forms;
  private final RuleSet rules;
  private final List<Mutant> mutants = new ArrayList<>();

  private Mutants(Forms forms, RuleSet rules) {
    this.forms = forms;
    this.rules = rules;
  }

  static List<Mutant> of(Forms forms, RuleSet rules) {
    Mutants all = new Mutants(forms, rules);
    rules.rules().forEach(all::mutate);
    return List.copyOf(all.mutants);
  }

  private void mutate(Rule rule) {
    drop(rule);
    for (int i = 0; i < rule.conditions().size(); i++) {
      Condition condition = rule.conditions().get(i);
      if (rule.conditions().size() > 1 && !isNeeded(rule, i)) {
        List<Condition> fewer = new ArrayList<>(rule.conditions());
        fewer.remove(i);
        add(rule, rule.with(fewer), "condition " + condition.id() + " dropped", condition.at().line());
      }
      negate(rule, i, condition);
      constraints(rule, i, condition);
    }
    for (int i = 0; i < rule.arguments().size(); i++) {
      int at = i;
      expression(rule.arguments().get(i), (changed, what) -> {
        List<Expression> arguments = new ArrayList<>(rule.arguments());
        arguments.set(at, changed);
        add(rule, rule.withArguments(arguments), what, rule.arguments().get(at).at().line());
      });
    }
  }

  private void add(Rule rule, Rule changed, String what, int line) {
    mutants.add(new Mutant(rule, List.of(changed), what, line));
  }

  /** The last rule about a conclusion cannot simply go: it is kept as a rule that never holds. */
  private void drop(Rule rule) {
    boolean alone = rules.rulesFor(rule.conclusion()).stream()
        .allMatch(other -> other == rule || other.leavesOpen() != rule.leavesOpen());
    List<Condition> never = new ArrayList<>(rule.conditions());
    never.add(0, new Condition.OfAnswer(RuleSet.REFERENCE_DATE, List.of(new Constraint.Compare("date", Operator.LESS,
        List.of(new Expression.Literal(LocalDate.EPOCH, null)), null)), rule.conditions().isEmpty() ? null
        : rule.conditions().get(0).at()));
    mutants.add(new Mutant(rule, alone && !rule.leavesOpen() ? List.of(rule.with(never)) : List.of(), "rule dropped",
        rule.line()));
  }

  private static boolean isNeeded(Rule rule, int index) {
    Set<String> bound = Parts.bound(rule.conditions().get(index));
    return rule.conditions().subList(index + 1, rule.conditions().size()).stream()
        .anyMatch(later -> Parts.used(later).stream().anyMatch(bound::contains))
        || rule.arguments().stream().anyMatch(argument -> Parts.used(argument).stream().anyMatch(bound::contains));
  }

  private void negate(Rule rule, int index, Condition condition) {
    int line = condition.at().line();
    if (condition instanceof Condition.Not) {
      add(rule, with(rule, index, new Condition.OfConclusion(condition.id(), List.of(), condition.at())),
          "'not' removed before " + condition.id(), line);
    } else if (condition instanceof Condition.OfConclusion && condition.constraints().isEmpty()) {
      add(rule, with(rule, index, new Condition.Not(condition.id(), condition.at())),
          "'not' put before " + condition.id(), line);
    }
  }

  private void constraints(Rule rule, int index, Condition condition) {
    List<Constraint> constraints = condition.constraints();
    for (int j = 0; j < constraints.size(); j++) {
      int at = j;
      if (constraints.get(j) instanceof Constraint.Compare compare) {
        compare(condition, compare, (changed, what) -> {
          List<Constraint> others = new ArrayList<>(constraints);
          others.set(at, changed);
          add(rule, with(rule, index, with(condition, others)), what, compare.at().line());
        });
        if (constraints.stream().filter(Constraint.Compare.class::isInstance).count() > 1) {
          List<Constraint> fewer = new ArrayList<>(constraints);
          fewer.remove(j);
          add(rule, with(rule, index, with(condition, fewer)), "test of " + compare.property() + " dropped",
              compare.at().line());
        }
      }
    }
  }

  private static Rule with(Rule rule, int index, Condition condition) {
    List<Condition> conditions = new ArrayList<>(rule.conditions());
    conditions.set(index, condition);
    return rule.with(conditions);
  }

  private static Condition with(Condition condition, List<Constraint> constraints) {
    return condition instanceof Condition.OfAnswer
        ? new Condition.OfAnswer(condition.id(), List.copyOf(constraints), condition.at())
        : new Condition.OfConclusion(condition.id(), List.copyOf(constraints), condition.at());
  }

  private void compare(Condition condition, Constraint.Compare compare, BiConsumer<Constraint, String> found) {
    for (Operator other : others(compare.operator())) {
      found.accept(new Constraint.Compare(compare.property(), other, compare.values(), compare.at()),
          word(compare.operator()) + " became " + word(other));
    }
    for (int i = 0; i < compare.values().size(); i++) {
      int at = i;
      Expression value = compare.values().get(i);
      expression(value, (changed, what) -> found.accept(with(compare, at, changed), what));
      if (value instanceof Expression.Literal literal && literal.value() instanceof String text) {
        String other = other(condition.id(), compare, text);
        if (other != null) {
          found.accept(with(compare, i, new Expression.Literal(other, literal.at())),
              '"' + text + "\" became \"" + other + '"');
        }
        if (compare.values().size() > 1) {
          List<Expression> fewer = new ArrayList<>(compare.values());
          fewer.remove(i);
          found.accept(new Constraint.Compare(compare.property(), compare.operator(), List.copyOf(fewer),
              compare.at()), '"' + text + "\" dropped from the list");
        }
      }
    }
  }

  private static Constraint with(Constraint.Compare compare, int index, Expression value) {
    List<Expression> values = new ArrayList<>(compare.values());
    values.set(index, value);
    return new Constraint.Compare(compare.property(), compare.operator(), List.copyOf(values), compare.at());
  }

  /** The other side of the boundary, and the opposite. */
  private static List<Operator> others(Operator operator) {
    return switch (operator) {
      case LESS -> List.of(Operator.AT_MOST, Operator.AT_LEAST);
      case AT_MOST -> List.of(Operator.LESS, Operator.MORE);
      case MORE -> List.of(Operator.AT_LEAST, Operator.AT_MOST);
      case AT_LEAST -> List.of(Operator.MORE, Operator.LESS);
      case EQUAL -> List.of(Operator.NOT_EQUAL);
      case NOT_EQUAL -> List.of(Operator.EQUAL);
      case IN -> List.of(Operator.NOT_IN);
      case NOT_IN -> List.of(Operator.IN);
      case CONTAINS -> List.of(Operator.NOT_CONTAINS);
      case NOT_CONTAINS -> List.of(Operator.CONTAINS);
    };
  }

  private static String word(Operator operator) {
    return switch (operator) {
      case LESS -> "<";
      case AT_MOST -> "<=";
      case MORE -> ">";
      case AT_LEAST -> ">=";
      case EQUAL -> "==";
      case NOT_EQUAL -> "!=";
      case IN -> "in";
      case NOT_IN -> "not in";
      case CONTAINS -> "contains";
      case NOT_CONTAINS -> "not contains";
    };
  }

  /** The next text that could stand here, or null. */
  private String other(String id, Constraint.Compare compare, String text) {
    Question question = forms.questions().get(id);
    if (question == null) {
      return null;
    }
    List<String> possible = switch (question.type()) {
      case CHOICE, CHOICES -> question.options().stream().map(Question.Option::id).toList();
      case PERIOD -> List.of("days", "months");
      case COUNTRY -> compare.property().equals("code")
          ? question.countries().all().stream().map(country -> country.code()).toList()
          : List.copyOf(question.countries().valuesOf(compare.property()));
      default -> List.of();
    };
    for (int i = 1; i < possible.size(); i++) {
      String other = possible.get((possible.indexOf(text) + i) % possible.size());
      boolean listed = compare.values().stream()
          .anyMatch(value -> value instanceof Expression.Literal literal && literal.value().equals(other));
      if (!listed) {
        return other;
      }
    }
    return null;
  }

  private static void expression(Expression expression, BiConsumer<Expression, String> found) {
    if (expression instanceof Expression.Literal literal) {
      for (int by : new int[] {-1, 1}) {
        if (literal.value() instanceof Integer number) {
          found.accept(new Expression.Literal(number + by, literal.at()), number + " became " + (number + by));
        } else if (literal.value() instanceof LocalDate day) {
          LocalDate moved = day.plus(by, ChronoUnit.DAYS);
          found.accept(new Expression.Literal(moved, literal.at()), day + " became " + moved);
        }
      }
    } else if (expression instanceof Expression.Shift shift) {
      expression(shift.base(), (base, what) -> found.accept(
          new Expression.Shift(base, shift.unit(), shift.sign(), shift.amount(), shift.at()), what));
      expression(shift.amount(), (amount, what) -> found.accept(
          new Expression.Shift(shift.base(), shift.unit(), shift.sign(), amount, shift.at()),
          what + " " + shift.unit().toString().toLowerCase(java.util.Locale.ROOT)));
      found.accept(new Expression.Shift(shift.base(), shift.unit(), -shift.sign(), shift.amount(), shift.at()),
          "the term runs backwards");
    }
  }
}
