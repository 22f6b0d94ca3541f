package nl.wegwijzer.knowledge;

import java.util.Set;
import nl.wegwijzer.forms.Forms;
import nl.wegwijzer.text.Problems;

/**
 * The texts that pages and replies need: those that came with this version of the machinery. Which words of properties
 * are needed depends on the rules, and is checked with them.
 */
final class Texts {

  private static final String FILE = "forms/interface.yaml";
  private static final Set<String> NEEDED = Set.copyOf(KnowledgeLoader.packedForms().texts().keySet());

  private Texts() {}

  /** Without one of them, a request that needs it would fail. */
  static void check(Forms forms, Problems problems) {
    NEEDED.stream().filter(key -> !forms.texts().containsKey(key) && !Forms.isOfProperty(key)).sorted().forEach(key ->
        problems.add(FILE, 0, 0, "the text '" + key + "' is missing", Problems.didYouMean(key, forms.texts().keySet())));
  }
}
