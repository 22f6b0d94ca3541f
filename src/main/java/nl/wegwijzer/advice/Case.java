package nl.wegwijzer.advice;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.wegwijzer.forms.Answer;

/**
 * What a person told us and what they want to know.
 *
 * @param on the reference date, for which the advice holds
 * @param goals conclusions to settle, in order
 * @param answers by question id
 */
public record Case(LocalDate on, List<String> goals, Map<String, Answer> answers) {}
