package nl.wegwijzer.statistics;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.wegwijzer.text.Problems;
import nl.wegwijzer.text.Sections;
import nl.wegwijzer.text.Text;

/** The words that figures and statements may use: organisations, topics, units, flags and sections of the report. */
public record Vocabulary(Map<String, Term> organisations, Map<String, Term> topics, Map<String, Term> units,
    Map<String, Term> flags, Sections sections) {

  static Vocabulary read(Map<String, String> files, Problems problems) {
    return new Vocabulary(terms("organisations", files, problems), terms("topics", files, problems),
        terms("units", files, problems), terms("flags", files, problems),
        Sections.read("data/sources.csv", files.getOrDefault("data/sources.csv", ""), problems));
  }

  /** The term in words, or its id when the list lacks it. */
  public static Text text(Map<String, Term> terms, String id) {
    return terms.containsKey(id) ? terms.get(id).text() : new Text(id, id);
  }

  private static Map<String, Term> terms(String list, Map<String, String> files, Problems problems) {
    String file = "data/" + list + ".csv";
    Map<String, Term> terms = new LinkedHashMap<>();
    if (!files.containsKey(file)) {
      problems.add(file, 0, 0, "this list is missing", "it needs the columns id,nl,en");
      return terms;
    }
    for (CsvFile.Line line : CsvFile.read(file, files.get(file), List.of("id", "nl", "en"), problems)) {
      Text text = new Text(line.get("nl"), line.get("en"));
      if (text.nl().isEmpty() || text.en().isEmpty()) {
        line.problem(text.nl().isEmpty() ? "nl" : "en", "the text is empty", "every text is needed in nl and en");
      }
      if (terms.put(line.get("id"), new Term(line.get("id"), text)) != null) {
        line.problem("id", "'" + line.get("id") + "' stands here twice", "remove one of the two");
      }
    }
    return terms;
  }

  /** Whether the word is in the list; when it is not, says so. */
  static boolean knows(Collection<String> ids, String word, String what, Complaint complaint) {
    if (ids.contains(word)) {
      return true;
    }
    complaint.problem("unknown " + what + " '" + word + "'", Problems.didYouMean(word, ids));
    return false;
  }

  /** Where a problem is reported. */
  interface Complaint {
    void problem(String message, String hint);
  }
}
