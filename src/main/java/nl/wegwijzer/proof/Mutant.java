package nl.wegwijzer.proof;

import java.util.List;
import nl.wegwijzer.rules.Rule;
import nl.wegwijzer.rules.RuleSet;

/**
 * The rules with one small mistake in them.
 *
 * @param rule the rule that was changed
 * @param replacement what stands in its place; empty when the rule was dropped
 * @param what the mistake in words
 * @param line where it is
 */
public record Mutant(Rule rule, List<Rule> replacement, String what, int line) {

  RuleSet in(RuleSet rules) {
    return rules.replacing(rule, replacement);
  }

  @Override
  public String toString() {
    return rule.file() + ":" + line + ": " + what + " in \"" + rule.name() + "\"";
  }
}
