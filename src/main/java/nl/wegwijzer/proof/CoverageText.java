package nl.wegwijzer.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.wegwijzer.proof.Coverage.Counts;
import nl.wegwijzer.proof.Coverage.OfCondition;
import nl.wegwijzer.rules.Truth;

/** Writes coverage beside the lines of the rule files, for the terminal. */
public final class CoverageText {

  private CoverageText() {}

  /**
   * Every rule file with, beside each rule and condition, how often it was met, failed and open; an exclamation mark
   * where a branch is never reached.
   *
   * @param files content by project path
   */
  public static String of(Coverage coverage, Map<String, String> files) {
    Map<String, Map<Integer, String>> notes = new TreeMap<>();
    coverage.rules().forEach(rule -> {
      Map<Integer, String> lines = notes.computeIfAbsent(rule.rule().file(), file -> new TreeMap<>());
      lines.put(rule.rule().line(), note(rule.counts(), rule.counts().of(Truth.TRUE) == 0));
      for (OfCondition condition : rule.conditions()) {
        lines.merge(condition.line(), note(condition.counts(), !condition.missing().isEmpty()),
            (ofRule, ofCondition) -> ofRule);
      }
    });
    List<String> text = new ArrayList<>();
    text.add("met / failed / open, and ! where the cases leave a branch out");
    notes.forEach((file, lines) -> {
      text.add("");
      text.add(file);
      List<String> source = files.getOrDefault(file, "").lines().toList();
      for (int i = 0; i < source.size(); i++) {
        text.add(String.format("%-18s |%5d  %s", lines.getOrDefault(i + 1, ""), i + 1, source.get(i)).stripTrailing());
      }
    });
    text.add("");
    text.add("rules that decide in one case and are silent in another: " + coverage.decided());
    text.add("branches (met, failed, open) of conditions reached: " + coverage.branches());
    return text.stream().collect(Collectors.joining("\n"));
  }

  private static String note(Counts counts, boolean incomplete) {
    return String.format("%4d /%4d /%4d %s", counts.of(Truth.TRUE), counts.of(Truth.FALSE), counts.of(Truth.OPEN),
        incomplete ? "!" : "");
  }
}
