package nl.wegwijzer.rules;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** All rules, checked, and the graph they form: which conclusion rests on which questions and conclusions. */
public final class RuleSet {

  /** The answer that is always there: the date the advice is for. */
  public static final String REFERENCE_DATE = "ReferenceDate";

  /** A group of fewer rules costs Drools more than its rules do. */
  private static final int SMALL = 25;

  private final List<Rule> rules;
  private final Map<String, List<Rule>> byConclusion = new LinkedHashMap<>();
  private final Map<String, Map<String, ValueType>> fields;
  private final Set<String> questions = new TreeSet<>();
  private final Cache<Set<String>, Set<String>> closures = Caffeine.newBuilder().maximumSize(10_000).build();
  private volatile Wiring wiring;

  RuleSet(List<Rule> rules, Map<String, Map<String, ValueType>> fields) {
    this.rules = List.copyOf(rules);
    this.fields = Collections.unmodifiableMap(fields);
    rules.forEach(rule -> {
      byConclusion.computeIfAbsent(rule.conclusion(), c -> new ArrayList<>()).add(rule);
      rule.conditions().stream().filter(Condition.OfAnswer.class::isInstance).map(Condition::id).forEach(questions::add);
    });
  }

  /**
   * The rules in groups that share no conclusion, each in the order of the rules. Small groups are put together, because
   * each has a price of its own for Drools.
   */
  List<RuleSet> apart() {
    Map<String, String> joined = new HashMap<>();
    rules.forEach(rule -> rule.conditions().stream().filter(condition -> !(condition instanceof Condition.OfAnswer))
        .forEach(condition -> joined.put(group(condition.id(), joined), group(rule.conclusion(), joined))));
    Map<String, List<Rule>> groups = new LinkedHashMap<>();
    rules.forEach(rule ->
        groups.computeIfAbsent(group(rule.conclusion(), joined), group -> new ArrayList<>()).add(rule));
    List<Rule> small = new ArrayList<>();
    groups.values().stream().filter(group -> group.size() < SMALL).forEach(small::addAll);
    List<List<Rule>> apart = new ArrayList<>(groups.values());
    apart.removeIf(group -> group.size() < SMALL);
    if (!small.isEmpty()) {
      apart.add(small);
    }
    return apart.stream().map(group -> new RuleSet(group, fields)).toList();
  }

  /** The conclusion that names the group of another; {@code joined} leads from one to the next. */
  private static String group(String conclusion, Map<String, String> joined) {
    String group = conclusion;
    while (joined.containsKey(group) && !joined.get(group).equals(group)) {
      group = joined.get(group);
    }
    return group;
  }

  /** The same rules with one replaced by others, or by none. */
  public RuleSet replacing(Rule rule, List<Rule> others) {
    List<Rule> changed = new ArrayList<>(rules);
    int at = changed.indexOf(rule);
    changed.remove(at);
    changed.addAll(at, others);
    return new RuleSet(changed, fields);
  }

  /** In the order of the files, and within a file as written. */
  public List<Rule> rules() {
    return rules;
  }

  /** The rules about a conclusion, in their order. */
  public List<Rule> rulesFor(String conclusion) {
    return byConclusion.getOrDefault(conclusion, List.of());
  }

  public Set<String> conclusions() {
    return Collections.unmodifiableSet(byConclusion.keySet());
  }

  /** The questions that the rules use, the reference date among them when they do. */
  Set<String> questions() {
    return questions;
  }

  public boolean isConclusion(String id) {
    return byConclusion.containsKey(id);
  }

  /** The names of the values that a conclusion carries, in order; empty for most. */
  public Collection<String> fieldsOf(String conclusion) {
    return types(conclusion).keySet();
  }

  /** Whether a value that a conclusion carries is a date. */
  public boolean isDay(String conclusion, String field) {
    return types(conclusion).get(field) == ValueType.DAY;
  }

  Map<String, ValueType> types(String conclusion) {
    return fields.getOrDefault(conclusion, Map.of());
  }

  /** Everything the goals can depend on: the goals themselves, conclusions and questions. */
  public Set<String> closure(Collection<String> goals) {
    return closures.get(Set.copyOf(goals), this::reach);
  }

  /** The conclusions with values among everything the goals can depend on. */
  public Set<String> valued(Collection<String> goals) {
    Set<String> found = new TreeSet<>(closure(goals));
    found.retainAll(fields.keySet());
    return found;
  }

  /** The conditions that can matter for goals, or nothing where there are too many to be a key. */
  public Optional<ConditionKeys> conditionKeys(Collection<String> goals) {
    return ConditionKeys.of(this, goals);
  }

  /** Made when it is first needed: most mutants never are. */
  Wiring wiring() {
    if (wiring == null) {
      wiring = new Wiring(this);
    }
    return wiring;
  }

  private Set<String> reach(Set<String> goals) {
    Set<String> found = new LinkedHashSet<>();
    List<String> open = new ArrayList<>(new TreeSet<>(goals));
    while (!open.isEmpty()) {
      String id = open.remove(open.size() - 1);
      if (found.add(id)) {
        rulesFor(id).forEach(rule -> rule.conditions().forEach(condition -> open.add(condition.id())));
      }
    }
    return Collections.unmodifiableSet(found);
  }

  /** Conclusions that some rule needs not to hold. */
  Set<String> negated() {
    Set<String> negated = new LinkedHashSet<>();
    rules.forEach(rule -> rule.conditions().forEach(condition -> {
      if (condition instanceof Condition.Not) {
        negated.add(condition.id());
      }
    }));
    return negated;
  }
}
