package nl.wegwijzer.text;

import java.util.Map;

/** The same sentence in every language Wegwijzer speaks; may hold {@code {placeholders}}. */
public record Text(String nl, String en) {

  public static final Text EMPTY = new Text("", "");

  public String in(Language language) {
    return language == Language.NL ? nl : en;
  }

  /** The sentence with each {@code {name}} replaced by its value; unknown names stay visible. */
  public String in(Language language, Map<String, ?> values) {
    return fill(in(language), values);
  }

  public boolean isEmpty() {
    return nl.isEmpty() && en.isEmpty();
  }

  public static String fill(String sentence, Map<String, ?> values) {
    if (sentence.indexOf('{') < 0) {
      return sentence;
    }
    String filled = sentence;
    for (Map.Entry<String, ?> value : values.entrySet()) {
      filled = filled.replace("{" + value.getKey() + "}", String.valueOf(value.getValue()));
    }
    return filled;
  }
}
