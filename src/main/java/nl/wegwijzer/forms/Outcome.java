package nl.wegwijzer.forms;

import java.util.List;
import java.util.Optional;
import nl.wegwijzer.text.Text;

/**
 * What a person is told about one goal.
 *
 * @param topic the goal as a short heading
 * @param unsettled absent where the report settles the goal in every situation
 * @param details conclusions whose own wording is shown when they hold
 * @param statistics ids of figures and statements that belong beside it
 */
public record Outcome(String id, Text topic, Said yes, Said no, Said open, Optional<Said> unsettled,
    Optional<Authority> authority, List<String> details, List<String> statistics, List<String> follow,
    String file, int line) {

  /** The words for one verdict: one sentence, what to do now, and papers as far as the report names them. */
  public record Said(Text headline, List<Text> now, List<Text> documents) {}

  /** Who decides or helps, and how to reach them. */
  public record Authority(Text who, Optional<Text> contact) {}
}
