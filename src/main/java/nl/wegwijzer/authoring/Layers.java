package nl.wegwijzer.authoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Places the nodes of a graph without circles in columns, so that every edge runs to the right and few edges cross.
 * The same graph always gives the same picture.
 */
final class Layers {

  private static final int COLUMN_GAP = 56;
  private static final int ROW_GAP = 14;
  private static final int BEND = 4;
  private static final int SWEEPS = 16;

  /** A node as large as it is drawn; a leading one stays as far to the left as it can. */
  record Box(String id, int width, int height, boolean leading) {}

  /** From the left to the right. */
  record Edge(String from, String to) {}

  /** Where a node stands: its upper left corner. */
  record Place(int column, int x, int y) {}

  record Point(int x, int y) {}

  /**
   * A drawing.
   *
   * @param routes per edge the points it passes, from the right side of its first node to the left side of its last
   */
  record Drawing(int width, int height, Map<String, Place> places, Map<Edge, List<Point>> routes) {}

  /** A node, or the bend of an edge that passes a column. */
  private static final class Spot {
    final String id;
    final int width;
    final int height;
    final int column;
    final List<Spot> left = new ArrayList<>();
    final List<Spot> right = new ArrayList<>();
    int order;
    double middle;

    Spot(String id, int width, int height, int column) {
      this.id = id;
      this.width = width;
      this.height = height;
      this.column = column;
    }
  }

  private final Map<String, Box> boxes = new LinkedHashMap<>();
  private final List<Edge> edges;
  private final Map<String, Integer> columnOf = new HashMap<>();
  private final List<List<Spot>> columns = new ArrayList<>();
  private final Map<Edge, List<Spot>> paths = new LinkedHashMap<>();

  private Layers(List<Box> boxes, List<Edge> edges) {
    boxes.forEach(box -> this.boxes.put(box.id(), box));
    this.edges = edges.stream().distinct().toList();
  }

  static Drawing draw(List<Box> boxes, List<Edge> edges) {
    Layers layers = new Layers(boxes, edges);
    layers.assignColumns();
    layers.split();
    layers.reduceCrossings();
    layers.placeRows();
    return layers.drawing();
  }

  /**
   * A node stands one column to the right of the last node that leads to it. Then nodes move towards those they lead
   * to, where that makes edges shorter.
   */
  private void assignColumns() {
    Map<String, List<String>> before = new HashMap<>();
    Map<String, List<String>> after = new HashMap<>();
    edges.forEach(edge -> {
      before.computeIfAbsent(edge.to(), e -> new ArrayList<>()).add(edge.from());
      after.computeIfAbsent(edge.from(), e -> new ArrayList<>()).add(edge.to());
    });
    boxes.keySet().forEach(id -> column(id, before));
    boxes.keySet().stream().sorted(Comparator.comparing(columnOf::get, Comparator.reverseOrder())).toList()
        .forEach(id -> {
          List<String> next = after.getOrDefault(id, List.of());
          if (!boxes.get(id).leading() && !next.isEmpty()
              && before.getOrDefault(id, List.of()).size() <= next.size()) {
            columnOf.put(id, next.stream().mapToInt(columnOf::get).min().orElseThrow() - 1);
          }
        });
  }

  private int column(String id, Map<String, List<String>> before) {
    Integer known = columnOf.get(id);
    if (known != null) {
      return known;
    }
    int column = 0;
    for (String earlier : before.getOrDefault(id, List.of())) {
      column = Math.max(column, column(earlier, before) + 1);
    }
    columnOf.put(id, column);
    return column;
  }

  /** Makes a spot of every node, and one of every column that a long edge passes. */
  private void split() {
    Map<String, Spot> spots = new HashMap<>();
    boxes.values().forEach(box -> spots.put(box.id(),
        add(new Spot(box.id(), box.width(), box.height(), columnOf.get(box.id())))));
    for (Edge edge : edges) {
      List<Spot> path = new ArrayList<>(List.of(spots.get(edge.from())));
      int last = columnOf.get(edge.to());
      for (int column = columnOf.get(edge.from()) + 1; column < last; column++) {
        path.add(add(new Spot(null, 0, BEND, column)));
      }
      path.add(spots.get(edge.to()));
      for (int i = 1; i < path.size(); i++) {
        path.get(i - 1).right.add(path.get(i));
        path.get(i).left.add(path.get(i - 1));
      }
      paths.put(edge, path);
    }
  }

  private Spot add(Spot spot) {
    while (columns.size() <= spot.column) {
      columns.add(new ArrayList<>());
    }
    List<Spot> column = columns.get(spot.column);
    spot.order = column.size();
    column.add(spot);
    return spot;
  }

  /** Orders each column by the middle of its neighbours, to and fro, and keeps the best order seen. */
  private void reduceCrossings() {
    List<List<Spot>> best = copy();
    int fewest = crossings();
    for (int sweep = 0; sweep < SWEEPS && fewest > 0; sweep++) {
      boolean rightwards = sweep % 2 == 0;
      for (int i = 1; i < columns.size(); i++) {
        sort(columns.get(rightwards ? i : columns.size() - 1 - i), rightwards);
      }
      int found = crossings();
      if (found < fewest) {
        fewest = found;
        best = copy();
      }
    }
    for (int i = 0; i < columns.size(); i++) {
      columns.set(i, best.get(i));
      number(best.get(i));
    }
  }

  private List<List<Spot>> copy() {
    List<List<Spot>> copy = new ArrayList<>();
    columns.forEach(column -> copy.add(new ArrayList<>(column)));
    return copy;
  }

  private static void sort(List<Spot> column, boolean byLeft) {
    Map<Spot, Double> middles = new HashMap<>();
    column.forEach(spot -> middles.put(spot, (byLeft ? spot.left : spot.right).stream().mapToInt(near -> near.order)
        .average().orElse(spot.order)));
    column.sort(Comparator.comparing(middles::get));
    number(column);
  }

  private static void number(List<Spot> column) {
    for (int i = 0; i < column.size(); i++) {
      column.get(i).order = i;
    }
  }

  private int crossings() {
    int crossings = 0;
    for (List<Spot> column : columns) {
      List<int[]> lines = new ArrayList<>();
      column.forEach(spot -> spot.right.forEach(near -> lines.add(new int[] {spot.order, near.order})));
      for (int i = 0; i < lines.size(); i++) {
        for (int j = i + 1; j < lines.size(); j++) {
          int[] one = lines.get(i);
          int[] other = lines.get(j);
          if ((one[0] - other[0]) * (one[1] - other[1]) < 0) {
            crossings++;
          }
        }
      }
    }
    return crossings;
  }

  /** Moves every spot as near to its neighbours as its column allows. */
  private void placeRows() {
    columns.forEach(column -> {
      double y = 0;
      for (Spot spot : column) {
        spot.middle = y + spot.height / 2.0;
        y += spot.height + ROW_GAP;
      }
    });
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      boolean rightwards = sweep % 2 == 0;
      for (int i = 0; i < columns.size(); i++) {
        align(columns.get(rightwards ? i : columns.size() - 1 - i), rightwards);
      }
    }
  }

  /** The least movement that keeps the order and the gaps: blocks that overlap move together to their mean. */
  private static void align(List<Spot> column, boolean byLeft) {
    double[] offset = new double[column.size()];
    double[] mean = new double[column.size()];
    int[] size = new int[column.size()];
    int blocks = 0;
    for (int i = 0; i < column.size(); i++) {
      Spot spot = column.get(i);
      offset[i] = i == 0 ? 0
          : offset[i - 1] + (column.get(i - 1).height + spot.height) / 2.0 + ROW_GAP;
      List<Spot> near = byLeft ? spot.left : spot.right;
      double wanted = near.stream().mapToDouble(other -> other.middle).average().orElse(spot.middle);
      mean[blocks] = wanted - offset[i];
      size[blocks] = 1;
      blocks++;
      while (blocks > 1 && mean[blocks - 2] > mean[blocks - 1]) {
        int both = size[blocks - 2] + size[blocks - 1];
        mean[blocks - 2] = (mean[blocks - 2] * size[blocks - 2] + mean[blocks - 1] * size[blocks - 1]) / both;
        size[blocks - 2] = both;
        blocks--;
      }
    }
    int at = 0;
    for (int block = 0; block < blocks; block++) {
      for (int i = 0; i < size[block]; i++, at++) {
        column.get(at).middle = mean[block] + offset[at];
      }
    }
  }

  private Drawing drawing() {
    double top = columns.stream().flatMap(List::stream).mapToDouble(spot -> spot.middle - spot.height / 2.0).min()
        .orElse(0);
    int[] x = new int[columns.size() + 1];
    int[] widths = columns.stream().mapToInt(column -> column.stream().mapToInt(spot -> spot.width).max().orElse(0))
        .toArray();
    for (int i = 0; i < widths.length; i++) {
      x[i + 1] = x[i] + widths[i] + COLUMN_GAP;
    }
    Map<String, Place> places = new LinkedHashMap<>();
    int bottom = 0;
    for (List<Spot> column : columns) {
      for (Spot spot : column) {
        spot.middle -= top;
        bottom = Math.max(bottom, (int) Math.ceil(spot.middle + spot.height / 2.0));
        if (spot.id != null) {
          int left = x[spot.column] + (widths[spot.column] - spot.width) / 2;
          places.put(spot.id, new Place(spot.column, left, (int) Math.round(spot.middle - spot.height / 2.0)));
        }
      }
    }
    Map<Edge, List<Point>> routes = new LinkedHashMap<>();
    paths.forEach((edge, path) -> routes.put(edge, route(path, places, x, widths)));
    return new Drawing(Math.max(0, Arrays.stream(x).max().orElse(0) - COLUMN_GAP), bottom, places, routes);
  }

  private static List<Point> route(List<Spot> path, Map<String, Place> places, int[] x, int[] widths) {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < path.size(); i++) {
      Spot spot = path.get(i);
      int y = (int) Math.round(spot.middle);
      if (spot.id == null) {
        points.add(new Point(x[spot.column], y));
        points.add(new Point(x[spot.column] + widths[spot.column], y));
      } else {
        points.add(new Point(places.get(spot.id).x() + (i == 0 ? spot.width : 0), y));
      }
    }
    return points;
  }
}
