package nl.wegwijzer.authoring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.wegwijzer.advice.Wording;
import nl.wegwijzer.forms.Journey;
import nl.wegwijzer.rules.Condition;
import nl.wegwijzer.rules.Rule;
import nl.wegwijzer.rules.RuleSet;

/** What a journey rests on, from its goals by the rules down to the questions: as a picture and as a nested list. */
final class JourneyGraph {

  private static final int WIDTH = 204;
  private static final int LINE = 17;
  private static final int DOT = 18;
  private static final int CHARACTERS = 25;
  private static final int LINES = 3;
  private static final int MARGIN = 8;

  /** What a node stands for. */
  enum Kind {
    GOAL,
    CONCLUSION,
    QUESTION,
    DATE,
    RULE;

    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** A node as it is drawn; {@code lines} is its label, cut to what fits, and {@code title} says all of it. */
  record Node(String id, Kind kind, String title, String href, int x, int y, int width, int height,
      List<Line> lines) {}

  /** A line of text and where it stands. */
  record Line(int x, int y, String text) {}

  /** A line from a conclusion to a rule, or from a rule to a condition. */
  record Link(String path, boolean negated, boolean leavesOpen) {}

  /** The whole picture. */
  record Picture(int width, int height, List<Node> nodes, List<Link> links) {

    public int scaled(int length, int percent) {
      return length * percent / 100;
    }
  }

  /**
   * A conclusion, rule or question in the nested list.
   *
   * @param seen whether it was unfolded earlier in the list
   */
  record Item(String anchor, Kind kind, String label, String href, boolean negated, boolean leavesOpen, boolean seen,
      List<Item> items) {}

  private final RuleSet rules;
  private final Wording wording;
  private final Links links;
  private final Set<String> roots;
  private final Set<String> goals;
  private final Map<String, Kind> kinds = new LinkedHashMap<>();
  private final Map<String, Rule> ruleNodes = new HashMap<>();
  private final Map<Layers.Edge, boolean[]> edges = new LinkedHashMap<>();

  JourneyGraph(Catalogue catalogue, Journey journey, Wording wording, Links links) {
    this.rules = catalogue.rules();
    this.wording = wording;
    this.links = links;
    this.roots = catalogue.demanded(journey);
    this.goals = Set.copyOf(journey.goals());
    roots.forEach(this::collect);
  }

  private void collect(String id) {
    if (kinds.putIfAbsent(id, kind(id)) != null) {
      return;
    }
    for (Rule rule : rules.rulesFor(id)) {
      String node = node(rule);
      kinds.put(node, Kind.RULE);
      ruleNodes.put(node, rule);
      edges.put(new Layers.Edge(id, node), new boolean[] {false, rule.leavesOpen()});
      for (Condition condition : rule.conditions()) {
        boolean negated = condition instanceof Condition.Not;
        edges.put(new Layers.Edge(node, condition.id()), new boolean[] {negated, rule.leavesOpen()});
        collect(condition.id());
      }
    }
  }

  private static String node(Rule rule) {
    return "rule-" + Slugs.of(rule.name());
  }

  private Kind kind(String id) {
    return goals.contains(id) ? Kind.GOAL : id.equals(RuleSet.REFERENCE_DATE) ? Kind.DATE
        : rules.isConclusion(id) ? Kind.CONCLUSION : Kind.QUESTION;
  }

  /** How many nodes there are of a kind. */
  long count(Kind kind) {
    return kinds.values().stream().filter(kind::equals).count();
  }

  // --- the picture

  Picture picture() {
    Map<String, List<String>> labels = new HashMap<>();
    List<Layers.Box> boxes = new ArrayList<>();
    kinds.forEach((id, kind) -> {
      if (kind == Kind.RULE) {
        boxes.add(new Layers.Box(id, DOT, DOT, false));
      } else {
        List<String> lines = wrap(wording.label(id));
        labels.put(id, lines);
        boxes.add(new Layers.Box(id, WIDTH, LINE * lines.size() + 14, kind == Kind.GOAL));
      }
    });
    Layers.Drawing drawing = Layers.draw(boxes, List.copyOf(edges.keySet()));
    List<Node> nodes = new ArrayList<>();
    for (Layers.Box box : boxes) {
      Layers.Place place = drawing.places().get(box.id());
      nodes.add(node(box, place.x() + MARGIN, place.y() + MARGIN, labels.getOrDefault(box.id(), List.of())));
    }
    List<Link> drawn = new ArrayList<>();
    drawing.routes().forEach((edge, points) ->
        drawn.add(new Link(path(points), edges.get(edge)[0], edges.get(edge)[1])));
    return new Picture(drawing.width() + 2 * MARGIN, drawing.height() + 2 * MARGIN, nodes, drawn);
  }

  private Node node(Layers.Box box, int x, int y, List<String> label) {
    Kind kind = kinds.get(box.id());
    Rule rule = ruleNodes.get(box.id());
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < label.size(); i++) {
      lines.add(new Line(x + box.width() / 2, y + 7 + LINE * i + 13, label.get(i)));
    }
    String title = wording.text("authoring-kind-" + kind.word()) + ": "
        + (rule == null ? wording.label(box.id()) : rule.name());
    return new Node(box.id(), kind, title, rule == null ? links.of(box.id()) : links.rule(rule), x, y, box.width(),
        box.height(), lines);
  }

  private static String path(List<Layers.Point> points) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < points.size(); i++) {
      int x = points.get(i).x() + MARGIN;
      int y = points.get(i).y() + MARGIN;
      if (i == 0) {
        path.append("M").append(x).append(' ').append(y);
      } else {
        int before = points.get(i - 1).x() + MARGIN;
        int middle = (before + x) / 2;
        path.append("C").append(middle).append(' ').append(points.get(i - 1).y() + MARGIN).append(' ').append(middle)
            .append(' ').append(y).append(' ').append(x).append(' ').append(y);
      }
    }
    return path.toString();
  }

  private static List<String> wrap(String label) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : label.split(" ")) {
      if (line.length() > 0 && line.length() + 1 + word.length() > CHARACTERS) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() == 0 ? "" : " ").append(word);
    }
    lines.add(line.toString());
    if (lines.size() > LINES) {
      List<String> cut = new ArrayList<>(lines.subList(0, LINES));
      cut.set(LINES - 1, cut.get(LINES - 1) + " …");
      return cut;
    }
    return lines;
  }

  // --- the list

  List<Item> outline() {
    Set<String> unfolded = new LinkedHashSet<>();
    return roots.stream().map(goal -> item(goal, false, unfolded)).toList();
  }

  private Item item(String id, boolean negated, Set<String> unfolded) {
    boolean seen = rules.isConclusion(id) && !unfolded.add(id);
    List<Item> ways = seen ? List.of() : rules.rulesFor(id).stream().map(rule -> item(rule, unfolded)).toList();
    return new Item("in-" + id, kinds.get(id), wording.label(id), links.of(id), negated, false, seen, ways);
  }

  private Item item(Rule rule, Set<String> unfolded) {
    List<Item> conditions = rule.conditions().stream()
        .map(condition -> item(condition.id(), condition instanceof Condition.Not, unfolded)).toList();
    return new Item(node(rule), Kind.RULE, rule.name(), links.rule(rule), false, rule.leavesOpen(), false, conditions);
  }
}
