package nl.wegwijzer.statistics;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import nl.wegwijzer.text.Text;
import nl.wegwijzer.text.YamlNode;

/** The fields of one entry in a file of an author, each read as what it must be. */
record Fields(YamlNode node) {

  private static final String MOMENT = "\\d{4}(-\\d{2}(-\\d{2})?|-I{1,2})?";
  static final String PERIOD = MOMENT + "([-/]" + MOMENT + ")?";

  static Fields of(YamlNode node, List<String> allowed) {
    node.map(allowed);
    return new Fields(node);
  }

  /** A value that must be there; its absence is a problem and reads as an empty string. */
  String required(String key) {
    return node.require(key).map(YamlNode::string).orElse("");
  }

  Optional<String> optional(String key) {
    return node.get(key).map(YamlNode::string);
  }

  Text text(String key) {
    return node.require(key).map(YamlNode::text).orElse(Text.EMPTY);
  }

  List<Text> path() {
    return node.require("path").stream().flatMap(path -> path.list().stream()).map(YamlNode::text).toList();
  }

  List<String> strings(String key) {
    return node.get(key).map(YamlNode::strings).orElse(List.of());
  }

  /** A period, or an empty string when there is none. */
  String period(boolean required) {
    Optional<YamlNode> period = required ? node.require("period") : node.get("period");
    String text = period.map(YamlNode::string).orElse("");
    if (period.isPresent() && !text.matches(PERIOD)) {
      period.get().problem("'" + text + "' is not a period",
          "write \"2023\", \"2022-2023\", \"2023-I\" or \"2023-12-31\"");
    }
    return text;
  }

  Optional<LocalDate> date(String key) {
    return parsed(key, LocalDate::parse, "a date", "write it like 2023-12-31");
  }

  Optional<BigDecimal> decimal(String key) {
    return parsed(key, Numbers::parse, "a value", "write a plain number with a point, like 0.5");
  }

  /** The id of a term; an unknown one is a problem. */
  String known(String key, String what, Map<String, Term> terms, String otherwise) {
    node.get(key).ifPresent(n -> Vocabulary.knows(terms.keySet(), n.string(), what, n::problem));
    return optional(key).orElse(otherwise);
  }

  /** The ids of terms that are known; the others are problems. */
  Set<String> known(String key, String what, Map<String, Term> terms) {
    List<YamlNode> items = node.get(key).map(YamlNode::list).orElse(List.of());
    return new LinkedHashSet<>(items.stream()
        .filter(item -> Vocabulary.knows(terms.keySet(), item.string(), what, item::problem))
        .map(YamlNode::string).toList());
  }

  <E extends Enum<E>> E constant(String key, E[] values, E otherwise) {
    List<String> ids = Arrays.stream(values).map(Figure::idOf).toList();
    Optional<YamlNode> value = node.get(key);
    return value.isPresent() && Vocabulary.knows(ids, value.get().string(), key, value.get()::problem)
        ? values[ids.indexOf(value.get().string())] : otherwise;
  }

  <T> Map<String, T> entries(String key, Function<YamlNode, T> reader) {
    Map<String, T> entries = new LinkedHashMap<>();
    node.get(key).map(YamlNode::map).orElse(Map.of()).forEach((id, entry) -> entries.put(id, reader.apply(entry)));
    return entries;
  }

  /** The items of a list by their id, which each has for itself. */
  <T> Map<String, T> unique(String key, Function<YamlNode, T> reader, Function<T, String> id) {
    Map<String, T> found = new LinkedHashMap<>();
    for (YamlNode entry : node.get(key).map(YamlNode::list).orElse(List.of())) {
      T item = reader.apply(entry);
      if (found.putIfAbsent(id.apply(item), item) != null) {
        entry.problem("'" + id.apply(item) + "' stands here twice", "give each of the " + key + " its own id");
      }
    }
    return found;
  }

  private <T> Optional<T> parsed(String key, Function<String, T> parser, String what, String hint) {
    try {
      return optional(key).map(parser);
    } catch (RuntimeException e) {
      node.get(key).orElseThrow().problem("'" + required(key) + "' is not " + what, hint);
      return Optional.empty();
    }
  }
}
