package nl.wegwijzer.rules;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.wegwijzer.forms.Forms;
import nl.wegwijzer.forms.Outcome;
import nl.wegwijzer.forms.Question;
import nl.wegwijzer.text.Limits;
import nl.wegwijzer.text.Problems;
import nl.wegwijzer.text.Sections;
import nl.wegwijzer.text.Text;

/** Reads {@code rules/**.drl} into a {@link RuleSet} and reports everything that does not fit together at once. */
public final class RuleSetReader {

  static final List<String> ANNOTATIONS = List.of("source", "certainty", "from", "until");
  /** In days some 270 years; far longer terms would leave the calendar. */
  private static final int LONGEST = 100_000;
  /** More combinations than any law has; a rule that joins many values would take for ever. */
  private static final int COMBINATIONS = 10_000;
  private static final int HIGHEST = 100;
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");
  private static final Pattern LINES = Pattern.compile("(\\d{1,6})(?:-(\\d{1,6}))?");

  private final Forms forms;
  private final Sections sections;
  private final Problems problems;
  private final Map<String, Map<String, ValueType>> fields = new LinkedHashMap<>();
  private final Map<String, DrlReader.Declaration> declarations = new LinkedHashMap<>();
  private final Set<String> concluded = new LinkedHashSet<>();
  private final Set<String> used = new HashSet<>();
  private final Map<String, Set<String>> distinguished = new LinkedHashMap<>();
  private boolean complete;
  /** Whether no rule has a mistake that could be the very one that hides what it is about. */
  private boolean sound;

  private RuleSetReader(Forms forms, Sections sections, Problems problems) {
    this.forms = forms;
    this.sections = sections;
    this.problems = problems;
  }

  /**
   * Reads and checks all rules against the forms and the sections of the report.
   *
   * @param files content by project path, in order
   */
  public static RuleSet read(Map<String, String> files, Forms forms, Sections sections, Problems problems) {
    return new RuleSetReader(forms, sections, problems).read(files);
  }

  private RuleSet read(Map<String, String> files) {
    List<DrlReader.DrlFile> parsed = new ArrayList<>();
    int before = problems.list().size();
    files.forEach((file, text) -> parsed.add(DrlReader.read(file, text, problems)));
    // What a rule that cannot be read uses and concludes is not missing.
    complete = problems.list().size() == before;
    checkNumber(parsed);
    parsed.forEach(file -> {
      file.declarations().forEach(declaration -> declare(file.name(), declaration));
      file.rules().forEach(rule -> concluded.add(rule.effect().conclusion()));
    });
    List<Rule> rules = new ArrayList<>();
    Map<String, String> places = new LinkedHashMap<>();
    for (DrlReader.DrlFile file : parsed) {
      for (DrlReader.RawRule raw : file.rules()) {
        String place = file.name() + ":" + raw.at().line();
        String earlier = places.putIfAbsent(raw.name(), place);
        if (earlier != null) {
          problem(file.name(), raw.at(), "there is already a rule \"" + raw.name() + "\"",
              "see " + earlier + "; give each rule a sentence of its own");
        }
        rules.add(rule(file.name(), raw));
      }
    }
    checkWorded(rules);
    sound = problems.list().size() == before;
    RuleSet ruleSet = new RuleSet(rules, fields);
    checkWhole(ruleSet, parsed);
    return ruleSet;
  }

  private void checkNumber(List<DrlReader.DrlFile> files) {
    int rules = 0;
    for (DrlReader.DrlFile file : files) {
      rules += file.rules().size();
      if (rules > Limits.MOST_RULES) {
        problems.add(file.name(), 0, 0, "there are more than " + Limits.MOST_RULES + " rules",
            "keep here only what belongs to the rules");
        return;
      }
    }
  }

  private void declare(String file, DrlReader.Declaration declaration) {
    Map<String, ValueType> types = new LinkedHashMap<>();
    declaration.fields().forEach((field, type) -> types.put(field, ValueType.DECLARABLE.get(type.text())));
    if (fields.put(declaration.name(), types) != null) {
      problem(file, declaration.at(), "'" + declaration.name() + "' is declared twice", "remove one of the two");
    }
    if (forms.questions().containsKey(declaration.name()) || declaration.name().equals(RuleSet.REFERENCE_DATE)) {
      problem(file, declaration.at(), "'" + declaration.name() + "' is already the name of a question",
          "give the conclusion another name");
    }
    declarations.put(declaration.name(), declaration);
  }

  private Rule rule(String file, DrlReader.RawRule raw) {
    raw.annotations().forEach((name, value) -> {
      if (!ANNOTATIONS.contains(name)) {
        problem(file, value.at(), "unknown annotation @" + name, Problems.didYouMean(name, ANNOTATIONS));
      }
    });
    Certainty certainty = certainty(file, raw.annotations().get("certainty"));
    Optional<LocalDate> from = date(file, raw.annotations().get("from"));
    Optional<LocalDate> until = date(file, raw.annotations().get("until"));
    if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
      problem(file, raw.annotations().get("until").at(), "this rule ends before it begins",
          "@until is the last day in force, @from the first");
    }
    List<Condition> conditions = new ArrayList<>();
    inForce(from, until, raw.at()).ifPresent(conditions::add);
    Map<String, ValueType> variables = new LinkedHashMap<>();
    for (Condition condition : raw.conditions()) {
      conditions.add(check(file, condition, variables));
    }
    checkEffect(file, raw.effect(), variables);
    return new Rule(raw.name(), sources(file, raw), certainty, from, until, List.copyOf(conditions), raw.effect(), file,
        raw.at().line());
  }

  private static Optional<Condition> inForce(Optional<LocalDate> from, Optional<LocalDate> until, Position at) {
    List<Constraint> constraints = new ArrayList<>();
    from.ifPresent(day -> constraints.add(new Constraint.Compare("date", Test.Operator.AT_LEAST,
        List.of(new Expression.Literal(day, at)), at)));
    until.ifPresent(day -> constraints.add(new Constraint.Compare("date", Test.Operator.AT_MOST,
        List.of(new Expression.Literal(day, at)), at)));
    return constraints.isEmpty() ? Optional.empty()
        : Optional.of(new Condition.OfAnswer(RuleSet.REFERENCE_DATE, constraints, at));
  }

  private Certainty certainty(String file, Token value) {
    if (value == null) {
      return Certainty.HARD;
    }
    return Certainty.of(value.text()).orElseGet(() -> {
      problem(file, value.at(), "unknown certainty '" + value.text() + "'", Problems.didYouMean(value.text(),
          Arrays.stream(Certainty.values()).map(Certainty::word).toList()));
      return Certainty.HARD;
    });
  }

  private Optional<LocalDate> date(String file, Token value) {
    if (value == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(value.text()));
    } catch (DateTimeParseException e) {
      problem(file, value.at(), "'" + value.text() + "' is not a date", "write a date like \"2023-10-01\"");
      return Optional.empty();
    }
  }

  private List<Citation> sources(String file, DrlReader.RawRule raw) {
    Token value = raw.annotations().get("source");
    if (value == null) {
      problem(file, raw.at(), "this rule has no source", "add @source(\"4.3.1.2: 2095\") under its name");
      return List.of();
    }
    List<Citation> citations = new ArrayList<>();
    for (String part : value.text().split(";")) {
      int colon = part.lastIndexOf(':');
      String id = (colon < 0 ? part : part.substring(0, colon)).strip();
      Optional<Sections.Section> section = sections.find(id);
      if (id.isEmpty()) {
        problem(file, value.at(), "the source names no section", "write @source(\"4.3.1.2: 2095\")");
      } else if (section.isEmpty()) {
        problem(file, value.at(), "the report has no section '" + id + "'", Problems.didYouMean(id, sections.ids()));
      } else if (colon < 0) {
        problem(file, value.at(), "the source names no line", "write @source(\"" + id + ": 2095\")");
      } else {
        citations.add(new Citation(section.get(), lines(file, value, section.get(), part.substring(colon + 1))));
      }
    }
    return List.copyOf(citations);
  }

  private List<Citation.Lines> lines(String file, Token value, Sections.Section section, String list) {
    List<Citation.Lines> lines = new ArrayList<>();
    for (String range : list.split(",")) {
      Matcher matcher = LINES.matcher(range.strip());
      if (!matcher.matches()) {
        problem(file, value.at(), "'" + range.strip() + "' is not a line of the report", "write 2095 or 2095-2097");
        continue;
      }
      int first = Integer.parseInt(matcher.group(1));
      int last = matcher.group(2) == null ? first : Integer.parseInt(matcher.group(2));
      if (last < first) {
        problem(file, value.at(), "the lines " + range.strip() + " run backwards", "write " + last + "-" + first);
      } else if (!section.holds(first) || !section.holds(last)) {
        problem(file, value.at(), "line " + range.strip() + " is not in section '" + section.id() + "'",
            "that section spans lines " + section.firstLine() + " to " + section.lastLine());
      }
      lines.add(new Citation.Lines(first, last));
    }
    return List.copyOf(lines);
  }

  /** Finds out whether a condition is about an answer or a conclusion, and checks its constraints. */
  private Condition check(String file, Condition condition, Map<String, ValueType> variables) {
    String id = condition.id();
    used.add(id);
    boolean isAnswer = id.equals(RuleSet.REFERENCE_DATE) || forms.questions().containsKey(id);
    boolean isConclusion = concluded.contains(id) || fields.containsKey(id)
        || !complete && forms.conclusions().containsKey(id);
    if (!isAnswer && !isConclusion) {
      Set<String> known = new TreeSet<>(concluded);
      known.addAll(forms.questions().keySet());
      known.add(RuleSet.REFERENCE_DATE);
      boolean worded = forms.conclusions().containsKey(id);
      problem(file, condition.at(), worded ? "no rule concludes '" + id + "'"
          : "there is no question or conclusion '" + id + "'", worded ? "write a rule with conclude( new " + id
          + "() );" : Problems.didYouMean(id, known));
      if (condition instanceof Condition.OfConclusion pattern) {
        pattern.constraints().forEach(constraint -> bindUnknown(constraint, variables));
      }
      return condition;
    }
    if (condition instanceof Condition.Not) {
      if (isAnswer) {
        problem(file, condition.at(), "'not' cannot stand before the answer to a question",
            "an unanswered question is not a no; use != or not in ( … ) or !yes");
      }
      return condition;
    }
    Map<String, ValueType> properties = isAnswer ? propertiesOf(id) : fields.getOrDefault(id, Map.of());
    List<Constraint> constraints = ((Condition.OfConclusion) condition).constraints();
    for (Constraint constraint : constraints) {
      check(file, id, constraint, properties, variables);
    }
    checkUnit(file, id, constraints);
    return isAnswer ? new Condition.OfAnswer(id, constraints, condition.at()) : condition;
  }

  /** Twelve of what? Days and months do not convert into each other, so an amount means something beside its unit only. */
  private void checkUnit(String file, String id, List<Constraint> constraints) {
    Question question = forms.questions().get(id);
    if (question != null && question.type() == Question.Type.PERIOD
        && Properties.of(question).keySet().containsAll(constraints.stream().map(Constraint::property).toList())
        && constraints.stream().noneMatch(constraint -> constraint.property().equals("unit"))) {
      constraints.stream().filter(constraint -> constraint.property().equals("amount")).findFirst().ifPresent(amount ->
          problem(file, amount.at(), "'amount' says nothing without 'unit'",
              "add unit == \"months\" or unit == \"days\" to this condition"));
    }
  }

  /** A variable of which only the name is known: what it stands for is a mistake that has been told. */
  private static void bindUnknown(Constraint constraint, Map<String, ValueType> variables) {
    if (constraint instanceof Constraint.Bind bind) {
      variables.putIfAbsent(bind.variable(), null);
    }
  }

  private Map<String, ValueType> propertiesOf(String question) {
    return question.equals(RuleSet.REFERENCE_DATE)
        ? Properties.OF_REFERENCE_DATE : Properties.of(forms.question(question));
  }

  private void check(String file, String id, Constraint constraint, Map<String, ValueType> properties,
      Map<String, ValueType> variables) {
    ValueType type = properties.get(constraint.property());
    if (type == null) {
      problem(file, constraint.at(), "'" + id + "' has no property '" + constraint.property() + "'",
          properties.isEmpty() ? "it has no properties: write " + id + "()"
              : Problems.didYouMean(constraint.property(), properties.keySet()));
      bindUnknown(constraint, variables);
      return;
    }
    if (constraint instanceof Constraint.Bind bind) {
      if (variables.put(bind.variable(), type) != null) {
        problem(file, bind.at(), "the variable " + bind.variable() + " has a value already", "choose another name");
      }
      return;
    }
    Constraint.Compare compare = (Constraint.Compare) constraint;
    ValueType expected = expected(file, compare, type);
    for (Expression value : compare.values()) {
      ValueType actual = check(file, value, variables);
      if (actual != null && expected != null && actual != expected) {
        problem(file, value.at(), "'" + compare.property() + "' is " + type.words + ", not " + actual.words,
            hint(expected));
      } else if (expected == ValueType.TEXT && value instanceof Expression.Literal literal) {
        checkText(file, id, compare.property(), literal);
      }
    }
  }

  /** The type the right-hand side must have, or null when the operator does not fit the property. */
  private ValueType expected(String file, Constraint.Compare compare, ValueType type) {
    boolean contains =
        compare.operator() == Test.Operator.CONTAINS || compare.operator() == Test.Operator.NOT_CONTAINS;
    if (contains != (type == ValueType.TEXTS)) {
      problem(file, compare.at(), contains ? "'contains' needs a question with several answers, '"
          + compare.property() + "' is " + type.words : "'" + compare.property() + "' holds several answers",
          contains ? "write " + compare.property() + " == \"…\" or in ( … )"
              : "write " + compare.property() + " contains \"…\"");
      return null;
    }
    boolean ordered = switch (compare.operator()) {
      case LESS, AT_MOST, MORE, AT_LEAST -> true;
      default -> false;
    };
    if (ordered && type != ValueType.WHOLE && type != ValueType.DAY) {
      problem(file, compare.at(), "'" + compare.property() + "' is " + type.words + " and cannot be more or less",
          "use ==, != or in ( … )");
      return null;
    }
    return contains ? ValueType.TEXT : type;
  }

  private static String hint(ValueType expected) {
    return switch (expected) {
      case TEXT -> "write the value between double quotes";
      case WHOLE -> "write the number without quotes";
      case TRUTH -> "write true or false, without quotes";
      case DAY -> "write day(\"2024-05-15\") or a variable with a date";
      case TEXTS -> "";
    };
  }

  private void checkText(String file, String id, String property, Expression.Literal literal) {
    Question question = forms.questions().get(id);
    if (question == null) {
      return;
    }
    String text = (String) literal.value();
    Set<String> possible = Properties.texts(question, property);
    distinguished.computeIfAbsent(id, key -> new HashSet<>()).add(text);
    if (!possible.contains(text)) {
      problem(file, literal.at(), "the question '" + id + "' has no answer '" + text + "'",
          Problems.didYouMean(text, possible));
    }
  }

  /** The type of an expression, or null when it has a problem. */
  private ValueType check(String file, Expression expression, Map<String, ValueType> variables) {
    if (expression instanceof Expression.Literal literal) {
      return ValueType.of(literal.value());
    }
    if (expression instanceof Expression.Variable variable) {
      if (!variables.containsKey(variable.name())) {
        problem(file, variable.at(), "the variable " + variable.name() + " has no value here",
            variables.isEmpty() ? "bind it in an earlier condition: Question( " + variable.name() + " : date )"
                : Problems.didYouMean(variable.name(), variables.keySet()));
      }
      return variables.get(variable.name());
    }
    Expression.Shift shift = (Expression.Shift) expression;
    ValueType base = check(file, shift.base(), variables);
    ValueType amount = check(file, shift.amount(), variables);
    if (base != null && base != ValueType.DAY) {
      problem(file, shift.at(), "only a date can be moved by days, weeks, months or years, not " + base.words, "");
    }
    if (shift.amount() instanceof Expression.Literal literal && literal.value() instanceof Integer n && n > LONGEST) {
      problem(file, literal.at(), "'" + n + "' is more than a term can be", "the longest term is " + LONGEST);
    }
    if (amount != null && amount != ValueType.WHOLE) {
      problem(file, shift.amount().at(), "the number of days, weeks, months or years must be a whole number", "");
    }
    return ValueType.DAY;
  }

  private void checkEffect(String file, Rule.Effect effect, Map<String, ValueType> variables) {
    String id = effect.conclusion();
    if (forms.questions().containsKey(id) || id.equals(RuleSet.REFERENCE_DATE)) {
      problem(file, effect.at(), "'" + id + "' is a question; a rule cannot conclude an answer",
          "give the conclusion a name of its own");
    }
    List<ValueType> expected = List.copyOf(fields.getOrDefault(id, Map.of()).values());
    if (effect.leavesOpen()) {
      if (!effect.arguments().isEmpty()) {
        problem(file, effect.at(), "notSettled takes no values", "write notSettled( new " + id + "() );");
      }
    } else if (effect.arguments().size() != expected.size()) {
      problem(file, effect.at(), "'" + id + "' needs " + expected.size() + " value(s), here are "
          + effect.arguments().size(), expected.isEmpty() ? "write conclude( new " + id + "() ); or add a 'declare "
          + id + "'" : "in this order: " + String.join(", ", fields.get(id).keySet()));
    }
    for (int i = 0; i < effect.arguments().size(); i++) {
      ValueType actual = check(file, effect.arguments().get(i), variables);
      if (actual != null && i < expected.size() && actual != expected.get(i)) {
        problem(file, effect.arguments().get(i).at(), "this value must be " + expected.get(i).words + ", not "
            + actual.words, hint(expected.get(i)));
      }
    }
  }

  /** Each conclusion has words; one without is told once, at its first rule. */
  private void checkWorded(List<Rule> rules) {
    Map<String, List<Rule>> wordless = new LinkedHashMap<>();
    rules.stream().filter(rule -> !forms.conclusions().containsKey(rule.conclusion()))
        .forEach(rule -> wordless.computeIfAbsent(rule.conclusion(), id -> new ArrayList<>()).add(rule));
    wordless.forEach((id, concluding) -> problem(concluding.get(0).file(), concluding.get(0).effect().at(),
        "the conclusion '" + id + "' has no wording in forms/"
            + (concluding.size() == 1 ? "" : "; " + concluding.size() + " rules conclude it"),
        Problems.didYouMean(id, forms.conclusions().keySet())));
  }

  private void checkWhole(RuleSet rules, List<DrlReader.DrlFile> files) {
    new BareValues(forms, problems).check(rules);
    checkCycles(rules);
    if (problems.isEmpty()) {
      checkCombinations(rules);
    }
    if (!complete) {
      return;
    }
    rules.rules().forEach(rule -> {
      if (rule.leavesOpen() && rules.rulesFor(rule.conclusion()).stream().allMatch(Rule::leavesOpen)) {
        problem(rule.file(), rule.effect().at(), "no rule concludes '" + rule.conclusion() + "'",
            "notSettled needs a conclusion that some other rule can conclude");
      }
    });
    files.forEach(file -> file.declarations().forEach(declaration -> {
      if (!concluded.contains(declaration.name())) {
        problem(file.name(), declaration.at(), "no rule concludes '" + declaration.name() + "'",
            "write a rule for it or remove the 'declare'");
      }
    }));
    forms.conclusions().values().forEach(conclusion -> {
      if (!concluded.contains(conclusion.id())) {
        problems.add(conclusion.file(), conclusion.line(), 0, "no rule concludes '" + conclusion.id() + "'",
            Problems.didYouMean(conclusion.id(), concluded));
      } else {
        checkWording(conclusion);
      }
    });
    forms.questions().values().forEach(this::checkQuestion);
    checkOutcomes(rules);
  }

  private void checkWording(nl.wegwijzer.forms.Conclusion conclusion) {
    Collection<String> names = fields.getOrDefault(conclusion.id(), Map.of()).keySet();
    placeholders(conclusion.met()).filter(name -> !names.contains(name)).forEach(name ->
        problems.add(conclusion.file(), conclusion.line(), 0, "'" + conclusion.id() + "' has no value {" + name + "}",
            Problems.didYouMean(name, names)));
    Stream.of(conclusion.notMet(), conclusion.open()).flatMap(RuleSetReader::placeholders).forEach(name ->
        problems.add(conclusion.file(), conclusion.line(), 0, "'" + conclusion.id()
            + "' has no values when it is not met or open, so {" + name + "} stays empty", "leave it out"));
    conclusion.deadline().ifPresent(deadline -> {
      if (fields.getOrDefault(conclusion.id(), Map.of()).get(deadline.field()) != ValueType.DAY) {
        problems.add(conclusion.file(), conclusion.line(), 0,
            "'" + conclusion.id() + "' has no date '" + deadline.field() + "' to be a deadline",
            "declare it in the rules: declare " + conclusion.id() + " " + deadline.field() + " : LocalDate end");
      }
    });
  }

  private static Stream<String> placeholders(Text text) {
    return Stream.of(text.nl(), text.en()).flatMap(sentence -> PLACEHOLDER.matcher(sentence).results())
        .map(found -> found.group(1)).distinct();
  }

  private void checkQuestion(Question question) {
    if (!used.contains(question.id())) {
      problems.add(question.file(), question.line(), 0, "no rule uses the question '" + question.id() + "'",
          "remove it, or use it in a rule");
      return;
    }
    if (!sound) {
      return;
    }
    Set<String> known = distinguished.getOrDefault(question.id(), Set.of());
    question.options().forEach(option -> {
      if (!known.contains(option.id()) && option.explain().isEmpty()) {
        problems.add(question.file(), option.line(), 0,
            "no rule of the question '" + question.id() + "' mentions the option '" + option.id() + "'",
            "add a rule for it, or an 'explain' text that says why it makes no difference");
      }
    });
  }

  private void checkOutcomes(RuleSet rules) {
    forms.outcomes().values().forEach(outcome -> {
      checkPlaceholders(rules, outcome);
      if (concluded.contains(outcome.id()) && outcome.unsettled().isEmpty()
          && rules.closure(List.of(outcome.id())).stream().anyMatch(id -> rules.rulesFor(id).stream()
              .anyMatch(Rule::leavesOpen))) {
        problems.add(outcome.file(), outcome.line(), 0, "the report can leave '" + outcome.id()
            + "' open, but its outcome has no 'unsettled'", "add unsettled: {headline: …, now: …}");
      }
    });
  }

  /** An outcome can tell its own values and those of every conclusion it rests on or gives as a detail. */
  private void checkPlaceholders(RuleSet rules, Outcome outcome) {
    List<String> told = new ArrayList<>(outcome.details());
    told.add(outcome.id());
    Set<String> names = new TreeSet<>(rules.fieldsOf(outcome.id()));
    rules.closure(told).forEach(id -> rules.fieldsOf(id).forEach(field -> names.add(id + "." + field)));
    Stream.concat(Stream.of(outcome.yes(), outcome.no(), outcome.open()), outcome.unsettled().stream())
        .flatMap(said -> Stream.concat(Stream.of(said.headline()), said.now().stream()))
        .flatMap(RuleSetReader::placeholders).filter(name -> !names.contains(name)).distinct().forEach(name ->
            problems.add(outcome.file(), outcome.line(), 0, "there is no value {" + name + "} for the outcome '"
                + outcome.id() + "'", Problems.didYouMean(name, names)));
  }

  private void checkCycles(RuleSet rules) {
    Map<String, Integer> heights = new HashMap<>();
    rules.conclusions().forEach(conclusion -> height(rules, conclusion, new ArrayList<>(), heights));
    rules.conclusions().stream().filter(conclusion -> heights.get(conclusion) > HIGHEST).findFirst().ifPresent(id -> {
      Rule rule = rules.rulesFor(id).get(0);
      problem(rule.file(), rule.effect().at(), "conclusions rest on each other more than " + HIGHEST + " high",
          "join conditions that have no name in the law");
    });
  }

  /** Refuses rules that would try more combinations of values than can be waited for. */
  private void checkCombinations(RuleSet rules) {
    Map<String, Long> ways = new HashMap<>();
    rules.conclusions().forEach(conclusion -> ways(rules, conclusion, ways));
  }

  /** With how many different values a conclusion can hold at once, at most. */
  private long ways(RuleSet rules, String conclusion, Map<String, Long> known) {
    Long before = known.get(conclusion);
    if (before != null) {
      return before;
    }
    long ways = 0;
    for (Rule rule : rules.rulesFor(conclusion)) {
      long combinations = 1;
      for (Condition condition : rule.conditions()) {
        if (condition instanceof Condition.OfConclusion) {
          combinations = Math.min(combinations * ways(rules, condition.id(), known), COMBINATIONS + 1);
        }
      }
      if (combinations > COMBINATIONS) {
        problems.add(rule.file(), rule.line(), 0, "this rule joins more than " + COMBINATIONS
            + " combinations of values", "name a part of it as a conclusion without values");
      }
      ways += combinations;
    }
    ways = rules.fieldsOf(conclusion).isEmpty() ? 1 : ways;
    known.put(conclusion, ways);
    return ways;
  }

  /** How many conclusions stand on top of each other below and including this one; reports circles on the way. */
  private int height(RuleSet rules, String conclusion, List<String> path, Map<String, Integer> heights) {
    Integer known = heights.get(conclusion);
    if (known != null) {
      return known;
    }
    int below = 0;
    path.add(conclusion);
    // Whatever is deeper is too high already, and could be too deep to look at.
    for (Rule rule : path.size() > HIGHEST ? List.<Rule>of() : rules.rulesFor(conclusion)) {
      for (Condition condition : rule.conditions()) {
        if (path.contains(condition.id())) {
          List<String> circle = new ArrayList<>(path.subList(path.indexOf(condition.id()), path.size()));
          circle.add(condition.id());
          problem(rule.file(), condition.at(), "conclusions depend on each other in a circle: "
              + String.join(" → ", circle), "a conclusion cannot, even by a detour, be a condition of itself");
        } else if (rules.isConclusion(condition.id())) {
          below = Math.max(below, height(rules, condition.id(), path, heights));
        }
      }
    }
    path.remove(path.size() - 1);
    heights.put(conclusion, below + 1);
    return below + 1;
  }

  private void problem(String file, Position at, String message, String hint) {
    problems.add(file, at.line(), at.column(), message, hint);
  }
}
