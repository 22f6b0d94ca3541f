package nl.wegwijzer.advice;

import java.util.Locale;

/** What the rules say about a goal. */
public enum Verdict {
  YES,
  NO,
  /** An answer that is still missing, or that the person does not know, can decide it. */
  OPEN,
  /** The report is silent here, or contradicts itself. */
  UNSETTLED;

  /** As the API and the interface texts write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
