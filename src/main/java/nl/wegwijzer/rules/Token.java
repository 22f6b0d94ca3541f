package nl.wegwijzer.rules;

/** A word, value or sign of a DRL file; a STRING's text is without its quotes. */
record Token(Kind kind, String text, Position at) {

  enum Kind {
    WORD,
    VARIABLE,
    STRING,
    NUMBER,
    SIGN,
    END
  }

  boolean is(String expected) {
    return kind != Kind.STRING && text.equals(expected);
  }
}
