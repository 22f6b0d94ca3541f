package nl.wegwijzer.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What must hold between printed numbers: {@code total = a + b - c}, {@code rate = granted / decided},
 * {@code change = now over before} or {@code mean among a + b + c}.
 *
 * <p>Names are addresses of cells ({@code 56:2023:rate}), ids of statements, or plain whole numbers; operators stand
 * between blanks, and on either side of {@code /} and {@code over} may stand a sum.
 *
 * @param left the sum after the sign
 * @param right the sum after {@code /} or {@code over}; empty for the other kinds
 */
record Equation(String target, Kind kind, List<Operand> left, List<Operand> right) {

  enum Kind {
    SUM(""), SHARE("/"), GROWTH("over"), AMONG("");

    private final String sign;

    Kind(String sign) {
      this.sign = sign;
    }
  }

  record Operand(boolean negative, String name) {
  }

  /** The equation that the text spells, or empty. */
  static Optional<Equation> parse(String text) {
    List<String> words = List.of(text.strip().split("\\s+"));
    if (words.size() < 3 || !words.get(1).matches("=|among")) {
      return Optional.empty();
    }
    List<String> rest = words.subList(2, words.size());
    Kind kind = words.get(1).equals("among") ? Kind.AMONG
        : rest.contains("/") ? Kind.SHARE : rest.contains("over") ? Kind.GROWTH : Kind.SUM;
    int at = kind.sign.isEmpty() ? rest.size() : rest.indexOf(kind.sign);
    Optional<List<Operand>> left = sum(rest.subList(0, at));
    Optional<List<Operand>> right =
        at == rest.size() ? Optional.of(List.of()) : sum(rest.subList(at + 1, rest.size()));
    return left.flatMap(l -> right.map(r -> new Equation(words.get(0), kind, l, r)));
  }

  static Equation of(String target, Kind kind, List<String> left, List<String> right) {
    return new Equation(target, kind, added(left), added(right));
  }

  Equation rename(UnaryOperator<String> names) {
    return new Equation(names.apply(target), kind, renamed(left, names), renamed(right, names));
  }

  Stream<String> names() {
    return Stream.of(Stream.of(target), left.stream().map(Operand::name), right.stream().map(Operand::name))
        .flatMap(names -> names);
  }

  /** What the right-hand side amounts to; empty when that cannot be computed. */
  Optional<Amount> compute(Function<String, Amount> amounts) {
    return switch (kind) {
      case SUM -> Optional.of(total(left, amounts));
      case SHARE -> total(left, amounts).percentOf(total(right, amounts));
      case GROWTH -> total(left, amounts).growthOver(total(right, amounts));
      case AMONG -> left.stream().map(o -> amounts.apply(o.name())).reduce(Amount::span);
    };
  }

  @Override
  public String toString() {
    return target + (kind == Kind.AMONG ? " among " : " = ") + spelled(left)
        + (right.isEmpty() ? "" : " " + kind.sign + " " + spelled(right));
  }

  private static Amount total(List<Operand> operands, Function<String, Amount> amounts) {
    Amount total = amounts.apply(operands.get(0).name());
    for (Operand operand : operands.subList(1, operands.size())) {
      Amount amount = amounts.apply(operand.name());
      total = operand.negative() ? total.minus(amount) : total.plus(amount);
    }
    return total;
  }

  private static String spelled(List<Operand> operands) {
    StringBuilder text = new StringBuilder(operands.get(0).name());
    operands.stream().skip(1).forEach(o -> text.append(o.negative() ? " - " : " + ").append(o.name()));
    return text.toString();
  }

  private static List<Operand> renamed(List<Operand> operands, UnaryOperator<String> names) {
    return operands.stream().map(o -> new Operand(o.negative, names.apply(o.name))).toList();
  }

  private static List<Operand> added(List<String> names) {
    return names.stream().map(name -> new Operand(false, name)).toList();
  }

  private static Optional<List<Operand>> sum(List<String> words) {
    List<Operand> operands = new ArrayList<>();
    for (int i = 0; i < words.size(); i += 2) {
      String sign = i == 0 ? "+" : words.get(i - 1);
      if (!sign.matches("[-+]") || words.get(i).matches("[-+/=]|over|among")) {
        return Optional.empty();
      }
      operands.add(new Operand(sign.equals("-"), words.get(i)));
    }
    return words.size() % 2 == 1 ? Optional.of(operands) : Optional.empty();
  }
}
