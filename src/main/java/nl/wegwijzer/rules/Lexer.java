package nl.wegwijzer.rules;

import java.util.ArrayList;
import java.util.List;
import nl.wegwijzer.text.Characters;
import nl.wegwijzer.text.Limits;
import nl.wegwijzer.text.Problems;

/** Cuts a DRL file into tokens; comments and blanks fall away. */
final class Lexer {

  private static final List<String> LONG_SIGNS = List.of("==", "!=", "<=", ">=", "&&", "||");

  private final String file;
  private final String text;
  private final Problems problems;
  private int next;
  private int line = 1;
  /** How far columns are counted: where, and how many characters stand before it on its line. */
  private int counted;
  private int before;

  private Lexer(String file, String text, Problems problems) {
    this.file = file;
    this.text = text;
    this.problems = problems;
  }

  static List<Token> tokens(String file, String text, Problems problems) {
    Lexer lexer = new Lexer(file, text, problems);
    List<Token> tokens = new ArrayList<>();
    do {
      tokens.add(lexer.token());
    } while (tokens.get(tokens.size() - 1).kind() != Token.Kind.END);
    return tokens;
  }

  private Token token() {
    skipBlanks();
    Position at = here();
    if (next >= text.length()) {
      return new Token(Token.Kind.END, "", at);
    }
    char c = text.charAt(next);
    if (c == '"') {
      return string(at);
    }
    if (c >= '0' && c <= '9') {
      return new Token(Token.Kind.NUMBER, run(Lexer::isPartOfName), at);
    }
    if (c == '$') {
      next++;
      return new Token(Token.Kind.VARIABLE, "$" + run(Lexer::isPartOfName), at);
    }
    if (isPartOfName(c)) {
      return new Token(Token.Kind.WORD, run(Lexer::isPartOfName), at);
    }
    for (String sign : LONG_SIGNS) {
      if (text.startsWith(sign, next)) {
        next += 2;
        return new Token(Token.Kind.SIGN, sign, at);
      }
    }
    next++;
    return new Token(Token.Kind.SIGN, String.valueOf(c), at);
  }

  private Token string(Position at) {
    int end = next + 1;
    while (end < text.length() && text.charAt(end) != '"' && text.charAt(end) != '\n') {
      end++;
    }
    boolean closed = end < text.length() && text.charAt(end) == '"';
    String value = text.substring(next + 1, end);
    next = closed ? end + 1 : end;
    if (!closed) {
      problems.add(file, at.line(), at.column(), "this text has no closing quote", "end it with \" on the same line");
    } else if (value.indexOf('\\') >= 0) {
      problems.add(file, at.line(), at.column(), "a backslash is not allowed in a text", "write the character itself");
    } else if (value.length() > Limits.LONGEST_TEXT) {
      problems.add(file, at.line(), at.column(), "this text is longer than " + Limits.LONGEST_TEXT + " characters",
          "say it shorter");
    } else {
      int strange = Characters.strange(value);
      if (strange >= 0) {
        problems.add(file, at.line(), at.column() + 1 + value.codePointCount(0, strange),
            Characters.says(value, strange), Characters.hint(value, strange));
      }
    }
    return new Token(Token.Kind.STRING, value, at);
  }

  private String run(java.util.function.IntPredicate belongs) {
    int start = next;
    while (next < text.length() && belongs.test(text.charAt(next))) {
      next++;
    }
    return text.substring(start, next);
  }

  /** Plain letters and digits only: look-alikes and invisible characters have no place in a name. */
  private static boolean isPartOfName(int c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
  }

  private void skipBlanks() {
    while (next < text.length()) {
      if (text.charAt(next) == '\n') {
        next++;
        newLine(next);
      } else if (Character.isWhitespace(text.charAt(next)) || text.charAt(next) == '\uFEFF') {
        next++;
      } else if (text.startsWith("//", next)) {
        run(c -> c != '\n');
      } else if (text.startsWith("/*", next)) {
        skipComment();
      } else {
        return;
      }
    }
  }

  private void skipComment() {
    Position at = here();
    int end = text.indexOf("*/", next + 2);
    if (end < 0) {
      problems.add(file, at.line(), at.column(), "this comment has no end", "close it with */");
      end = text.length();
    }
    int stop = Math.min(text.length(), end + 2);
    for (; next < stop; next++) {
      if (text.charAt(next) == '\n') {
        newLine(next + 1);
      }
    }
  }

  private void newLine(int start) {
    line++;
    counted = start;
    before = 0;
  }

  /** Counts on from the last place, so that a line of any length costs no more than its length. */
  private Position here() {
    before += text.codePointCount(counted, next);
    counted = next;
    return new Position(line, before + 1);
  }
}
