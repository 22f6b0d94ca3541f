package nl.wegwijzer.rules;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.wegwijzer.text.Limits;
import nl.wegwijzer.text.Problems;

/**
 * Reads the part of DRL that Wegwijzer allows. Whatever is not in that part is refused, with its place and a hint:
 * DRL can run any code, so the reader is the allow-list.
 */
final class DrlReader {

  private static final Map<String, String> FORBIDDEN = Map.ofEntries(
      Map.entry("import", "rules need no imports; remove this line"),
      Map.entry("global", "rules know only answers and conclusions; remove this line"),
      Map.entry("function", "code is not allowed in rules; ask for a new property instead"),
      Map.entry("query", "queries are not used; write a rule with a conclusion"),
      Map.entry("eval", "write the condition as a pattern: Question( property == value )"),
      Map.entry("or", "write two rules with the same conclusion"),
      Map.entry("and", "put each condition on a line of its own"),
      Map.entry("exists", "leave out 'exists': a pattern alone means the same"),
      Map.entry("forall", "write a conclusion and use 'not'"),
      Map.entry("accumulate", "collections are not used; write a conclusion with a value"),
      Map.entry("collect", "collections are not used; write a conclusion with a value"),
      Map.entry("from", "'from' is not allowed; rules know only answers and conclusions"),
      Map.entry("salience", "the order of rules never matters; remove this line"),
      Map.entry("dialect", "remove this line"),
      Map.entry("extends", "a rule cannot extend another; repeat the condition or name it as a conclusion"),
      Map.entry("insert", "write conclude( new Conclusion() );"),
      Map.entry("insertLogical", "write conclude( new Conclusion() );"),
      Map.entry("modify", "rules only add: write conclude( new Conclusion() );"),
      Map.entry("update", "rules only add: write conclude( new Conclusion() );"),
      Map.entry("retract", "rules only add: write conclude( new Conclusion() );"),
      Map.entry("delete", "rules only add: write conclude( new Conclusion() );"));

  /** What is written in another language, or in another rule language. */
  private static final Map<String, String> MEANT = Map.ofEntries(
      Map.entry("regel", "rule"), Map.entry("als", "when"), Map.entry("wanneer", "when"), Map.entry("if", "when"),
      Map.entry("dan", "then"), Map.entry("einde", "end"), Map.entry("eind", "end"), Map.entry("niet", "not"),
      Map.entry("is", "=="), Map.entry("equals", "=="), Map.entry("en", ","), Map.entry("&&", ","));

  private static final int MOST_MOVES = 8;
  private static final List<String> THEN_MISSING = List.of("end", "conclude", "notSettled");

  private static final Map<String, Test.Operator> OPERATORS = Map.of("==", Test.Operator.EQUAL,
      "!=", Test.Operator.NOT_EQUAL, "<", Test.Operator.LESS, "<=", Test.Operator.AT_MOST,
      ">", Test.Operator.MORE, ">=", Test.Operator.AT_LEAST);

  private static final Map<String, ChronoUnit> UNITS = Map.of("Days", ChronoUnit.DAYS, "Weeks", ChronoUnit.WEEKS,
      "Months", ChronoUnit.MONTHS, "Years", ChronoUnit.YEARS);

  private final String file;
  private final List<Token> tokens;
  private final Problems problems;
  private int next;

  private DrlReader(String file, List<Token> tokens, Problems problems) {
    this.file = file;
    this.tokens = tokens;
    this.problems = problems;
  }

  /** What one file says, before anybody has looked whether it makes sense. */
  record DrlFile(String name, List<Declaration> declarations, List<RawRule> rules) {}

  /** {@code declare}: a conclusion with values, by field name. */
  record Declaration(String name, Map<String, Token> fields, Position at) {}

  /** A rule with its annotations as written: name to value tokens. */
  record RawRule(String name, Map<String, Token> annotations, List<Condition> conditions, Rule.Effect effect,
      Position at) {}

  static DrlFile read(String file, String text, Problems problems) {
    return new DrlReader(file, Lexer.tokens(file, text, problems), problems).file();
  }

  private DrlFile file() {
    List<Declaration> declarations = new ArrayList<>();
    List<RawRule> rules = new ArrayList<>();
    try {
      expect("package", "every file starts with: package wegwijzer");
      expect("wegwijzer", "there is one package for all rules: package wegwijzer");
      accept(";");
    } catch (Refused e) {
      skipTo("rule", "declare");
    }
    while (peek().kind() != Token.Kind.END) {
      int start = next;
      try {
        if (peek().is("declare")) {
          declarations.add(declaration());
        } else if (peek().is("rule")) {
          rules.add(rule());
        } else {
          throw refuse(peek(), "'" + peek().text() + "' is not allowed here", FORBIDDEN.getOrDefault(peek().text(),
              peek().is("#") ? "a comment begins with //" : "a file holds only 'declare' and 'rule' blocks"));
        }
      } catch (Refused e) {
        int refused = next;
        skipTo("rule", "declare");
        doubtDeclared(start, refused);
      }
    }
    return new DrlFile(file, declarations, rules);
  }

  /** What a declaration that cannot be read would have given a conclusion is not missing elsewhere. */
  private void doubtDeclared(int from, int to) {
    for (int i = from; i < to; i++) {
      if (tokens.get(i).is("declare")) {
        problems.doubt(tokens.get(i + 1).text());
      }
    }
  }

  private Declaration declaration() {
    Position at = take().at();
    Token name = word("the name of the conclusion");
    Map<String, Token> fields = new LinkedHashMap<>();
    while (!peek().is("end")) {
      Token field = word("a field: name : type");
      expect(":", "write: name : type");
      Token type = word("the type of the field");
      if (!ValueType.DECLARABLE.containsKey(type.text())) {
        throw refuse(type, "a field cannot be of type '" + type.text() + "'", "possible: LocalDate, int, String, boolean");
      }
      if (fields.put(field.text(), type) != null) {
        throw refuse(field, "field '" + field.text() + "' stands here twice", "remove one of the two");
      }
    }
    if (fields.isEmpty()) {
      throw refuse(name, "'" + name.text() + "' has no fields", "a conclusion without values needs no 'declare'");
    }
    take();
    return new Declaration(name.text(), fields, at);
  }

  private RawRule rule() {
    Position at = take().at();
    Token name = take();
    if (name.kind() != Token.Kind.STRING || name.text().isBlank()) {
      throw refuse(name, "a rule needs a name", "write on the same line: rule \"A sentence that says what the law says\"");
    }
    Map<String, Token> annotations = new LinkedHashMap<>();
    while (peek().is("@")) {
      take();
      Token annotation = word("source, certainty, from or until");
      expect("(", "write @" + annotation.text() + "(\"…\")");
      Token value = take();
      if (value.kind() != Token.Kind.STRING) {
        throw refuse(value, "@" + annotation.text() + " needs one text", "write @" + annotation.text() + "(\"…\")");
      }
      expect(")", "write @" + annotation.text() + "(\"…\")");
      if (annotations.put(annotation.text(), new Token(Token.Kind.STRING, value.text(), annotation.at())) != null) {
        throw refuse(annotation, "@" + annotation.text() + " stands here twice", "remove one of the two");
      }
    }
    expect("when", "after the name and the annotations of a rule comes 'when'");
    List<Condition> conditions = new ArrayList<>();
    while (!peek().is("then")) {
      conditions.add(condition());
      checkNumber(conditions, "conditions");
    }
    take();
    Rule.Effect effect = effect();
    expect("end", "a rule has one consequence and then 'end'");
    return new RawRule(name.text(), annotations, conditions, effect, at);
  }

  private Condition condition() {
    Token first = peek();
    boolean not = accept("not");
    boolean bracket = not && accept("(");
    Token type = word("a condition such as Question( value == \"…\" ) or Conclusion()");
    if (FORBIDDEN.containsKey(type.text()) || THEN_MISSING.contains(type.text())) {
      throw refuse(type, "'" + type.text() + "' is not allowed in a condition",
          FORBIDDEN.getOrDefault(type.text(), "'then' is missing"));
    }
    if (peek().is(":")) {
      throw refuse(type, "a whole pattern cannot be bound to a name", "bind a property instead: " + type.text() + "( $x : date )");
    }
    expect("(", "write " + type.text() + "( … )");
    List<Constraint> constraints = new ArrayList<>();
    while (!peek().is(")")) {
      constraints.add(constraint());
      checkNumber(constraints, "constraints");
      if (!peek().is(")")) {
        Token comma = peek();
        if (!accept(",")) {
          throw refuse(comma, "a comma or ) is expected instead of " + said(comma),
              comma.is("&&") || comma.is("||") ? "a comma means 'and'; for 'or' write two rules or use in ( … )"
                  : comma.is("-") ? "write a date as day(\"2024-05-15\"), and a text between double quotes"
                  : comma.is("+") ? "write $date.plusMonths( 3 )"
                  : "between two constraints stands a comma; for 'or' write two rules or use in ( … )");
        }
      }
    }
    take();
    if (bracket) {
      expect(")", "close the bracket after 'not'");
    }
    if (peek().is("from") || peek().is("or") || peek().is("and")) {
      throw refuse(peek(), "'" + peek().text() + "' is not allowed in a condition", FORBIDDEN.get(peek().text()));
    }
    if (not) {
      if (!constraints.isEmpty()) {
        throw refuse(first, "'not' stands only before a conclusion without further conditions",
            "for an answer write != or not in ( … ); else give the situation a conclusion of its own: not ThatConclusion()");
      }
      return new Condition.Not(type.text(), type.at());
    }
    // Whether it is an answer or a conclusion is known once all files are read.
    return new Condition.OfConclusion(type.text(), constraints, type.at());
  }

  private Constraint constraint() {
    Token first = take();
    if (first.kind() == Token.Kind.VARIABLE) {
      expect(":", "bind a property like this: $x : date");
      return new Constraint.Bind(first.text(), word("a property").text(), first.at());
    }
    if (first.is("!")) {
      Token property = word("a property");
      return new Constraint.Compare(property.text(), Test.Operator.EQUAL,
          List.of(new Expression.Literal(false, property.at())), property.at());
    }
    boolean property = first.kind() == Token.Kind.WORD && (first.is("unit") || !FORBIDDEN.containsKey(first.text()));
    if (!property) {
      throw refuse(first, "a property is expected instead of " + said(first),
          FORBIDDEN.getOrDefault(first.text(), "write: property == value"));
    }
    if (peek().is("(") || peek().is(".")) {
      throw refuse(peek(), "methods cannot be called here", "compare a property: property == value");
    }
    Test.Operator operator = OPERATORS.get(peek().text());
    if (operator != null && peek().kind() == Token.Kind.SIGN) {
      take();
      return new Constraint.Compare(first.text(), operator, List.of(expression()), first.at());
    }
    boolean negated = accept("not");
    if (accept("in")) {
      return new Constraint.Compare(first.text(), negated ? Test.Operator.NOT_IN : Test.Operator.IN, list(), first.at());
    }
    if (accept("contains")) {
      return new Constraint.Compare(first.text(), negated ? Test.Operator.NOT_CONTAINS : Test.Operator.CONTAINS,
          List.of(expression()), first.at());
    }
    if (peek().is(",") || peek().is(")")) {
      return new Constraint.Compare(first.text(), Test.Operator.EQUAL,
          List.of(new Expression.Literal(true, first.at())), first.at());
    }
    throw refuse(peek(), "'" + peek().text() + "' is not a way to compare",
        peek().is("=") ? "write == for 'is equal to'" : peek().is(":") ? "a name begins with $: $" + first.text()
            + " : property" : "possible: ==, !=, <, <=, >, >=, in, not in, contains, not contains");
  }

  private List<Expression> list() {
    expect("(", "write in ( \"…\", \"…\" )");
    List<Expression> values = new ArrayList<>();
    do {
      values.add(expression());
      checkNumber(values, "values");
    } while (accept(","));
    expect(")", "close the list with )");
    return values;
  }

  private void checkNumber(List<?> list, String what) {
    if (list.size() > Limits.MOST_CONDITIONS) {
      throw refuse(peek(), "there are more than " + Limits.MOST_CONDITIONS + " " + what + " here",
          "divide the rule, or name a part of it as a conclusion");
    }
  }

  private Expression expression() {
    Expression value = primary();
    for (int moves = 0; accept("."); moves++) {
      Token method = word("plusMonths, plusDays, …");
      int sign = method.text().startsWith("minus") ? -1 : 1;
      ChronoUnit unit = UNITS.get(method.text().replaceFirst("^(plus|minus)", ""));
      if (unit == null || !method.text().matches("(plus|minus).*")) {
        throw refuse(method, "'" + method.text() + "' cannot be called here",
            "possible: plusDays, plusWeeks, plusMonths, plusYears and the same with minus");
      }
      if (moves == MOST_MOVES) {
        throw refuse(method, "a date cannot be moved more than " + MOST_MOVES + " times", "join the terms");
      }
      expect("(", "write ." + method.text() + "( 3 )");
      value = new Expression.Shift(value, unit, sign, primary(), method.at());
      expect(")", "close the bracket after " + method.text());
    }
    return value;
  }

  private Expression primary() {
    Token token = take();
    switch (token.kind()) {
      case STRING:
        return new Expression.Literal(token.text(), token.at());
      case NUMBER:
        return new Expression.Literal(whole(token), token.at());
      case VARIABLE:
        return new Expression.Variable(token.text(), token.at());
      default:
        break;
    }
    if (token.is("true") || token.is("false")) {
      return new Expression.Literal(token.is("true"), token.at());
    }
    if (token.is("day")) {
      expect("(", "write day(\"2024-05-15\")");
      Token date = take();
      expect(")", "write day(\"2024-05-15\")");
      try {
        LocalDate day = LocalDate.parse(date.text());
        if (day.getYear() <= 9999) {
          return new Expression.Literal(day, token.at());
        }
      } catch (DateTimeParseException e) {
        // Not a date at all: refused below, like one beyond the calendar.
      }
      throw refuse(date, "'" + date.text() + "' is not a date", "write day(\"2024-05-15\")");
    }
    throw refuse(token, "a value is expected instead of " + said(token),
        token.is("yes") || token.is("no") ? "write the property alone: yes, or !yes for no"
            : token.kind() == Token.Kind.WORD || token.is("'")
                ? "a text stands between double quotes, a variable begins with $" + (token.is("today")
                    ? "; the day of the advice is ReferenceDate( $today : date )" : "")
                : "possible: \"text\", 3, true, day(\"2024-05-15\"), $variable");
  }

  private int whole(Token token) {
    try {
      return Integer.parseInt(token.text());
    } catch (NumberFormatException e) {
      throw refuse(token, "'" + token.text() + "' is not a whole number", "");
    }
  }

  private Rule.Effect effect() {
    Token verb = take();
    if (!verb.is("conclude") && !verb.is("notSettled")) {
      throw refuse(verb, said(verb) + " is not allowed after 'then'", FORBIDDEN.getOrDefault(verb.text(),
          "write conclude( new Conclusion() ); or notSettled( new Conclusion() );"));
    }
    expect("(", "write " + verb.text() + "( new Conclusion() );");
    expect("new", "write " + verb.text() + "( new Conclusion() );");
    Token conclusion = word("the name of a conclusion");
    expect("(", "write new " + conclusion.text() + "()");
    List<Expression> arguments = new ArrayList<>();
    while (!peek().is(")")) {
      arguments.add(expression());
      checkNumber(arguments, "values");
      if (!peek().is(")")) {
        expect(",", "separate the values with a comma");
      }
    }
    take();
    expect(")", "close the bracket: " + verb.text() + "( new " + conclusion.text() + "( … ) );");
    expect(";", "end the line with ;");
    return new Rule.Effect(verb.is("notSettled"), conclusion.text(), arguments, conclusion.at());
  }

  private Token peek() {
    return tokens.get(next);
  }

  private Token take() {
    Token token = tokens.get(next);
    if (token.kind() != Token.Kind.END) {
      next++;
    }
    return token;
  }

  private boolean accept(String expected) {
    boolean found = peek().is(expected);
    if (found) {
      next++;
    }
    return found;
  }

  private void expect(String expected, String hint) {
    if (!accept(expected)) {
      boolean annotation = expected.equals("when") && RuleSetReader.ANNOTATIONS.contains(peek().text());
      throw refuse(peek(), "'" + expected + "' is expected instead of " + said(peek()), annotation
          ? "write @" + peek().text() + "(\"…\") with an @" : FORBIDDEN.getOrDefault(peek().text(), hint));
    }
  }

  private static String said(Token token) {
    return token.kind() == Token.Kind.END ? "the end of the file" : "'" + token.text() + "'";
  }

  private Token word(String what) {
    Token token = take();
    if (token.kind() != Token.Kind.WORD) {
      throw refuse(token, what + " is expected instead of " + said(token), token.is(",") || token.is(";")
          ? "each condition stands on a line of its own, with nothing behind it" : "");
    }
    return token;
  }

  private void skipTo(String... words) {
    List<String> stops = List.of(words);
    while (peek().kind() != Token.Kind.END) {
      if (peek().kind() == Token.Kind.WORD && stops.contains(peek().text())) {
        return;
      }
      next++;
    }
  }

  private Refused refuse(Token token, String message, String hint) {
    Strange strange = Strange.of(token);
    String meant = token.kind() == Token.Kind.STRING ? null : MEANT.get(token.text());
    problems.add(file, token.at().line(), token.at().column(), strange == null ? message : strange.says(),
        strange != null ? strange.hint() : meant != null && !hint.contains("comma means") ? "did you mean " + meant + "?" : hint);
    return new Refused();
  }

  /** A sign that no rule holds; it looks right on the screen, or comes from a word processor. */
  private record Strange(String says, String hint) {

    static Strange of(Token token) {
      if (token.kind() != Token.Kind.SIGN || token.text().charAt(0) < 128) {
        return null;
      }
      int sign = token.text().charAt(0);
      if (Character.isLetter(sign)) {
        return new Strange("'" + token.text() + "' cannot stand in a name", "names hold only the letters a to z, digits and _");
      }
      if (Character.isSpaceChar(sign) || Character.isISOControl(sign) || Character.getType(sign) == Character.FORMAT) {
        return new Strange("an invisible character stands here", "remove it and type a blank where one belongs");
      }
      return "“”„‟«»‘’‚".indexOf(sign) < 0 ? null
          : new Strange("'" + token.text() + "' is not a quote that rules know", "write straight double quotes: \"text\"");
    }
  }

  /** The problem is reported; reading goes on at the next rule. */
  private static final class Refused extends RuntimeException {

    Refused() {
      super(null, null, false, false);
    }
  }
}
