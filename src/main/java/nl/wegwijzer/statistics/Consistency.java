package nl.wegwijzer.statistics;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.wegwijzer.statistics.Equation.Kind;
import nl.wegwijzer.statistics.Finding.Verdict;

/** Checks every equation that must hold between printed numbers, and says whether rounding explains a difference. */
final class Consistency {

  private final Numbered numbers;

  private Consistency(Numbered numbers) {
    this.numbers = numbers;
  }

  static List<Finding> check(Numbered numbers, ChecksReader.Checks checks) {
    Map<String, Equation> equations = new LinkedHashMap<>();
    Stream.of(checks.declared().stream(),
            numbers.figures().values().stream().flatMap(f -> DerivedChecks.of(f, numbers.rounding()).stream()),
            numbers.statements().values().stream().flatMap(DerivedChecks::of))
        .flatMap(stream -> stream).filter(equation -> equation.names().allMatch(numbers::knows))
        .forEach(equation -> equations.putIfAbsent(equation.toString(), equation));
    equations.keySet().removeAll(checks.skipped());
    Consistency consistency = new Consistency(numbers);
    return equations.values().stream().flatMap(equation -> consistency.check(equation).stream()).toList();
  }

  private Optional<Finding> check(Equation equation) {
    return equation.compute(numbers::amount).map(computed -> new Finding(equation.toString(),
        names(equation), names(equation).stream().map(numbers::line).distinct().sorted().toList(),
        numbers.printed(equation.target()), computed.point(), verdict(equation, computed)));
  }

  private static List<String> names(Equation equation) {
    return equation.names().filter(name -> !Numbered.isConstant(name)).distinct().toList();
  }

  private Verdict verdict(Equation equation, Amount computed) {
    Amount printed = numbers.amount(equation.target());
    Optional<BigDecimal> point = equation.kind() == Kind.AMONG ? Optional.empty() : computed.point();
    boolean fits = point.isPresent() && printed.point().isPresent()
        && Numbers.rounded(point.get(), decimals(equation)).compareTo(Numbers.plain(printed.point().get())) == 0;
    if (fits || equation.kind() == Kind.AMONG && printed.meets(computed)) {
      return Verdict.FITS;
    }
    return printed.meets(computed) ? Verdict.ROUNDING : Verdict.DISCREPANCY;
  }

  private int decimals(Equation equation) {
    return equation.kind() == Kind.SUM ? 12 : numbers.decimals(equation.target());
  }
}
