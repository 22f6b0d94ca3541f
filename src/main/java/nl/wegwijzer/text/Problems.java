package nl.wegwijzer.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Collects all problems of a set of author files, so that they are reported together. */
public final class Problems {

  private static final Pattern QUOTED = Pattern.compile("'([^']+)'");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?");

  private final List<Problem> all = new ArrayList<>();
  private final Set<String> doubted = new HashSet<>();
  /** A file with a problem that is left out, because there are too many to tell. */
  private String leftOut;

  public void add(String file, int line, int column, String message, String hint) {
    if (all.size() >= Limits.MOST_PROBLEMS) {
      leftOut = file;
    } else if (QUOTED.matcher(message).results().map(found -> found.group(1)).noneMatch(this::isDoubted)) {
      all.add(new Problem(file, line, column, message, hint));
    }
  }

  /** What a name stands for cannot be told, so that nothing more is said of it: one mistake is one problem. */
  public void doubt(String name) {
    doubted.add(name);
  }

  /** As {@link #doubt}, of everything that is named in a file that cannot be read. */
  public void doubtAll(String content) {
    NAME.matcher(content).results().forEach(name -> doubted.add(name.group()));
  }

  /** Also a value of a doubted conclusion. */
  private boolean isDoubted(String name) {
    return doubted.contains(name) || doubted.contains(name.replaceFirst("[.: ].*", "")) && name.matches("[A-Z][A-Za-z].*");
  }

  public boolean isEmpty() {
    return all.isEmpty();
  }

  /** All problems by file and line, each once; when there are very many, the first that were found. */
  public List<Problem> list() {
    List<Problem> list = new ArrayList<>(new TreeSet<>(all));
    if (leftOut != null) {
      list.add(new Problem(leftOut, 0, 0, "there are more problems than these", "mend these first, then look again"));
    }
    return List.copyOf(list);
  }

  /** "did you mean …?" when one of the candidates is close to the word, else a short list of what is possible. */
  public static String didYouMean(String word, Collection<String> candidates) {
    String best = null;
    int distance = Math.max(2, word.length() / 3) + 1;
    for (String candidate : candidates) {
      // Words that differ that much in length need not be compared; somebody may send a very long one.
      int d = Math.abs(word.length() - candidate.length()) < distance
          ? distance(word.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT)) : distance;
      // Of a short word hardly anything is left when two letters differ, and the first is one of them.
      boolean alike = d < 2 || word.length() > 4 || word.regionMatches(true, 0, candidate, 0, 1);
      if (d < distance && alike) {
        distance = d;
        best = candidate;
      }
    }
    if (best != null) {
      return "did you mean '" + best + "'?";
    }
    return candidates.isEmpty() || candidates.size() > 15 ? "" : "possible here: " + String.join(", ", candidates);
  }

  /** How many letters are added, left out, changed, or exchanged with their neighbour. */
  private static int distance(String a, String b) {
    int[] earlier = new int[b.length() + 1];
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
        if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
          current[j] = Math.min(current[j], earlier[j - 2] + 1);
        }
      }
      earlier = previous;
      previous = current;
    }
    return previous[b.length()];
  }
}
