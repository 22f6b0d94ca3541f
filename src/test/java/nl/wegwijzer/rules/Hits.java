package nl.wegwijzer.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Notes what Drools says of one case: which rules fire, on what, and which comparisons hold for which facts. */
public final class Hits {

  /**
   * A rule that fired.
   *
   * @param made the conclusion it brings; null where it leaves its conclusion open
   * @param premises per condition the conclusion it rests on, or null
   * @param bound the values of its variables
   */
  record Fire(int rule, Object made, Object[] premises, Object[] bound) {}

  private final BitSet plain = new BitSet();
  private final Set<List<Object>> joined = new HashSet<>();
  private final Map<String, Set<Object>> made = new HashMap<>();
  private final List<Fire> fires = new ArrayList<>();

  /** Called by the probe of a comparison in which no conclusion plays a part. */
  public void hit(int probe) {
    plain.set(probe);
  }

  /** Called by the probe of a comparison that holds for these conclusions. */
  public void join(int probe, Object... facts) {
    joined.add(key(probe, Arrays.asList(facts)));
  }

  /** Called by every rule of the authors. */
  public void fire(int rule, String conclusion, Object fact, Object[] premises, Object[] bound) {
    fires.add(new Fire(rule, fact, premises, bound));
    if (fact != null) {
      made.computeIfAbsent(conclusion, id -> new LinkedHashSet<>()).add(fact);
    }
  }

  boolean has(int probe, List<Object> facts) {
    return facts.isEmpty() ? plain.get(probe) : joined.contains(key(probe, facts));
  }

  private static List<Object> key(int probe, List<Object> facts) {
    List<Object> key = new ArrayList<>(facts.size() + 1);
    key.add(probe);
    key.addAll(facts);
    return key;
  }

  /** The facts of a conclusion, each value once. */
  Collection<Object> facts(String conclusion) {
    return made.getOrDefault(conclusion, Set.of());
  }

  List<Fire> fires() {
    return fires;
  }
}
