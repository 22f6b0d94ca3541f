package nl.wegwijzer.forms;

import java.util.List;
import java.util.Map;
import nl.wegwijzer.text.Text;

/**
 * An entry point for a person: what they come for, and the goals that settle it.
 *
 * @param order the place on the start page, the lowest first
 * @param slug the journey's part of the address, per language
 * @param audience who it is for: {@code migrant}, {@code family}, {@code employer}
 * @param goals conclusions, in the order in which they are asked and answered
 * @param alternatives goals of which a person wants one; may be empty
 * @param options of a shared question, those that are offered here; all of them for a question that is not named
 * @param follow ids of journeys that follow on
 */
public record Journey(String id, int order, Text slug, Text title, Text summary, List<String> audience, List<String> goals,
    List<String> alternatives, Map<String, List<String>> options, List<String> follow, String file, int line) {

  /** A question as it is put here; what was answered elsewhere stays among its options. */
  public Question asking(Question question, Answer given) {
    List<String> offered = options.get(question.id());
    return offered == null ? question : question.offering(option -> offered.contains(option)
        || given instanceof Answer.Choice choice && choice.value().equals(option)
        || given instanceof Answer.Choices choices && choices.values().contains(option));
  }
}
