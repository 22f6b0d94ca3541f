package nl.wegwijzer.statistics;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What came of checking one equation between printed numbers.
 *
 * @param check the equation, spelled out
 * @param refs addresses of the cells and ids of the statements in it, the checked one first
 * @param lines the lines of the report that print them
 * @param printed the checked number as the report prints it
 * @param computed the number that follows from the others; empty when one of those is suppressed or it is a range
 */
public record Finding(String check, List<String> refs, List<Integer> lines, String printed,
    Optional<BigDecimal> computed, Verdict verdict) {

  /** Whether the numbers agree, agree once rounding is taken into account, or cannot all be right. */
  public enum Verdict { FITS, ROUNDING, DISCREPANCY }
}
