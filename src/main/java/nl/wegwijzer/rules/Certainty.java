package nl.wegwijzer.rules;

import java.util.Locale;
import java.util.Optional;

/** How sure the report is of a rule, from firm to gone; the later of two is the weaker. */
public enum Certainty {
  /** Stated without reservation. */
  HARD,
  /** Follows from a judgment. */
  CASE_LAW,
  /** The main rule ("in beginsel"); exceptions exist, even where the report lists none. */
  DEFAULT,
  /** Examples only ("onder andere"): being on the list is firm, not being on it is not. */
  OPEN_LIST,
  /** Possible under conditions or at discretion ("kan"). */
  DISCRETIONARY,
  /** A bill or an announcement; not in force. */
  PLANNED,
  /** Ended or paused. */
  LAPSED;

  /** As authors and the API write it: {@code open-list}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<Certainty> of(String word) {
    for (Certainty certainty : values()) {
      if (certainty.word().equals(word)) {
        return Optional.of(certainty);
      }
    }
    return Optional.empty();
  }

  public Certainty orWeaker(Certainty other) {
    return compareTo(other) >= 0 ? this : other;
  }

  public Certainty orFirmer(Certainty other) {
    return compareTo(other) <= 0 ? this : other;
  }

  /** How sure a yes is that rests on a rule of this certainty: an example that applies is firm. */
  public Certainty ofYes() {
    return this == OPEN_LIST ? HARD : this;
  }

  /** How sure a yes can be that rests on this no: unless on an open list means in principle, with unlisted exceptions. */
  public Certainty asPremise() {
    return this == OPEN_LIST ? DEFAULT : this;
  }

  /** How sure a no is that rests on a condition of such a rule failing: "may, if" is firm when the if is not met. */
  public Certainty ofNo() {
    return this == DEFAULT || this == OPEN_LIST || this == CASE_LAW ? this : HARD;
  }
}
