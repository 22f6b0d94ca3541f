package nl.wegwijzer.proof;

import java.util.ArrayList;
import java.util.List;
import nl.wegwijzer.knowledge.Knowledge;
import nl.wegwijzer.text.Problems;
import nl.wegwijzer.text.YamlNode;

/** Reads {@code rules/exclusions.yaml}: pairs of conclusions that can never both hold. */
final class Exclusions {

  static final String FILE = "rules/exclusions.yaml";

  private Exclusions() {}

  /** @throws IllegalArgumentException when a pair is no pair, or names what is no conclusion */
  static List<List<String>> read(Knowledge knowledge) {
    if (!knowledge.files().containsKey(FILE)) {
      return List.of();
    }
    Problems problems = new Problems();
    List<List<String>> pairs = new ArrayList<>();
    YamlNode.parse(FILE, knowledge.files().get(FILE), problems).ifPresent(root -> root.list()
        .forEach(node -> {
          List<String> pair = node.strings();
          if (pair.size() != 2) {
            node.problem("a pair of conclusions is expected here", "write - [This, That]");
          }
          pair.stream().filter(id -> !knowledge.rules().isConclusion(id)).forEach(id -> node.problem(
              "no rule concludes '" + id + "'", Problems.didYouMean(id, knowledge.rules().conclusions())));
          pairs.add(pair);
        }));
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(problems.list().toString());
    }
    return pairs;
  }
}
