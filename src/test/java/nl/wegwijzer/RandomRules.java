package nl.wegwijzer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** Writes random rule sets in layers, with values, joins, negation and silences; the same seed gives the same rules. */
public final class RandomRules {

  private static final String[] OPERATORS = {"==", "!=", "<", "<=", ">", ">="};
  private static final String[] CERTAINTIES = {"hard", "default", "discretionary", "open-list", "case-law"};
  private static final String[] UNITS = {"Days", "Weeks", "Months", "Years"};

  private final Random random;
  private final boolean tree;
  private final List<String> questions = new ArrayList<>();
  private final List<String> used = new ArrayList<>();
  private final List<String> plain = new ArrayList<>();
  private final List<String> dated = new ArrayList<>();
  private final List<String> counted = new ArrayList<>();
  private final StringBuilder drl = new StringBuilder();
  private int names;

  private RandomRules(long seed, boolean tree) {
    this.random = new Random(seed);
    this.tree = tree;
  }

  /** About as many rules as asked, over questions of every type. */
  public static SmallSet mixed(long seed, int rules) {
    // Now and then so many values come together that the rules are refused for it.
    for (long next = seed; ; next += 1_000_003) {
      SmallSet set = new RandomRules(next, false).write(rules);
      if (set.problems().stream().noneMatch(problem -> problem.message().contains("combinations of values"))) {
        assertThat(set.problems()).isEmpty();
        return set;
      }
    }
  }

  /** Rules over yes/no questions, without values, negation or silences, in which nothing is used twice. */
  public static SmallSet tree(long seed, int rules) {
    return new RandomRules(seed, true).write(rules);
  }

  private SmallSet write(int rules) {
    String[] types = {"yes-no", "choice a b c", "date", "number", "choices x y z", "country", "period", "date"};
    int count = tree ? 1 : 4 + rules / 5;
    for (int i = 0; i < count; i++) {
      questions.add("Q" + i + ": " + (tree ? "yes-no" : types[i % types.length]));
    }
    while (names < rules) {
      conclusion(1 + random.nextInt(3));
    }
    // Every question must be used.
    questions.stream().filter(question -> !used.contains(question)).toList().forEach(question ->
        rule("", List.of(condition(question)), "conclude( new P" + plain.size() + "() );", "P" + plain.size()));
    return SmallSet.withMistakes(String.join("\n", questions), drl.toString());
  }

  private void conclusion(int ways) {
    int kind = tree ? 0 : random.nextInt(6);
    String id = (kind == 1 ? "D" : kind == 2 ? "N" : "C") + names;
    if (kind == 1) {
      drl.append("declare ").append(id).append(" date : LocalDate end\n");
    } else if (kind == 2) {
      drl.append("declare ").append(id).append(" n : int sure : boolean end\n");
    }
    for (int way = 0; way < ways; way++) {
      List<String> conditions = conditions();
      String effect;
      if (kind == 1) {
        conditions.add(0, dateSource("$d"));
        effect = "conclude( new " + id + "( " + (random.nextBoolean() ? "$d" : shifted("$d")) + " ) );";
      } else if (kind == 2) {
        conditions.add(0, numberSource("$n"));
        effect = "conclude( new " + id + "( $n, " + random.nextBoolean() + " ) );";
      } else {
        effect = "conclude( new " + id + "() );";
      }
      rule(annotations(), conditions, effect, null);
    }
    if (!tree && random.nextInt(6) == 0) {
      rule("", conditions(), "notSettled( new " + id + "() );", null);
    }
    (kind == 1 ? dated : kind == 2 ? counted : plain).add(id);
  }

  private void rule(String annotations, List<String> conditions, String effect, String conclusion) {
    drl.append("rule \"r").append(names++).append("\" @source(\"S: 1\") ").append(annotations).append("when\n");
    conditions.forEach(condition -> drl.append("  ").append(condition).append('\n'));
    drl.append("then ").append(effect).append(" end\n");
    if (conclusion != null) {
      plain.add(conclusion);
    }
  }

  private String annotations() {
    String annotations = random.nextInt(3) == 0 ? "@certainty(\"" + pick(CERTAINTIES) + "\") " : "";
    if (!tree && random.nextInt(8) == 0) {
      annotations += "@from(\"2023-10-01\") ";
    }
    if (!tree && random.nextInt(8) == 0) {
      annotations += "@until(\"2024-03-01\") ";
    }
    return annotations;
  }

  private List<String> conditions() {
    List<String> conditions = new ArrayList<>();
    int number = 1 + random.nextInt(3);
    for (int i = 0; i < number; i++) {
      conditions.add(next());
    }
    if (!tree && random.nextInt(3) == 0) {
      String variable = "$j" + names;
      conditions.add(dateSource(variable));
      String limit = random.nextBoolean() ? variable : shifted(variable);
      String operator = OPERATORS[2 + random.nextInt(4)];
      conditions.add(dated.isEmpty() || random.nextBoolean() ? use("date") + "( date " + operator + " " + limit + " )"
          : pick(dated) + "( date " + operator + " " + limit + " )");
    }
    return conditions;
  }

  private String next() {
    int choice = random.nextInt(10);
    if (tree) {
      if (plain.isEmpty() || choice < 5) {
        questions.add("Q" + questions.size() + ": yes-no");
        return condition(questions.get(questions.size() - 1));
      }
      return plain.remove(random.nextInt(plain.size())) + "()";
    }
    if (plain.isEmpty() || choice < 4) {
      String question = questions.get(random.nextInt(questions.size()));
      return condition(question);
    }
    if (!tree && choice == 4 && !counted.isEmpty()) {
      return pick(counted) + "( n " + pick(OPERATORS) + " " + random.nextInt(20) + (random.nextBoolean() ? ", sure" : "")
          + " )";
    }
    if (!tree && choice == 5) {
      return "not " + pick(random.nextInt(3) == 0 && !dated.isEmpty() ? dated : plain) + "()";
    }
    return pick(plain) + "()";
  }

  private String condition(String question) {
    used.add(question);
    String id = question.substring(0, question.indexOf(':'));
    return id + "( " + switch (question.substring(question.indexOf(':') + 2).split(" ")[0]) {
      case "yes-no" -> random.nextBoolean() ? "yes" : "!yes";
      case "choice" -> switch (random.nextInt(3)) {
        case 0 -> "value == \"a\"";
        case 1 -> "value in ( \"a\", \"b\" )";
        default -> "value not in ( \"c\", \"a\" )";
      };
      case "choices" -> "values " + (random.nextBoolean() ? "" : "not ") + "contains \"" + pick("x", "y", "z") + "\"";
      case "date" -> "date " + pick(OPERATORS) + " " + day();
      case "number" -> "value " + pick(OPERATORS) + " " + random.nextInt(20);
      case "country" -> pick("mvvExempt", "group == \"eu\"", "code != \"SY\"", "!mvvExempt, group != \"eu\"");
      default -> "unit == \"" + pick("days", "months") + "\", amount " + pick(OPERATORS) + " " + random.nextInt(95);
    } + " )";
  }

  private String dateSource(String variable) {
    return switch (random.nextInt(dated.isEmpty() ? 3 : 5)) {
      case 0 -> "ReferenceDate( " + variable + " : date )";
      case 1, 2 -> use("date") + "( " + variable + " : date" + limit("date", day()) + " )";
      default -> pick(dated) + "( " + variable + " : date" + limit("date", day()) + " )";
    };
  }

  private String day() {
    return "day(\"2024-0" + (1 + random.nextInt(5)) + "-01\")";
  }

  /** Now and then a comparison beside a variable. */
  private String limit(String property, String value) {
    return random.nextInt(4) > 0 ? "" : ", " + property + " " + pick(OPERATORS) + " " + value;
  }

  private String numberSource(String variable) {
    boolean answer = counted.isEmpty() || random.nextBoolean();
    String property = answer ? "value" : "n";
    return (answer ? use("number") : pick(counted)) + "( " + variable + " : " + property
        + limit(property, "" + random.nextInt(20)) + " )";
  }

  /** A question of the type, which counts as used from now on. */
  private String use(String type) {
    List<String> fitting = questions.stream().filter(question -> question.endsWith(": " + type))
        .collect(Collectors.toList());
    if (fitting.isEmpty()) {
      questions.add("Q" + questions.size() + ": " + type);
      fitting.add(questions.get(questions.size() - 1));
    }
    String question = fitting.get(random.nextInt(fitting.size()));
    used.add(question);
    return question.substring(0, question.indexOf(':'));
  }

  private String shifted(String variable) {
    return variable + (random.nextBoolean() ? ".plus" : ".minus") + pick(UNITS) + "( " + random.nextInt(4) + " )";
  }

  private String pick(String... possible) {
    return possible[random.nextInt(possible.length)];
  }

  private String pick(List<String> possible) {
    return possible.get(random.nextInt(possible.size()));
  }
}
