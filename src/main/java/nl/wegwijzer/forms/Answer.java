package nl.wegwijzer.forms;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What a person said to one question, in the type of the question; "I don't know" is an answer that settles nothing. */
public sealed interface Answer extends Reading {

  /** The person does not know. */
  record DontKnow() implements Answer {

    @Override
    public Object toJson() {
      return Map.of("unknown", true);
    }
  }

  /** Yes or no. */
  record YesNo(boolean yes) implements Answer {

    @Override
    public Object toJson() {
      return yes;
    }
  }

  /** One option of a choice, by its id. */
  record Choice(String value) implements Answer {

    @Override
    public Object toJson() {
      return value;
    }
  }

  /** The chosen options of a multiple choice, by id, in the order of the form; may be empty. */
  record Choices(List<String> values) implements Answer {

    @Override
    public Object toJson() {
      return values;
    }
  }

  /** A whole number. */
  record Number(int value) implements Answer {

    @Override
    public Object toJson() {
      return value;
    }
  }

  /** A day. */
  record Date(LocalDate date) implements Answer {

    @Override
    public Object toJson() {
      return date.toString();
    }
  }

  /** A country or nationality, with what {@code data/countries.csv} knows about it. */
  record Country(nl.wegwijzer.forms.Country country) implements Answer {

    @Override
    public Object toJson() {
      return country.code();
    }
  }

  /** A length of time, in days or in months: the two are not converted into each other. */
  record Period(int amount, Unit unit) implements Answer {

    /** Weeks are kept as days and years as months. */
    public enum Unit {
      DAYS,
      MONTHS
    }

    @Override
    public Object toJson() {
      return "P" + amount + (unit == Unit.DAYS ? "D" : "M");
    }
  }

  Answer DONT_KNOW = new DontKnow();

  default boolean isKnown() {
    return !(this instanceof DontKnow);
  }

  /** The answer as it travels: string, number, boolean, list, or {@code {"unknown": true}}. */
  Object toJson();
}
