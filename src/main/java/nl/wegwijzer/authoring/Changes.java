package nl.wegwijzer.authoring;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import nl.wegwijzer.knowledge.Knowledge;
import nl.wegwijzer.rules.Rule;

/**
 * What differs from the version that these pages showed before: the files, and the rules in them.
 *
 * @param before the version that was shown before
 */
record Changes(String before, List<File> files) {

  /** A file that differs; {@code rules} are new in it or written differently, {@code gone} are the names of others. */
  record File(String name, List<Rule> rules, List<String> gone) {}

  static Changes between(Knowledge before, Knowledge after) {
    TreeSet<String> names = new TreeSet<>(before.files().keySet());
    names.addAll(after.files().keySet());
    names.removeIf(name -> after.files().getOrDefault(name, "").equals(before.files().getOrDefault(name, "")));
    List<File> files = new ArrayList<>();
    for (String name : names) {
      Map<String, String> old = texts(before, name);
      Map<String, String> now = texts(after, name);
      List<Rule> rules = after.rules().rules().stream().filter(rule -> rule.file().equals(name)
          && !now.get(rule.name()).equals(old.get(rule.name()))).toList();
      files.add(new File(name, rules, old.keySet().stream().filter(rule -> !now.containsKey(rule)).toList()));
    }
    return new Changes(before.hash(), files);
  }

  private static Map<String, String> texts(Knowledge knowledge, String file) {
    Map<String, String> texts = new LinkedHashMap<>();
    List<String> lines = knowledge.files().getOrDefault(file, "").lines().toList();
    knowledge.rules().rules().stream().filter(rule -> rule.file().equals(file)).forEach(rule ->
        texts.put(rule.name(), String.join("\n", lines.subList(rule.line() - 1, Listing.end(rule, lines)))));
    return texts;
  }
}
