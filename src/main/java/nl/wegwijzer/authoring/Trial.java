package nl.wegwijzer.authoring;

import java.util.List;
import java.util.Map;
import nl.wegwijzer.knowledge.Scenario;
import nl.wegwijzer.rules.Rule;
import nl.wegwijzer.rules.Settlement.Attempt;
import nl.wegwijzer.rules.Truth;

/**
 * A scenario as it runs against the knowledge being served.
 *
 * @param differences from what the scenario expects; empty when it holds
 * @param attempts how far each rule came that the scenario needs
 */
record Trial(Scenario scenario, List<String> differences, Map<Rule, Attempt> attempts) {

  boolean holds() {
    return differences.isEmpty();
  }

  boolean decides(Rule rule) {
    return truth(rule) == Truth.TRUE;
  }

  boolean silences(Rule rule) {
    return attempts.containsKey(rule) && !decides(rule);
  }

  private Truth truth(Rule rule) {
    Attempt attempt = attempts.get(rule);
    return attempt == null ? null : attempt.truth();
  }

  /** Names the scenario in an address. */
  String place() {
    return scenario.file() + ":" + scenario.line();
  }
}
