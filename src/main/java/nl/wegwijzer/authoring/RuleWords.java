package nl.wegwijzer.authoring;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import nl.wegwijzer.advice.Wording;
import nl.wegwijzer.forms.Conclusion;
import nl.wegwijzer.forms.Question;
import nl.wegwijzer.rules.Certainty;
import nl.wegwijzer.rules.Citation;
import nl.wegwijzer.rules.Condition;
import nl.wegwijzer.rules.Constraint;
import nl.wegwijzer.rules.Expression;
import nl.wegwijzer.rules.Rule;
import nl.wegwijzer.rules.RuleSet;
import nl.wegwijzer.rules.Test;
import nl.wegwijzer.text.Language;

/** Says a rule in plain words of one language: derived from the rule and the wording of the forms, never written. */
final class RuleWords {

  /**
   * A rule in words.
   *
   * @param then what follows
   * @param sentence what is then told to people, with computed values described; empty when the report leaves it open
   * @param force first and last day in force, may be empty
   */
  record Said(Language language, List<Line> when, Line then, String sentence, String certainty, String meaning,
      List<String> force, List<Line> sources) {}

  /** A thing with a page of its own ({@code href} null when it has none), and what is said of it. */
  record Line(String label, String href, String says) {}

  private final RuleSet rules;
  private final Wording wording;
  private final Links links;

  RuleWords(RuleSet rules, Wording wording, Links links) {
    this.rules = rules;
    this.wording = wording;
    this.links = links;
  }

  Said say(Rule rule) {
    Map<String, Value> variables = new HashMap<>();
    List<Line> when = rule.conditions().stream().map(condition -> line(condition, variables)).toList();
    String id = rule.conclusion();
    String says = rule.leavesOpen() ? text("authoring-left-open") : text("authoring-holds");
    List<String> force = new ArrayList<>();
    rule.from().ifPresent(day -> force.add(wording.text("condition-in-force-from", Map.of("date", day))));
    rule.until().ifPresent(day -> force.add(wording.text("condition-in-force-until", Map.of("date", day))));
    return new Said(wording.language(), when, new Line(wording.label(id), links.of(id), says),
        rule.leavesOpen() ? "" : sentence(rule, variables), wording.certainty(rule.certainty()),
        wording.certaintyMeaning(rule.certainty()), force, sources(rule));
  }

  private List<Line> sources(Rule rule) {
    List<Line> lines = new ArrayList<>();
    List<String> places = wording.sources(rule);
    for (int i = 0; i < places.size(); i++) {
      lines.add(new Line(places.get(i), links.section(rule.sources().get(i).section()), ""));
    }
    return lines;
  }

  /** The sentence for people, in which computed values are described instead of filled in. */
  private String sentence(Rule rule, Map<String, Value> variables) {
    Conclusion conclusion = wordsOf(rule);
    Map<String, String> values = new LinkedHashMap<>();
    List<String> fields = List.copyOf(rules.fieldsOf(rule.conclusion()));
    for (int i = 0; i < fields.size(); i++) {
      values.put(fields.get(i), "[" + expression(rule.arguments().get(i), variables).text() + "]");
    }
    return conclusion.met().in(wording.language(), values);
  }

  private Conclusion wordsOf(Rule rule) {
    return links.forms().conclusion(rule.conclusion());
  }

  Line line(Condition condition, Map<String, Value> variables) {
    String says = condition instanceof Condition.Not ? text("authoring-does-not-hold")
        : condition instanceof Condition.OfAnswer answer ? answer(answer, variables)
        : conclusion((Condition.OfConclusion) condition, variables);
    return new Line(wording.label(condition.id()), links.of(condition.id()), says);
  }

  private String answer(Condition.OfAnswer condition, Map<String, Value> variables) {
    String compared = compared(condition.id(), condition.constraints(), variables);
    return compared.isEmpty() ? text("authoring-is-known") : compared;
  }

  private String conclusion(Condition.OfConclusion condition, Map<String, Value> variables) {
    String compared = compared(condition.id(), condition.constraints(), variables);
    return compared.isEmpty() ? text("authoring-holds") : text("authoring-holds") + ", " + compared;
  }

  private String compared(String id, List<Constraint> constraints, Map<String, Value> variables) {
    List<String> parts = new ArrayList<>();
    for (Constraint constraint : constraints) {
      if (constraint instanceof Constraint.Bind bind) {
        variables.put(bind.variable(), new Value(valueName(id, bind.property()), isDay(id, bind.property())));
      } else {
        parts.add(compare(id, (Constraint.Compare) constraint, variables));
      }
    }
    return String.join(", ", parts);
  }

  /** What stands for a value that is only known in a case, and whether it is a day. */
  record Value(String text, boolean day) {}

  private String valueName(String id, String property) {
    String field = rules.fieldsOf(id).size() > 1 ? property : "";
    return field.isEmpty() ? wording.text("authoring-value-of", Map.of("label", wording.label(id)))
        : wording.text("authoring-field-of", Map.of("label", wording.label(id), "field", field));
  }

  private boolean isDay(String id, String property) {
    Question question = links.forms().questions().get(id);
    return question != null ? question.type() == Question.Type.DATE
        : id.equals(RuleSet.REFERENCE_DATE) || rules.isDay(id, property);
  }

  private String compare(String id, Constraint.Compare compare, Map<String, Value> variables) {
    if (compare.isFixed()) {
      List<Object> values = compare.values().stream().map(value -> ((Expression.Literal) value).value()).toList();
      return wording.required(id, List.of(new Test(compare.property(), compare.operator(), values)));
    }
    List<Value> values = compare.values().stream().map(value -> expression(value, variables)).toList();
    String value = values.stream().map(Value::text).collect(Collectors.joining(", "));
    boolean day = values.get(0).day();
    return switch (compare.operator()) {
      case EQUAL -> day ? wording.text("condition-on", Map.of("date", value))
          : wording.text("authoring-equal-to", Map.of("value", value));
      case NOT_EQUAL -> wording.text("condition-not-equals", Map.of("value", value));
      case LESS -> day ? wording.text("condition-before", Map.of("date", value))
          : wording.text("condition-less-than", Map.of("n", value));
      case AT_MOST -> day ? wording.text("condition-on-or-before", Map.of("date", value))
          : wording.text("condition-at-most", Map.of("n", value));
      case MORE -> day ? wording.text("condition-after", Map.of("date", value))
          : wording.text("condition-more-than", Map.of("n", value));
      case AT_LEAST -> day ? wording.text("condition-on-or-after", Map.of("date", value))
          : wording.text("condition-at-least", Map.of("n", value));
      case IN -> wording.text("condition-one-of", Map.of("values", value));
      case NOT_IN -> wording.text("condition-not-one-of", Map.of("values", value));
      case CONTAINS -> wording.text("condition-contains", Map.of("value", value));
      case NOT_CONTAINS -> wording.text("condition-not-contains", Map.of("value", value));
    };
  }

  private Value expression(Expression expression, Map<String, Value> variables) {
    if (expression instanceof Expression.Literal literal) {
      return literal.value() instanceof java.time.LocalDate day ? new Value(wording.date(day), true)
          : new Value(String.valueOf(literal.value()), false);
    }
    if (expression instanceof Expression.Variable variable) {
      return variables.getOrDefault(variable.name(), new Value(variable.name(), false));
    }
    Expression.Shift shift = (Expression.Shift) expression;
    String amount = amount(shift.unit(), expression(shift.amount(), variables).text());
    return new Value(wording.text(shift.sign() > 0 ? "authoring-shift-after" : "authoring-shift-before",
        Map.of("amount", amount, "base", expression(shift.base(), variables).text())), true);
  }

  private String amount(ChronoUnit unit, String n) {
    String key = "authoring-" + unit.name().toLowerCase(Locale.ROOT);
    return n.equals("1") ? text(key + "-one") : wording.text(key, Map.of("n", n));
  }

  private String text(String key) {
    return wording.text(key);
  }

  /** What a rule asks of one question or conclusion, for lists of users. */
  String asks(Rule rule, String id) {
    Map<String, Value> variables = new HashMap<>();
    List<String> said = new ArrayList<>();
    for (Condition condition : rule.conditions()) {
      Line line = line(condition, variables);
      if (condition.id().equals(id)) {
        said.add(line.says());
      }
    }
    return String.join("; ", said);
  }

  String certainty(Certainty certainty) {
    return wording.certainty(certainty);
  }

  /** The lines of a section that a rule names. */
  String lines(Citation citation) {
    boolean one = citation.lines().size() == 1 && citation.lines().get(0).first() == citation.lines().get(0).last();
    return wording.text(one ? "authoring-lines-one" : "authoring-lines", Map.of("lines",
        citation.lines().stream().map(Citation.Lines::toString).collect(Collectors.joining(", "))));
  }
}
