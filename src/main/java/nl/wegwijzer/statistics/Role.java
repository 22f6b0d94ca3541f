package nl.wegwijzer.statistics;

import java.util.Locale;

/** What the numbers of a row or column are to the others beside them; the later one wins where both have a role. */
public enum Role {
  VALUE, TOTAL, SHARE, CHANGE;

  String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
