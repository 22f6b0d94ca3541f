package nl.wegwijzer.statistics;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.wegwijzer.statistics.CaveatRule.Subject;
import nl.wegwijzer.text.Text;

/**
 * What a reader must know about a number, in plain words: what its author flagged, and what follows from the rules in
 * {@code data/caveats.yaml}.
 */
public final class Caveats {

  private final Map<String, Term> flags;
  private final List<CaveatRule> rules;
  private final Rounding rounding;

  Caveats(Map<String, Term> flags, List<CaveatRule> rules, Rounding rounding) {
    this.flags = flags;
    this.rules = rules;
    this.rounding = rounding;
  }

  /** The caveats of one number, in the order of the list of flags. */
  public List<Term> of(Observation seen) {
    return terms(flagsOf(seen));
  }

  /** The caveats of a figure: those of all its numbers together. */
  public List<Term> of(Figure figure) {
    Set<String> all = new HashSet<>(figure.flags());
    figure.observations().map(this::flagsOf).forEach(all::addAll);
    if (figure.lost()) {
      all.add("picture-lost");
    }
    return terms(all);
  }

  public List<Term> of(Statement statement) {
    Set<String> all = new HashSet<>(statement.flags());
    add(all, subject(statement));
    return terms(all);
  }

  private Set<String> flagsOf(Observation seen) {
    Set<String> all = new HashSet<>(seen.cell().flags());
    seen.figure().flags().stream().filter(flag -> suits(flag, seen)).forEach(all::add);
    add(all, subject(seen));
    return all;
  }

  /** A flag of the whole figure that speaks of counts says nothing about its percentages. */
  private boolean suits(String flag, Observation seen) {
    return switch (flag) {
      case "rounded" -> tens(seen);
      case "unrounded", "own-rounding", "not-summable" -> rounding.isCount(seen.cell().unit());
      case "published-percentage-change" -> seen.role() == Role.CHANGE;
      case "suppressed" -> seen.cell().suppressed();
      case "rounded-up-to-ten" -> seen.cell().value().filter(v -> v.compareTo(BigDecimal.TEN) == 0).isPresent();
      case "national-definition", "eu-definition" -> seen.cell().unit().equals("percent") && seen.role() != Role.CHANGE;
      case "stock-at-date" -> seen.role() != Role.CHANGE;
      default -> true;
    };
  }

  private void add(Set<String> all, Subject subject) {
    rules.stream().filter(rule -> rule.holds(subject)).map(CaveatRule::flag).forEach(all::add);
    if (all.contains("unrounded") || all.contains("own-rounding")) {
      all.removeAll(Set.of("rounded", "rounded-up-to-ten"));
    }
  }

  private Subject subject(Observation seen) {
    Figure figure = seen.figure();
    String says = Stream.of(Stream.of(figure.title()), seen.row().path().stream(), seen.column().path().stream())
        .flatMap(texts -> texts).map(Text::nl).collect(Collectors.joining(" | "));
    Set<String> headers = Stream.concat(figure.columns().stream().flatMap(column -> column.path().stream()),
        figure.rows().stream().flatMap(row -> row.path().stream())).map(Text::nl).collect(Collectors.toSet());
    return new Subject(figure.sources(), seen.cell().unit(), Optional.of(seen.role()), seen.cell().printed(), says,
        headers, rounding.isCount(seen.cell().unit()), tens(seen));
  }

  private Subject subject(Statement statement) {
    boolean count = rounding.isCount(statement.unit());
    boolean tens = count && statement.kind() == Statement.Kind.STATISTIC && !rounding.ownRounding(statement.sources())
        && statement.value().filter(v -> v.signum() != 0 && Numbers.isMultiple(v, BigDecimal.TEN)).isPresent();
    return new Subject(statement.sources(), statement.unit(), Optional.empty(), statement.printed(),
        statement.text().nl(), Set.of(), count, tens);
  }

  private boolean tens(Observation seen) {
    Predicate<BigDecimal> rounded = value -> value.signum() != 0 && Numbers.isMultiple(value, BigDecimal.TEN);
    return rounding.isCount(seen.cell().unit()) && !rounding.ownRounding(seen.figure().sources())
        && rounding.step(seen.figure()).compareTo(BigDecimal.TEN) == 0
        && seen.cell().value().filter(rounded).isPresent();
  }

  private List<Term> terms(Set<String> ids) {
    return flags.values().stream().filter(term -> ids.contains(term.id())).toList();
  }
}
