package nl.wegwijzer.rules;

import java.util.ArrayList;
import java.util.List;

/** Notes which rules Drools fired, and with which values; the only thing a consequence can reach. */
public final class Fired {

  record Entry(int rule, List<Object> values) {}

  private final List<Entry> entries = new ArrayList<>();

  /** Called by the consequence of every rule. */
  public void add(int rule, Object... values) {
    entries.add(new Entry(rule, List.of(values)));
  }

  List<Entry> entries() {
    return entries;
  }
}
