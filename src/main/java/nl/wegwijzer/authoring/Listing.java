package nl.wegwijzer.authoring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.wegwijzer.proof.Coverage;
import nl.wegwijzer.rules.Rule;
import nl.wegwijzer.rules.Truth;

/** The text of a file with rules, with what the scenarios reach beside every condition. */
final class Listing {

  /**
   * A line of a file.
   *
   * @param rule the page of the rule that starts here, or null
   * @param decided in how many scenarios that rule decides
   * @param reach how scenarios meet the condition on this line, or null when it holds none
   */
  record Line(int number, String text, String rule, int decided, Reach reach) {

    /** Whether a rule decides in no scenario, or a condition has a branch that no scenario takes. */
    public boolean isBare() {
      return rule != null ? decided == 0 : reach != null && reach.counts().stream().anyMatch(Count::missing);
    }
  }

  /** In how many scenarios a condition is met, in how many not, and in how many it stays open. */
  record Reach(Count met, Count failed, Count open) {

    public List<Count> counts() {
      return List.of(met, failed, open);
    }
  }

  /** A number of scenarios; missing when there is none though there could be. */
  record Count(int times, boolean missing) {

    /** Two conditions on one line: the line is reached as far as the one that is reached least. */
    private static Count least(Count one, Count other) {
      return new Count(Math.min(one.times, other.times), one.missing || other.missing);
    }
  }

  private final Links links;
  private final List<String> text;
  private final Map<Integer, Coverage.OfRule> starts = new HashMap<>();
  private final Map<Integer, Reach> reaches = new HashMap<>();

  Listing(Catalogue catalogue, Links links, String file) {
    this.links = links;
    this.text = catalogue.knowledge().files().getOrDefault(file, "").lines().toList();
    catalogue.rules().rules().stream().filter(rule -> rule.file().equals(file))
        .forEach(rule -> mark(catalogue.coverage().of(rule)));
  }

  private void mark(Coverage.OfRule covered) {
    starts.put(covered.rule().line(), covered);
    for (Coverage.OfCondition condition : covered.conditions()) {
      // The dates in force are a condition that stands at the rule itself.
      if (condition.line() != covered.rule().line()) {
        Coverage.Counts counts = condition.counts();
        reaches.merge(condition.line(), new Reach(
            new Count(counts.of(Truth.TRUE), condition.missing().contains(Truth.TRUE)),
            new Count(counts.of(Truth.FALSE), condition.missing().contains(Truth.FALSE)),
            new Count(counts.of(Truth.OPEN) + counts.of(Truth.UNSETTLED), condition.missing().contains(Truth.OPEN))),
            (one, other) -> new Reach(Count.least(one.met(), other.met()), Count.least(one.failed(), other.failed()),
                Count.least(one.open(), other.open())));
      }
    }
  }

  List<Line> all() {
    return lines(1, text.size());
  }

  /** The lines of one rule, up to and including its {@code end}. */
  List<Line> of(Rule rule) {
    return lines(rule.line(), end(rule, text));
  }

  /** The number of the last line of a rule. */
  static int end(Rule rule, List<String> text) {
    int last = rule.line();
    while (last < text.size() && !text.get(last - 1).strip().equals("end")) {
      last++;
    }
    return last;
  }

  private List<Line> lines(int first, int last) {
    List<Line> lines = new ArrayList<>();
    for (int number = first; number <= last; number++) {
      Coverage.OfRule start = starts.get(number);
      lines.add(new Line(number, text.get(number - 1), start == null ? null : links.rule(start.rule()),
          start == null ? 0 : start.counts().of(Truth.TRUE), reaches.get(number)));
    }
    return lines;
  }
}
