package nl.wegwijzer.text;

import java.util.List;
import java.util.regex.Pattern;

/** What the YAML parser found, in words for somebody who never heard of a token. */
record YamlTrouble(String says, String hint) {

  private static final String QUOTE = "put a text that holds a colon, a quote or another sign between double quotes: \"…\"";

  /** What the parser says, what that means, and how it is mended; the first that fits. */
  private record Known(Pattern found, String says, String hint) {

    Known(String found, String says, String hint) {
      this(Pattern.compile(found), says, hint);
    }
  }

  private static final List<Known> KNOWN = List.of(
      new Known("TAB", "a tab cannot be used to indent", "use blanks, two for each level"),
      new Known("expected ',' or '}'", "before this a comma or } is missing",
          "between { and } stand 'key: \"text\"' pairs with a comma between them, each text between straight double quotes"),
      new Known("expected ',' or ']'", "before this a comma or ] is missing",
          "between [ and ] stand values with a comma between them, each text with signs between double quotes"),
      new Known("mapping values are not allowed", "a colon cannot stand here", QUOTE),
      new Known("expected <block end>|expected '<document start>'", "this line does not fit the lines above it",
          "check the indentation: what belongs together begins right under each other, with a blank after each colon"),
      new Known("unexpected end of stream", "a text has no closing quote", "end it with the quote it begins with"),
      new Known("could not find expected ':'", "after this key a colon is missing", "write key: value"),
      new Known("Nesting Depth", "lists and maps stand in each other more than " + Limits.DEEPEST + " deep",
          "look for brackets that are opened and never closed"),
      new Known("tag is not allowed", "'!' cannot be used here", "put the value between double quotes, or write it out"),
      new Known("cannot start any token", "a value cannot begin with this sign", QUOTE));

  static YamlTrouble of(String problem) {
    return KNOWN.stream().filter(known -> known.found().matcher(problem).find()).findFirst()
        .map(known -> new YamlTrouble(known.says(), known.hint()))
        .orElseGet(() -> new YamlTrouble(problem, "check the indentation; " + QUOTE));
  }
}
