package nl.wegwijzer.forms;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.wegwijzer.text.YamlNode;

/** Reads along with the wording: people are addressed with "u", and no sentence is too long to follow. */
final class PlainWords {

  /** The guide says 20; beyond this nobody can say that it is just one word more. */
  private static final int LONGEST = 25;
  private static final int SHOWN = 5;
  private static final Pattern FAMILIAR =
      Pattern.compile("(?<![\\p{L}\\p{N}'’-])(je|jij|jou|jouw|jullie)(?![\\p{L}\\p{N}'’-])",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern BETWEEN_SENTENCES = Pattern.compile("(?<=[.!?…])[\\s\"”’)]+");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("\\s+");
  private static final Pattern HAS_LETTER = Pattern.compile("[\\p{L}\\p{N}]");
  /** A list of words between commas, which is no sentence. */
  private static final String WORD_LIST = "site-foreign-terms";

  private PlainWords() {}

  /** Looks at every text of a file. */
  static void check(YamlNode node) {
    if (node.isList()) {
      node.list().forEach(PlainWords::check);
    } else if (node.isMap()) {
      node.map().forEach((key, entry) -> {
        boolean text = key.equals("nl") || key.equals("en");
        if (text && entry.isSingle()) {
          check(entry, key.equals("nl"));
        } else if (!key.equals(WORD_LIST)) {
          check(entry);
        }
      });
    }
  }

  private static void check(YamlNode text, boolean dutch) {
    Matcher familiar = FAMILIAR.matcher(text.string());
    if (dutch && familiar.find()) {
      text.problem("this text says '" + familiar.group() + "' to people", "write 'u' or 'uw'");
    }
    for (String sentence : BETWEEN_SENTENCES.split(text.string())) {
      String[] words = Arrays.stream(BETWEEN_WORDS.split(sentence)).filter(word -> HAS_LETTER.matcher(word).find())
          .toArray(String[]::new);
      if (words.length > LONGEST) {
        text.problem("the sentence that begins with \"" + String.join(" ", Arrays.copyOf(words, SHOWN)) + "\" has "
            + words.length + " words", "make two or three sentences of it, of at most 20 words each");
      }
    }
  }
}
