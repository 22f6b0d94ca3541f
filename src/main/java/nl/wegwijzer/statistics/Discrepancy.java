package nl.wegwijzer.statistics;

import java.util.List;
import java.util.Optional;
import nl.wegwijzer.text.Text;

/**
 * Two places of the report that cannot both be right, as reviewed by hand; nothing is repaired.
 *
 * @param check the equation that does not hold; empty when the discrepancy was found by reading
 * @param figures figures beside which readers are told
 * @param statements statements beside which readers are told
 * @param evidence what the report prints where; the printed text stands in that line
 * @param computed what follows from the other numbers; empty when nothing is computed
 */
public record Discrepancy(String id, Kind kind, Optional<String> check, List<String> figures, List<String> statements,
    List<Evidence> evidence, Optional<String> computed, Text assessment) {

  /** A number that others contradict, a misprinted label, or an explanation that the numbers do not bear out. */
  public enum Kind { NUMBER, LABEL, CLAIM }

  /** One of the places. */
  public record Evidence(int line, String printed) {
  }
}
