package nl.wegwijzer.rules;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rules with every name followed to a number, so that an evaluation looks nothing up. */
final class Wiring {

  /** The calendar counts as the first question; it is always answered. */
  static final int REFERENCE_DATE = 0;

  private final Map<String, Integer> questions = new HashMap<>();
  private final Map<String, Integer> conclusions = new HashMap<>();
  private final String[] questionNames;
  private final String[] names;
  private final Wired[][] about;
  private final BitSet[] restsOn;
  private final BitSet meetSilence = new BitSet();

  Wiring(RuleSet rules) {
    questions.put(RuleSet.REFERENCE_DATE, REFERENCE_DATE);
    rules.conclusions().forEach(id -> conclusions.put(id, conclusions.size()));
    // A mutilated set can mention a conclusion that no rule is about any more: it never holds.
    rules.rules().forEach(rule -> rule.conditions().forEach(condition -> {
      if (condition instanceof Condition.OfAnswer) {
        questions.putIfAbsent(condition.id(), questions.size());
      } else {
        conclusions.putIfAbsent(condition.id(), conclusions.size());
      }
    }));
    questionNames = new String[questions.size()];
    questions.forEach((id, number) -> questionNames[number] = id);
    names = new String[conclusions.size()];
    about = new Wired[names.length][];
    conclusions.forEach((id, number) -> {
      names[number] = id;
      List<Wired> wired = new ArrayList<>();
      rules.rulesFor(id).forEach(rule -> wired.add(wire(rule, rules)));
      about[number] = wired.toArray(Wired[]::new);
    });
    restsOn = new BitSet[names.length];
    for (int i = 0; i < names.length; i++) {
      restsOn(i);
    }
  }

  /** Whether a silence of the report can play a part in a conclusion, whatever the answers. */
  boolean canMeetSilence(int conclusion) {
    return meetSilence.get(conclusion);
  }

  /** The numbers of the questions on which a conclusion can rest. */
  BitSet restsOn(int conclusion) {
    BitSet known = restsOn[conclusion];
    if (known == null) {
      known = new BitSet();
      restsOn[conclusion] = known;
      for (Wired rule : about[conclusion]) {
        if (rule.rule().leavesOpen()) {
          meetSilence.set(conclusion);
        }
        for (int i = 0; i < rule.targets().length; i++) {
          if (rule.conditions()[i] instanceof Condition.OfAnswer) {
            known.set(rule.targets()[i]);
          } else {
            known.or(restsOn(rule.targets()[i]));
            if (meetSilence.get(rule.targets()[i])) {
              meetSilence.set(conclusion);
            }
          }
        }
      }
    }
    return known;
  }

  /** How many questions the rules use, the calendar included. */
  int questions() {
    return questions.size();
  }

  String questionName(int question) {
    return questionNames[question];
  }

  int conclusions() {
    return names.length;
  }

  /** The number of a conclusion, or null when no rule names it. */
  Integer conclusion(String id) {
    return conclusions.get(id);
  }

  String name(int conclusion) {
    return names[conclusion];
  }

  /** The rules about a conclusion, in their order. */
  Wired[] about(int conclusion) {
    return about[conclusion];
  }

  private Wired wire(Rule rule, RuleSet rules) {
    int size = rule.conditions().size();
    int[] targets = new int[size];
    Check[][] checks = new Check[size][];
    boolean restsOnConclusions = false;
    boolean branches = false;
    for (int i = 0; i < size; i++) {
      Condition condition = rule.conditions().get(i);
      boolean isAnswer = condition instanceof Condition.OfAnswer;
      targets[i] = isAnswer ? questions.get(condition.id()) : conclusions.get(condition.id());
      restsOnConclusions |= !isAnswer;
      branches |= condition instanceof Condition.OfConclusion && !rules.fieldsOf(condition.id()).isEmpty();
      checks[i] = condition.constraints().stream().map(Check::of).toArray(Check[]::new);
    }
    return new Wired(rule, rule.conditions().toArray(Condition[]::new), targets, checks, restsOnConclusions, branches,
        rules.fieldsOf(rule.conclusion()).toArray(String[]::new));
  }

  /**
   * One rule.
   *
   * @param targets per condition the number of its question or conclusion
   * @param branches whether a condition rests on a conclusion with values, each of which may have to be tried
   * @param fields of its conclusion
   */
  record Wired(Rule rule, Condition[] conditions, int[] targets, Check[][] checks, boolean restsOnConclusions,
      boolean branches, String[] fields) {}

  /**
   * A constraint, ready to be tried.
   *
   * @param variable that takes the value, or null when the value is compared
   * @param fixed what it is compared with, when all of that stands in the rule; else null
   */
  record Check(String property, String variable, Constraint.Compare compare, Test.Operator operator, Object[] fixed) {

    static Check of(Constraint constraint) {
      if (constraint instanceof Constraint.Bind bind) {
        return new Check(bind.property(), bind.variable(), null, null, null);
      }
      Constraint.Compare compare = (Constraint.Compare) constraint;
      return new Check(compare.property(), null, compare, compare.operator(), !compare.isFixed() ? null
          : compare.values().stream().map(value -> value.value(Bindings.NONE)).toArray());
    }

    /** True or false, or null when a variable has no value yet. */
    Boolean holds(Object actual, Bindings bindings) {
      if (fixed == null) {
        return compare.holds(actual, bindings);
      }
      return switch (operator) {
        case EQUAL, IN -> isFixed(actual);
        case NOT_EQUAL, NOT_IN -> !isFixed(actual);
        default -> operator.holds(actual, fixed[0]);
      };
    }

    private boolean isFixed(Object actual) {
      for (Object value : fixed) {
        if (value == actual || value.equals(actual)) {
          return true;
        }
      }
      return false;
    }
  }
}
