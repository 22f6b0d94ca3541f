package nl.wegwijzer.forms;

import java.util.List;
import nl.wegwijzer.text.Text;

/**
 * An entry point for a person: what they come for, and the goals that settle it.
 *
 * @param order the place on the start page, the lowest first
 * @param slug the journey's part of the address, per language
 * @param audience who it is for: {@code migrant}, {@code family}, {@code employer}
 * @param goals conclusions, in the order in which they are asked and answered
 * @param follow ids of journeys that follow on
 */
public record Journey(String id, int order, Text slug, Text title, Text summary, List<String> audience, List<String> goals,
    List<String> follow, String file, int line) {}
