package nl.wegwijzer.text;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.representer.Representer;

/**
 * A place in a YAML file of an author: its value as written, and its line and column for problems.
 *
 * <p>Values stay as written ({@code yes} is a word, not a boolean). Tags, anchors and duplicate keys are refused.
 */
public final class YamlNode {

  private static final Set<Tag> PLAIN =
      Set.of(Tag.STR, Tag.MAP, Tag.SEQ, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.TIMESTAMP);

  private final String file;
  private final Node key;
  private final Node node;
  private final Problems problems;
  private Map<String, YamlNode> entries;

  private YamlNode(String file, Node key, Node node, Problems problems) {
    this.file = file;
    this.key = key;
    this.node = node;
    this.problems = problems;
  }

  /** The root of the file, or empty when it is empty or not YAML (which is then a problem). */
  public static Optional<YamlNode> parse(String file, String content, Problems problems) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(true);
    options.setNestingDepthLimit(Limits.DEEPEST);
    // References are refused with their place, and never followed.
    options.setMaxAliasesForCollections(Integer.MAX_VALUE);
    org.yaml.snakeyaml.DumperOptions dumping = new org.yaml.snakeyaml.DumperOptions();
    try {
      Node root = new Yaml(new SafeConstructor(options), new Representer(dumping), dumping, options)
          .compose(new StringReader(content));
      if (root == null) {
        problems.add(file, 0, 0, "the file is empty", "");
        return Optional.empty();
      }
      YamlNode parsed = new YamlNode(file, null, root, problems);
      if (parsed.isPlain(root)) {
        return Optional.of(parsed);
      }
      problems.doubtAll(content);
      return Optional.empty();
    } catch (MarkedYAMLException e) {
      Mark mark = e.getProblemMark();
      YamlTrouble trouble = YamlTrouble.of(String.valueOf(e.getProblem()));
      problems.add(file, mark == null ? 0 : mark.getLine() + 1, mark == null ? 0 : mark.getColumn() + 1,
          "this is not valid YAML: " + trouble.says(), trouble.hint());
      problems.doubtAll(content);
      return Optional.empty();
    } catch (ReaderException e) {
      // The position counts characters, and a line is as good a place as any to look for an invisible one.
      String before = content.substring(0, content.offsetByCodePoints(0, e.getPosition()));
      problems.add(file, (int) before.chars().filter(c -> c == '\n').count() + 1,
          before.codePointCount(before.lastIndexOf('\n') + 1, before.length()) + 1,
          Characters.says(content, before.length()), Characters.hint(content, before.length()));
      problems.doubtAll(content);
      return Optional.empty();
    } catch (RuntimeException e) {
      YamlTrouble trouble = YamlTrouble.of(String.valueOf(e.getMessage()));
      problems.add(file, tooDeep(content), 0, "this is not valid YAML: " + trouble.says(), trouble.hint());
      problems.doubtAll(content);
      return Optional.empty();
    }
  }

  /** The first line on which lists and maps stand too deep in each other, or 0. */
  private static int tooDeep(String content) {
    int depth = 0;
    for (Event event : new Yaml().parse(new StringReader(content))) {
      depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
      if (depth > Limits.DEEPEST) {
        return event.getStartMark().getLine() + 1;
      }
    }
    return 0;
  }

  /** Whether there are no tags, anchors, references and strange texts in it; otherwise that is a problem. */
  private boolean isPlain(Node root) {
    if (root.getAnchor() != null || !PLAIN.contains(root.getTag())) {
      new YamlNode(file, null, root, problems).problem("'&', '*', '!' and '<<' cannot be used here",
          "put the value between double quotes, or write it out");
      return false;
    }
    boolean plain = true;
    if (root instanceof ScalarNode scalar) {
      return isPlain(scalar);
    }
    if (root instanceof SequenceNode sequence) {
      for (Node item : sequence.getValue()) {
        plain &= isPlain(item);
      }
    } else if (root instanceof MappingNode mapping) {
      for (NodeTuple entry : mapping.getValue()) {
        plain &= isPlain(entry.getKeyNode()) && isPlain(entry.getValueNode());
      }
    }
    return plain;
  }

  private boolean isPlain(ScalarNode scalar) {
    String value = scalar.getValue();
    // Written as a code, such a character would pass the look at the file itself.
    int strange = Characters.strange(value);
    if (strange >= 0) {
      new YamlNode(file, null, scalar, problems).problem(Characters.says(value, strange),
          Characters.hint(value, strange));
    } else if (value.length() > Limits.LONGEST_TEXT) {
      new YamlNode(file, null, scalar, problems).problem("this text is longer than " + Limits.LONGEST_TEXT
          + " characters", "say it shorter");
    }
    return strange < 0 && value.length() <= Limits.LONGEST_TEXT;
  }

  public int line() {
    return mark().getLine() + 1;
  }

  int column() {
    return mark().getColumn() + 1;
  }

  /** A single value stands where it begins; an entry that is a list or lacks its value stands at its key. */
  private Mark mark() {
    boolean atKey = key != null && (!(node instanceof ScalarNode) || isEmptyScalar());
    return (atKey ? key : node).getStartMark();
  }

  public String file() {
    return file;
  }

  /** Nothing more is said of a name whose definition this is: what it stands for cannot be told. */
  public void doubt(String name) {
    problems.doubt(name);
  }

  public void problem(String message, String hint) {
    problems.add(file, line(), column(), message, hint);
  }

  /** A problem with the key under which this stands, not with the value. */
  public void problemOfKey(String message, String hint) {
    new YamlNode(file, null, key == null ? node : key, problems).problem(message, hint);
  }

  public boolean isMap() {
    return node instanceof MappingNode;
  }

  public boolean isList() {
    return node instanceof SequenceNode;
  }

  public boolean isSingle() {
    return node instanceof ScalarNode;
  }

  /** The scalar as written, or an empty string (with a problem) when this is a map or a list. */
  public String string() {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    problem("a single value is expected here", "");
    return "";
  }

  /** The entries in the order of the file; empty (with a problem) when this is not a map. */
  public Map<String, YamlNode> map() {
    if (entries == null) {
      entries = new LinkedHashMap<>();
      if (node instanceof MappingNode mapping) {
        for (NodeTuple tuple : mapping.getValue()) {
          YamlNode name = new YamlNode(file, null, tuple.getKeyNode(), problems);
          YamlNode value = new YamlNode(file, tuple.getKeyNode(), tuple.getValueNode(), problems);
          if (entries.put(name.string(), value) != null) {
            name.problem("'" + name.string() + "' stands here twice", "remove one of the two");
          }
        }
      } else if (!isEmptyScalar()) {
        problem("a list of 'key: value' lines is expected here", "");
      }
    }
    return entries;
  }

  /** As {@link #map()}, reporting every key that is not allowed here. */
  public Map<String, YamlNode> map(Collection<String> allowed) {
    map().forEach((key, value) -> {
      if (!allowed.contains(key)) {
        value.problemOfKey("unknown key '" + key + "'", Problems.didYouMean(key, allowed));
      }
    });
    return entries;
  }

  public Optional<YamlNode> get(String key) {
    return Optional.ofNullable(map().get(key));
  }

  /** The value of a key that must be there. */
  public Optional<YamlNode> require(String key) {
    Optional<YamlNode> value = get(key);
    if (value.isEmpty()) {
      problem("'" + key + "' is missing", "add a line '" + key + ": …'");
    }
    return value;
  }

  /** The items; a single value counts as a list of one. */
  public List<YamlNode> list() {
    List<YamlNode> items = new ArrayList<>();
    if (node instanceof SequenceNode sequence) {
      sequence.getValue().forEach(item -> items.add(new YamlNode(file, null, item, problems)));
    } else if (!isEmptyScalar()) {
      items.add(this);
    }
    return items;
  }

  public List<String> strings() {
    return list().stream().map(YamlNode::string).toList();
  }

  /** A text in every language; a missing, surplus or empty language is a problem. */
  public Text text() {
    if (!isMap()) {
      problem("a text in two languages is expected here", "write {nl: \"…\", en: \"…\"}");
      return Text.EMPTY;
    }
    map(List.of("nl", "en"));
    return new Text(language("nl"), language("en"));
  }

  public boolean bool() {
    String value = string();
    if (!value.equals("true") && !value.equals("false")) {
      problem("'" + value + "' is not true or false", "write true or false");
    }
    return value.equals("true");
  }

  private String language(String key) {
    String value = require(key).map(YamlNode::string).orElse("").strip();
    if (value.isEmpty() && get(key).isPresent()) {
      get(key).get().problem("the text in '" + key + "' is empty", "every text is needed in nl and en");
    }
    return value;
  }

  private boolean isEmptyScalar() {
    return node instanceof ScalarNode scalar && scalar.getValue().isEmpty();
  }
}
