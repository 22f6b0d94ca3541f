package nl.wegwijzer.statistics;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import nl.wegwijzer.text.YamlNode;

/** A rule of {@code data/caveats.yaml}: numbers for which all its conditions hold get its flag. */
record CaveatRule(String flag, List<Predicate<Subject>> conditions) {

  /**
   * A number as a rule sees it.
   *
   * @param says everything the report says around the number: title, headers and labels
   * @param headers all headers and labels of the figure
   */
  record Subject(List<String> sources, String unit, Optional<Role> role, String printed, String says,
      Set<String> headers, boolean count, boolean tens) {
  }

  private static final List<String> KEYS =
      List.of("flag", "sources", "units", "role", "printed", "says", "together", "counts", "tens");

  private static final int MOST_REPETITIONS = 2;

  static CaveatRule read(YamlNode node, Vocabulary words) {
    node.map(KEYS);
    String flag = node.require("flag").map(YamlNode::string).orElse("");
    node.get("flag").ifPresent(n -> Vocabulary.knows(words.flags().keySet(), flag, "flag", n::problem));
    List<Predicate<Subject>> conditions = new java.util.ArrayList<>();
    node.get("sources").ifPresent(n -> conditions.add(sources(n, words)));
    node.get("units").ifPresent(n -> conditions.add(units(n, words)));
    node.get("role").ifPresent(n -> conditions.add(s -> s.role().filter(r -> r.id().equals(n.string())).isPresent()));
    node.get("printed").flatMap(CaveatRule::pattern).ifPresent(p ->
        conditions.add(s -> p.matcher(s.printed().strip()).matches()));
    node.get("says").flatMap(CaveatRule::pattern).ifPresent(p -> conditions.add(s -> p.matcher(s.says()).find()));
    node.get("together").ifPresent(n -> n.list().forEach(item -> pattern(item).ifPresent(p ->
        conditions.add(s -> s.headers().stream().anyMatch(header -> p.matcher(header).find())))));
    node.get("counts").ifPresent(n -> { boolean wanted = n.bool(); conditions.add(s -> s.count() == wanted); });
    node.get("tens").ifPresent(n -> { boolean wanted = n.bool(); conditions.add(s -> s.tens() == wanted); });
    if (conditions.isEmpty()) {
      node.problem("this rule has no condition, so it would hold for every number", "add says, units, sources, …");
    }
    return new CaveatRule(flag, List.copyOf(conditions));
  }

  boolean holds(Subject subject) {
    return conditions.stream().allMatch(condition -> condition.test(subject));
  }

  private static Predicate<Subject> sources(YamlNode node, Vocabulary words) {
    node.list().forEach(n -> Vocabulary.knows(words.organisations().keySet(), n.string(), "organisation", n::problem));
    Set<String> wanted = Set.copyOf(node.strings());
    return subject -> subject.sources().stream().anyMatch(wanted::contains);
  }

  private static Predicate<Subject> units(YamlNode node, Vocabulary words) {
    node.list().forEach(n -> Vocabulary.knows(words.units().keySet(), n.string(), "unit", n::problem));
    Set<String> wanted = Set.copyOf(node.strings());
    return subject -> wanted.contains(subject.unit());
  }

  /** A pattern that repeats a group, or repeats again and again, would look for ever at some texts. */
  private static Optional<Pattern> pattern(YamlNode node) {
    String bare = node.string().replaceAll("\\\\.", "x");
    if (bare.matches("(?s).*\\)[*+?{].*") || bare.replaceAll("[^*+?{]", "").length() > MOST_REPETITIONS) {
      node.problem("this pattern repeats too much", "write words with | between them");
      return Optional.empty();
    }
    try {
      return Optional.of(Pattern.compile(node.string(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
    } catch (PatternSyntaxException e) {
      node.problem("this is not a pattern: " + e.getDescription(), "write words with | between them");
      return Optional.empty();
    }
  }
}
