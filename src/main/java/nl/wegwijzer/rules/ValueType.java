package nl.wegwijzer.rules;

import java.time.LocalDate;
import java.util.Map;

/** The type of a property or value in a rule. */
enum ValueType {
  TEXT(String.class, "a text"),
  WHOLE(Integer.class, "a whole number"),
  TRUTH(Boolean.class, "true or false"),
  DAY(LocalDate.class, "a date"),
  TEXTS(java.util.List.class, "a list of texts");

  /** The field types an author may write in {@code declare}. */
  static final Map<String, ValueType> DECLARABLE =
      Map.of("String", TEXT, "int", WHOLE, "boolean", TRUTH, "LocalDate", DAY);

  final Class<?> javaType;
  final String words;

  ValueType(Class<?> javaType, String words) {
    this.javaType = javaType;
    this.words = words;
  }

  static ValueType of(Object value) {
    for (ValueType type : values()) {
      if (type.javaType.isInstance(value)) {
        return type;
      }
    }
    throw new IllegalArgumentException("no value type for " + value);
  }
}
