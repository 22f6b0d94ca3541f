package nl.wegwijzer.rules;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.wegwijzer.forms.Answer;
import nl.wegwijzer.rules.Test.Operator;

/**
 * The atomic conditions on which some goals can depend. They turn a case into a short key: which questions are answered
 * or unknown, and which conditions are true. Cases with the same key are decided alike, apart from the person's own values.
 */
public final class ConditionKeys {

  /** Beyond this, a key costs more than it saves. */
  private static final int MOST = 2_000;

  private final String[] questions;
  private final Term[] terms;
  private final Object[] constants;
  private final Atom[] atoms;

  /** A value of a case, or null when an answer for it is missing. Terms come after the terms they are made of. */
  private sealed interface Term {

    /** A property of an answer. */
    record Given(int question, String property) implements Term {}

    /** What stands in the rule itself. */
    record Constant(Object value) implements Term {}

    /** A date moved by an amount. */
    record Shifted(int base, ChronoUnit unit, int sign, int amount) implements Term {}
  }

  /** A comparison of one value with others; which of two opposite operators is written does not matter to the key. */
  private record Atom(int left, Operator operator, List<Integer> right) {}

  /** The outcomes of all conditions for one case. */
  public static final class Key {

    private final ConditionKeys of;
    private final long[] bits;
    private final int hash;

    private Key(ConditionKeys of, long[] bits) {
      this.of = of;
      this.bits = bits;
      this.hash = 31 * System.identityHashCode(of) + Arrays.hashCode(bits);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && of == key.of && Arrays.equals(bits, key.bits);
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }

  private ConditionKeys(Grounding grounding) {
    questions = grounding.questions.keySet().toArray(String[]::new);
    terms = grounding.terms.keySet().toArray(Term[]::new);
    atoms = grounding.atoms.toArray(Atom[]::new);
    constants = new Object[terms.length];
    for (int i = 0; i < terms.length; i++) {
      constants[i] = terms[i] instanceof Term.Constant constant ? constant.value() : null;
    }
  }

  /** The conditions of goals, or nothing where there are too many. */
  static Optional<ConditionKeys> of(RuleSet rules, Collection<String> goals) {
    Grounding grounding = new Grounding(rules);
    try {
      rules.closure(goals).forEach(grounding::visit);
    } catch (TooMany e) {
      return Optional.empty();
    }
    return Optional.of(new ConditionKeys(grounding));
  }

  /** How many conditions a key holds, besides which questions are answered. */
  public int size() {
    return atoms.length;
  }

  public Key key(LocalDate on, Map<String, Answer> answers) {
    long[] bits = new long[(2 * questions.length + atoms.length + 63) / 64];
    Answer[] given = new Answer[questions.length];
    int bit = 0;
    for (int i = 0; i < questions.length; i++) {
      Answer answer = questions[i].equals(RuleSet.REFERENCE_DATE) ? Properties.referenceDate(on)
          : answers.get(questions[i]);
      if (answer != null) {
        boolean known = answer.isKnown();
        set(bits, bit + (known ? 1 : 0));
        given[i] = known ? answer : null;
      }
      bit += 2;
    }
    Object[] values = constants.clone();
    for (int i = 0; i < terms.length; i++) {
      if (values[i] == null) {
        values[i] = value(terms[i], given, values);
      }
    }
    for (Atom atom : atoms) {
      if (holds(atom, values)) {
        set(bits, bit);
      }
      bit++;
    }
    return new Key(this, bits);
  }

  private static void set(long[] bits, int bit) {
    bits[bit >> 6] |= 1L << bit;
  }

  private static Object value(Term term, Answer[] given, Object[] values) {
    if (term instanceof Term.Given property) {
      Answer answer = given[property.question()];
      return answer == null ? null : Properties.value(answer, property.property());
    }
    Term.Shifted shifted = (Term.Shifted) term;
    LocalDate base = (LocalDate) values[shifted.base()];
    Integer amount = (Integer) values[shifted.amount()];
    return base == null || amount == null ? null : base.plus((long) shifted.sign() * amount, shifted.unit());
  }

  private static boolean holds(Atom atom, Object[] values) {
    Object left = values[atom.left()];
    if (left == null) {
      return false;
    }
    for (int i = 0; i < atom.right().size(); i++) {
      Object right = values[atom.right().get(i)];
      if (right != null && atom.operator().holds(left, right)) {
        return true;
      }
    }
    return false;
  }

  private static final class TooMany extends RuntimeException {

    TooMany() {
      super(null, null, false, false);
    }
  }

  /** Follows every value that a variable can take back to the answers, and collects the conditions on the way. */
  private static final class Grounding {

    private final RuleSet rules;
    private final Map<String, Integer> questions = new LinkedHashMap<>();
    private final Map<Term, Integer> terms = new LinkedHashMap<>();
    private final Set<Atom> atoms = new LinkedHashSet<>();
    private final Map<String, Set<List<Integer>>> values = new HashMap<>();

    Grounding(RuleSet rules) {
      this.rules = rules;
    }

    void visit(String id) {
      if (rules.isConclusion(id)) {
        valuesOf(id);
      } else {
        question(id);
      }
    }

    private int question(String id) {
      return questions.computeIfAbsent(id, key -> questions.size());
    }

    private int term(Term term) {
      return terms.computeIfAbsent(term, key -> terms.size());
    }

    /** All combinations of values that a conclusion can carry. */
    private Set<List<Integer>> valuesOf(String conclusion) {
      Set<List<Integer>> known = values.get(conclusion);
      if (known == null) {
        known = new LinkedHashSet<>();
        for (Rule rule : rules.rulesFor(conclusion)) {
          Set<List<Integer>> ofRule = new LinkedHashSet<>();
          for (Map<String, Integer> variables : ways(rule)) {
            List<Integer> arguments = ground(rule.arguments(), variables);
            if (arguments != null && !rule.leavesOpen()) {
              // Two ways in which a rule holds are one where their values are the same.
              ofRule.forEach(other -> same(other, arguments));
              ofRule.add(arguments);
            }
          }
          known.addAll(ofRule);
        }
        values.put(conclusion, known);
      }
      return known;
    }

    private void same(List<Integer> some, List<Integer> others) {
      for (int i = 0; i < some.size(); i++) {
        if (!some.get(i).equals(others.get(i))) {
          atom(some.get(i), Operator.EQUAL, List.of(others.get(i)));
        }
      }
    }

    /** What the variables of a rule can stand for, also when a conclusion that would bind them does not hold. */
    private Set<Map<String, Integer>> ways(Rule rule) {
      Set<Map<String, Integer>> ways = Set.of(Map.of());
      for (Condition condition : rule.conditions()) {
        Set<Map<String, Integer>> further = new LinkedHashSet<>();
        if (condition instanceof Condition.OfAnswer pattern) {
          int question = question(condition.id());
          ways.forEach(way -> further.add(apply(pattern.constraints(), way,
              property -> term(new Term.Given(question, property)))));
        } else if (condition instanceof Condition.OfConclusion pattern && !pattern.constraints().isEmpty()) {
          further.addAll(ways);
          List<String> fields = List.copyOf(rules.fieldsOf(condition.id()));
          for (List<Integer> carried : valuesOf(condition.id())) {
            ways.forEach(way -> further.add(apply(pattern.constraints(), way,
                property -> carried.get(fields.indexOf(property)))));
          }
        } else {
          continue;
        }
        if (further.size() > MOST) {
          throw new TooMany();
        }
        ways = further;
      }
      return ways;
    }

    private interface Owner {

      int term(String property);
    }

    private Map<String, Integer> apply(List<Constraint> constraints, Map<String, Integer> way, Owner owner) {
      Map<String, Integer> variables = new HashMap<>(way);
      for (Constraint constraint : constraints) {
        int left = owner.term(constraint.property());
        if (constraint instanceof Constraint.Bind bind) {
          variables.put(bind.variable(), left);
        } else if (constraint instanceof Constraint.Compare compare) {
          List<Integer> right = ground(compare.values(), variables);
          if (right != null) {
            atom(left, compare.operator(), right);
          }
        }
      }
      return variables;
    }

    private void atom(int left, Operator operator, List<Integer> right) {
      atoms.add(new Atom(left, switch (operator) {
        case NOT_EQUAL, IN, NOT_IN -> Operator.EQUAL;
        case MORE -> Operator.AT_MOST;
        case AT_LEAST -> Operator.LESS;
        case NOT_CONTAINS -> Operator.CONTAINS;
        default -> operator;
      }, right));
      if (atoms.size() > MOST) {
        throw new TooMany();
      }
    }

    /** The expressions as terms, or null when a variable has no value. */
    private List<Integer> ground(List<Expression> expressions, Map<String, Integer> variables) {
      List<Integer> grounded = new ArrayList<>();
      for (Expression expression : expressions) {
        Integer term = ground(expression, variables);
        if (term == null) {
          return null;
        }
        grounded.add(term);
      }
      return List.copyOf(grounded);
    }

    private Integer ground(Expression expression, Map<String, Integer> variables) {
      if (expression instanceof Expression.Literal literal) {
        return term(new Term.Constant(literal.value()));
      }
      if (expression instanceof Expression.Variable variable) {
        return variables.get(variable.name());
      }
      Expression.Shift shift = (Expression.Shift) expression;
      Integer base = ground(shift.base(), variables);
      Integer amount = ground(shift.amount(), variables);
      return base == null || amount == null ? null
          : (Integer) term(new Term.Shifted(base, shift.unit(), shift.sign(), amount));
    }
  }
}
