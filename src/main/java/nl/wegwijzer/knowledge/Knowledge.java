package nl.wegwijzer.knowledge;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import nl.wegwijzer.advice.Advisor;
import nl.wegwijzer.forms.Forms;
import nl.wegwijzer.rules.Engine;
import nl.wegwijzer.rules.RuleSet;
import nl.wegwijzer.statistics.Statistics;
import nl.wegwijzer.text.Sections;

/**
 * Everything Wegwijzer knows at one moment, checked: rules, forms and data as one immutable whole. Drools compiles the
 * rules in the background, so that pages without advice need not wait for it.
 *
 * @param hash names this version; every advice carries it
 * @param files what the authors wrote, by project path
 */
public record Knowledge(String hash, Forms forms, RuleSet rules, Sections sections, List<Scenario> scenarios,
    Statistics statistics, CompletableFuture<Engine> compiled, Advisor advisor, Map<String, String> files) {

  /** The rules as Drools compiled them; waits until that is done. */
  public Engine engine() {
    return compiled.join();
  }
}
