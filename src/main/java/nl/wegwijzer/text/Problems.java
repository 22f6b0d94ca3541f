package nl.wegwijzer.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** Collects all problems of a set of author files, so that they are reported together. */
public final class Problems {

  private final List<Problem> all = new ArrayList<>();

  public void add(String file, int line, int column, String message, String hint) {
    all.add(new Problem(file, line, column, message, hint));
  }

  public boolean isEmpty() {
    return all.isEmpty();
  }

  /** All problems by file and line, each once. */
  public List<Problem> list() {
    return List.copyOf(new TreeSet<>(all));
  }

  /** "did you mean …?" when one of the candidates is close to the word, else a short list of what is possible. */
  public static String didYouMean(String word, Collection<String> candidates) {
    String best = null;
    int distance = Math.max(2, word.length() / 3) + 1;
    for (String candidate : candidates) {
      // Words that differ that much in length need not be compared; somebody may send a very long one.
      int d = Math.abs(word.length() - candidate.length()) < distance
          ? distance(word.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT)) : distance;
      if (d < distance) {
        distance = d;
        best = candidate;
      }
    }
    if (best != null) {
      return "did you mean '" + best + "'?";
    }
    return candidates.isEmpty() || candidates.size() > 15 ? "" : "possible here: " + String.join(", ", candidates);
  }

  private static int distance(String a, String b) {
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] current = new int[b.length() + 1];
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
      }
      previous = current;
    }
    return previous[b.length()];
  }
}
