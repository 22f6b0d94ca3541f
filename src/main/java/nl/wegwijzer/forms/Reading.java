package nl.wegwijzer.forms;

import java.util.Map;

/** What came of reading somebody's input to a question: an {@link Answer}, or why it is not one. */
public sealed interface Reading permits Answer, Reading.Rejected {

  /** The input is not an answer; {@code key} names the message in {@code forms/interface.yaml}. */
  record Rejected(String key, Map<String, Object> values) implements Reading {}

  static Rejected rejected(String key) {
    return new Rejected(key, Map.of());
  }
}
