package nl.wegwijzer.forms;

import java.util.Optional;
import nl.wegwijzer.text.Text;

/**
 * The wording of a conclusion: its label in a checklist and what is said when it is met, not met, or open.
 *
 * @param contradiction whether answers that lead to it cannot all be right; {@code met} then says why
 */
public record Conclusion(String id, Text label, Text met, Text notMet, Text open, Optional<DeadlineNote> deadline,
    boolean contradiction, String file, int line) {

  /** Marks a conclusion with a date as a deadline: what it counts from, and by which counting convention. */
  public record DeadlineNote(String countedFrom, String convention, String field) {}
}
