package nl.wegwijzer.authoring;

import java.text.Normalizer;
import java.util.Locale;

/** Sentences and section names as a part of an address. */
final class Slugs {

  private Slugs() {}

  static String of(String words) {
    return Normalizer.normalize(words, Normalizer.Form.NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9.]+", "-").replaceAll("^[-.]+|[-.]+$", "");
  }
}
