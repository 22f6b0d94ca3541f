package nl.wegwijzer.rules;

/** What is known of a condition or conclusion. */
public enum Truth {
  TRUE,
  FALSE,
  /** An answer that is missing can still decide it. */
  OPEN,
  /** The report leaves it open. */
  UNSETTLED;

  /** All must hold: one failure decides, then one missing answer, then one silence of the report. */
  Truth and(Truth other) {
    if (this == FALSE || other == FALSE) {
      return FALSE;
    }
    if (this == OPEN || other == OPEN) {
      return OPEN;
    }
    return this == UNSETTLED ? this : other;
  }

  /** One is enough: one success decides, then one missing answer, then one silence of the report. */
  Truth or(Truth other) {
    if (this == TRUE || other == TRUE) {
      return TRUE;
    }
    if (this == OPEN || other == OPEN) {
      return OPEN;
    }
    return this == UNSETTLED ? this : other;
  }

  Truth not() {
    return this == TRUE ? FALSE : this == FALSE ? TRUE : this;
  }
}
