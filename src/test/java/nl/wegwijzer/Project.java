package nl.wegwijzer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import nl.wegwijzer.knowledge.Knowledge;
import nl.wegwijzer.knowledge.KnowledgeLoader;
import nl.wegwijzer.rules.Engine;

/** The project's own rules, forms and data, loaded once for all tests. */
public final class Project {

  private static Knowledge knowledge;

  private Project() {}

  public static synchronized Knowledge knowledge() {
    if (knowledge == null) {
      knowledge = load(Engine.Mode.CLASSIC);
    }
    return knowledge;
  }

  public static Knowledge load(Engine.Mode mode) {
    KnowledgeLoader.Loaded loaded = KnowledgeLoader.load(Path.of(""), mode);
    assertThat(loaded.problems()).isEmpty();
    return loaded.knowledge().orElseThrow();
  }
}
