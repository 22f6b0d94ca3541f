package nl.wegwijzer.text;

import java.util.Locale;
import java.util.Optional;

/** A language in which Wegwijzer speaks to people. */
public enum Language {
  NL("Nederlands"),
  EN("English");

  private final String ownName;

  Language(String ownName) {
    this.ownName = ownName;
  }

  /** The BCP 47 tag, as used in URLs and in {@code lang}: {@code nl} or {@code en}. */
  public String tag() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The name of the language in the language itself. */
  public String ownName() {
    return ownName;
  }

  public Locale locale() {
    return Locale.forLanguageTag(this == NL ? "nl-NL" : "en-GB");
  }

  public static Optional<Language> of(String tag) {
    for (Language language : values()) {
      if (language.tag().equals(tag)) {
        return Optional.of(language);
      }
    }
    return Optional.empty();
  }
}
