package nl.wegwijzer.statistics;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.wegwijzer.text.YamlNode;

/**
 * Reads {@code data/checks.yaml}: the equations that must hold but do not follow from the structure of a figure, and
 * the derived ones that make no sense.
 */
final class ChecksReader {

  /** The equations that were declared, and the spelling of those to leave out. */
  record Checks(List<Equation> declared, Set<String> skipped) {
  }

  private final Numbered numbers;
  private final List<Equation> declared = new ArrayList<>();
  private final Set<String> skipped = new LinkedHashSet<>();

  private ChecksReader(Numbered numbers) {
    this.numbers = numbers;
  }

  static Checks read(Optional<YamlNode> root, Numbered numbers) {
    ChecksReader reader = new ChecksReader(numbers);
    root.map(YamlNode::list).orElse(List.of()).forEach(reader::entry);
    return new Checks(reader.declared, reader.skipped);
  }

  private void entry(YamlNode node) {
    node.map(List.of("figure", "each", "holds", "skip", "because"));
    if (node.get("skip").isPresent()) {
      node.require("because");
      skipped.add(node.get("skip").get().string());
      return;
    }
    Optional<YamlNode> holds = node.require("holds");
    Optional<Equation> equation = holds.flatMap(h -> Equation.parse(h.string()))
        .filter(e -> !Numbered.isConstant(e.target()));
    if (holds.isPresent() && equation.isEmpty()) {
      holds.get().problem("'" + holds.get().string() + "' is not an equation",
          "write 'total = a + b', 'share = part / whole', 'change = now over before' or 'mean among a b', with blanks");
    }
    equation.ifPresent(e -> node.get("figure").ifPresentOrElse(f -> each(node, f, e), () -> single(holds.get(), e)));
  }

  private void single(YamlNode node, Equation equation) {
    equation.names().filter(name -> !numbers.knows(name)).forEach(name ->
        node.problem("there is no number '" + name + "'", "write figure:row:column or the id of a statement"));
    if (equation.names().allMatch(numbers::knows)) {
      declared.add(equation);
    }
  }

  private void each(YamlNode node, YamlNode id, Equation equation) {
    Optional<Figure> figure = numbers.figure(id.string());
    if (figure.isEmpty()) {
      id.problem("there is no figure '" + id.string() + "'", "");
      return;
    }
    boolean rows = node.get("each").map(YamlNode::string).orElse("row").equals("row");
    List<Equation> found = rows
        ? figure.get().rows().stream().filter(row -> row.role() == Role.VALUE || row.role() == Role.TOTAL)
            .map(row -> equation.rename(name -> cell(id, row.id(), name, name))).toList()
        : figure.get().columns().stream().filter(column -> column.role() != Role.CHANGE)
            .map(column -> equation.rename(name -> cell(id, name, column.id(), name))).toList();
    List<Equation> complete = found.stream().filter(e -> e.names().allMatch(numbers::knows)).toList();
    if (complete.isEmpty()) {
      node.problem("no " + (rows ? "row" : "column") + " of figure " + id.string() + " has all numbers of this check",
          "compare the names with the ids in the figure");
    }
    declared.addAll(complete);
  }

  private static String cell(YamlNode figure, String row, String column, String name) {
    return name.contains(":") || Numbered.isConstant(name) ? name : figure.string() + ":" + row + ":" + column;
  }
}
