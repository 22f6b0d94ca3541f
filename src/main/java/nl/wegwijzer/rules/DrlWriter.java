package nl.wegwijzer.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.wegwijzer.forms.Forms;

/**
 * Writes the checked rules as one DRL text for Drools: one package, the fact types of their questions and
 * conclusions, and a guard before each {@code not}, so that unknown is never taken for no.
 */
final class DrlWriter {

  static final String PACKAGE = "wegwijzer";
  static final String SETTLED = "Settled";

  private final StringBuilder drl = new StringBuilder();

  private DrlWriter() {}

  static String write(RuleSet rules, Forms forms) {
    DrlWriter writer = new DrlWriter();
    writer.line("package " + PACKAGE);
    writer.line("import " + Fired.class.getCanonicalName());
    writer.line("import " + LocalDate.class.getName());
    writer.line("global Fired fired");
    writer.line(type(SETTLED, Map.of("conclusion", ValueType.TEXT)));
    rules.questions().forEach(id -> writer.line(type(answer(id), properties(id, forms))));
    rules.conclusions().forEach(id -> writer.line(type(conclusion(id), rules.types(id))));
    for (int i = 0; i < rules.rules().size(); i++) {
      writer.rule(i, rules.rules().get(i));
    }
    return writer.drl.toString();
  }

  /** What can be asked of the answer to a question, or of the reference date. */
  static Map<String, ValueType> properties(String question, Forms forms) {
    return question.equals(RuleSet.REFERENCE_DATE) ? Properties.OF_REFERENCE_DATE
        : Properties.of(forms.question(question));
  }

  static String answer(String question) {
    return "A_" + question;
  }

  static String conclusion(String id) {
    return "C_" + id;
  }

  /** Names of properties are prefixed, so that no word of DRL can be hit. */
  static String field(String property) {
    return "p_" + property;
  }

  static String type(String name, Map<String, ValueType> fields) {
    StringBuilder text = new StringBuilder("declare " + name + "\n");
    fields.forEach((field, type) ->
        text.append("  ").append(field(field)).append(" : ").append(javaName(type)).append(" @key\n"));
    if (fields.isEmpty()) {
      // Facts without fields would be compared by identity, and one conclusion would be inserted twice.
      text.append("  p_same : boolean @key\n");
    }
    return text.append("end").toString();
  }

  private static String javaName(ValueType type) {
    return switch (type) {
      case TRUTH -> "boolean";
      case WHOLE -> "int";
      default -> type.javaType.getName();
    };
  }

  private void rule(int number, Rule rule) {
    line("rule \"" + number + "\"");
    line("when");
    rule.conditions().forEach(condition -> line("  " + condition(condition)));
    line("then");
    List<String> arguments = rule.effect().arguments().stream().map(DrlWriter::expression).toList();
    if (!rule.leavesOpen()) {
      line("  insertLogical( new " + conclusion(rule.conclusion()) + "( "
          + (arguments.isEmpty() ? "true" : String.join(", ", arguments)) + " ) );");
    }
    line("  fired.add( " + number + (arguments.isEmpty() ? "" : ", " + String.join(", ", arguments)) + " );");
    line("end");
  }

  private static String condition(Condition condition) {
    if (condition instanceof Condition.Not) {
      return SETTLED + "( " + field("conclusion") + " == \"" + condition.id() + "\" ) not "
          + conclusion(condition.id()) + "()";
    }
    boolean isAnswer = condition instanceof Condition.OfAnswer;
    List<Constraint> constraints = condition instanceof Condition.OfAnswer pattern
        ? pattern.constraints() : ((Condition.OfConclusion) condition).constraints();
    String type = isAnswer ? answer(condition.id()) : conclusion(condition.id());
    return type + "( " + String.join(", ", constraints.stream().map(DrlWriter::constraint).toList()) + " )";
  }

  static String constraint(Constraint constraint) {
    String property = field(constraint.property());
    if (constraint instanceof Constraint.Bind bind) {
      return bind.variable() + " : " + property;
    }
    Constraint.Compare compare = (Constraint.Compare) constraint;
    List<String> values = compare.values().stream().map(DrlWriter::expression).toList();
    return property + " " + switch (compare.operator()) {
      case EQUAL -> "== " + values.get(0);
      case NOT_EQUAL -> "!= " + values.get(0);
      case LESS -> "< " + values.get(0);
      case AT_MOST -> "<= " + values.get(0);
      case MORE -> "> " + values.get(0);
      case AT_LEAST -> ">= " + values.get(0);
      case IN -> "in ( " + String.join(", ", values) + " )";
      case NOT_IN -> "not in ( " + String.join(", ", values) + " )";
      case CONTAINS -> "contains " + values.get(0);
      case NOT_CONTAINS -> "not contains " + values.get(0);
    };
  }

  static String expression(Expression expression) {
    if (expression instanceof Expression.Variable variable) {
      return variable.name();
    }
    if (expression instanceof Expression.Shift shift) {
      String unit = shift.unit().toString();
      return expression(shift.base()) + (shift.sign() < 0 ? ".minus" : ".plus") + unit + "( "
          + expression(shift.amount()) + " )";
    }
    Object value = ((Expression.Literal) expression).value();
    if (value instanceof LocalDate date) {
      return "LocalDate.of( " + date.getYear() + ", " + date.getMonthValue() + ", " + date.getDayOfMonth() + " )";
    }
    return value instanceof String ? "\"" + value + "\"" : value.toString();
  }

  private void line(String text) {
    drl.append(text).append('\n');
  }
}
