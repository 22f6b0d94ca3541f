package nl.wegwijzer.proof;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import nl.wegwijzer.advice.Verdict;
import nl.wegwijzer.forms.Answer;

/**
 * What was found on every path through one journey.
 *
 * @param dates the reference dates it was walked on
 * @param apart whether the journey was too large as a whole, so that each goal was walked on its own
 * @param states different states of the conditions
 * @param steps answers tried
 * @param paths path classes: sequences of answers that the rules can tell apart
 * @param lengths number of path classes by the number of questions asked
 * @param reached which verdicts each goal ends with
 * @param unreachable verdicts, as {@code Goal: no}, that have wording but that no path ends with
 * @param fired rules that fire on some path
 * @param silent rules of this journey that fire on no path of it
 * @param needless questions asked where, after an "I don't know", every answer leads to the same advice, and how often
 * @param faults dead ends, contradictions, broken promises, and questions that make no difference though all before
 *     them were answered; none may be there
 * @param hash names the whole decision diagram
 */
public record PathReport(String journey, List<LocalDate> dates, boolean apart, long states, long steps, long paths,
    SortedMap<Integer, Long> lengths, Map<String, List<Verdict>> reached, List<String> unreachable,
    Set<String> fired, List<String> silent, List<Needless> needless, List<Fault> faults, String hash) {

  /** A question that makes no difference after an "I don't know": in how many states, and one example of the answers before it. */
  public record Needless(String question, long states, LocalDate on, Map<String, Answer> example) {

    /** Adds up, and keeps the shorter example. */
    Needless and(Needless other) {
      Needless shorter = other.example.size() < example.size() ? other : this;
      return new Needless(question, states + other.states, shorter.on, shorter.example);
    }
  }

  /** Something that must never happen, and the answers that lead to it. */
  public record Fault(String what, LocalDate on, Map<String, Answer> answers) {}

  public int longest() {
    return lengths.isEmpty() ? 0 : lengths.lastKey();
  }

  /** Half of the path classes are at most this long. */
  public int median() {
    long seen = 0;
    for (Map.Entry<Integer, Long> entry : lengths.entrySet()) {
      seen += entry.getValue();
      if (seen * 2 >= paths) {
        return entry.getKey();
      }
    }
    return 0;
  }
}
