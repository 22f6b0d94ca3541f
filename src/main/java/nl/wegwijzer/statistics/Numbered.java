package nl.wegwijzer.statistics;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** Finds a number by its name: the address of a cell, or the id of a statement. */
record Numbered(Map<String, Figure> figures, Map<String, Statement> statements, Rounding rounding) {

  Optional<Figure> figure(String id) {
    return Optional.ofNullable(figures.get(id));
  }

  Optional<Observation> observation(String ref) {
    String[] parts = ref.split(":");
    return parts.length != 3 ? Optional.empty() : figure(parts[0]).flatMap(figure -> figure.at(parts[1], parts[2]));
  }

  /** Whether there is such a number, and it has a value or a range of values. */
  boolean knows(String name) {
    return isConstant(name) || statements.containsKey(name)
        || observation(name).filter(seen -> rounding.amount(seen) != null).isPresent();
  }

  /** A plain whole number in an equation stands for itself. */
  static boolean isConstant(String name) {
    return name.matches("\\d+");
  }

  Amount amount(String name) {
    if (isConstant(name)) {
      return Amount.exact(new BigDecimal(name));
    }
    return statements.containsKey(name) ? rounding.amount(statements.get(name))
        : rounding.amount(observation(name).orElseThrow());
  }

  int line(String name) {
    return statements.containsKey(name) ? statements.get(name).line() : observation(name).orElseThrow().row().line();
  }

  String printed(String name) {
    return statements.containsKey(name) ? statements.get(name).printed()
        : observation(name).orElseThrow().cell().printed();
  }

  int decimals(String name) {
    if (statements.containsKey(name)) {
      Statement statement = statements.get(name);
      return statement.value().flatMap(v -> PrintedNumber.within(statement.printed(), v))
          .map(PrintedNumber::decimals).orElse(0);
    }
    return observation(name).orElseThrow().cell().number().decimals();
  }
}
