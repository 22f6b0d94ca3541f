package nl.wegwijzer.text;

/** Characters that hide or turn text, so that somebody reads something else than the computer does. */
public final class Characters {

  /** What each of them looks like when it is told. */
  private static final char SHOWN = '\uFFFD';

  private Characters() {}

  /** Where the first character stands that has no place in a file of an author, or -1. */
  public static int strange(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      // An old end of line, which other programs show as one but which would not end a comment.
      boolean loneReturn = c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n');
      if (loneReturn || c != '\r' && hides(c) || c == SHOWN) {
        return i;
      }
    }
    return -1;
  }

  /** What is wrong with a strange character. */
  public static String says(String text, int at) {
    return switch (text.charAt(at)) {
      case SHOWN -> "this character cannot be read";
      case '\r' -> "a line ends here as it did on old computers";
      default -> "an invisible character stands here";
    };
  }

  /** How it is mended. */
  public static String hint(String text, int at) {
    return switch (text.charAt(at)) {
      case SHOWN -> "save the file as UTF-8";
      case '\r' -> "save the file with the usual ends of lines";
      default -> "remove it and type a blank where one belongs";
    };
  }

  /** Text of an author as it can be told: without characters that hide, turn, or give orders to a terminal. */
  public static String shown(String text) {
    StringBuilder shown = null;
    for (int i = 0; i < text.length(); i++) {
      if (hides(text.charAt(i))) {
        shown = shown == null ? new StringBuilder(text) : shown;
        shown.setCharAt(i, SHOWN);
      }
    }
    return shown == null ? text : shown.toString();
  }

  private static boolean hides(char c) {
    return Character.isISOControl(c) && c != '\t' && c != '\n' || turns(c) || c == '\u2028' || c == '\u2029';
  }

  /** The marks with which right-to-left writing is embedded; Dutch and English need none. */
  private static boolean turns(char c) {
    return c == '\u061C' || c == '\u200E' || c == '\u200F' || c >= '\u202A' && c <= '\u202E'
        || c >= '\u2066' && c <= '\u2069';
  }
}
