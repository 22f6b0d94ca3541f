package nl.wegwijzer.rules;

/** The values of a rule's variables so far, as a chain that branches cheaply. */
public record Bindings(Bindings earlier, String variable, Object bound) {

  static final Bindings NONE = new Bindings(null, null, null);

  Bindings with(String name, Object value) {
    return new Bindings(this, name, value);
  }

  /** The value, or null when the variable has none. */
  Object get(String name) {
    for (Bindings b = this; b.earlier != null; b = b.earlier) {
      if (b.variable.equals(name)) {
        return b.bound;
      }
    }
    return null;
  }
}
