package nl.wegwijzer.rules;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.wegwijzer.rules.Settlement.Attempt;
import nl.wegwijzer.rules.Settlement.Firing;

/**
 * Compares what is said of a conclusion with what the witness says.
 *
 * <p>Where conclusions with several values give a rule several branches, the attempt tells of one of them: it must be a
 * branch of the truth that all branches together have. Which one is told, and which of several ways a conclusion is
 * proved by, is a choice that Drools has no part in.
 */
final class Comparison {

  private final Testimony heard;
  private final Function<String, Settlement> all;
  private final Settlement said;
  private final List<String> differences;

  private Comparison(Testimony heard, Function<String, Settlement> all, List<String> differences) {
    this.heard = heard;
    this.all = all;
    this.said = all.apply(heard.conclusion());
    this.differences = differences;
  }

  static void compare(Testimony heard, Function<String, Settlement> said, List<String> differences) {
    Comparison comparison = new Comparison(heard, said, differences);
    comparison.conclusion();
    comparison.firings();
    comparison.attempts();
  }

  private void conclusion() {
    same("truth", said.truth(), heard.truth());
    same("isOpen", said.isOpen(), heard.isOpen());
    same("whether a rule fires", heard.ways().stream().anyMatch(way -> !way.rule().leavesOpen()),
        said.truth() == Truth.TRUE);
  }

  /** Every rule that fires, with what it concludes, what it rests on and what its variables are. */
  private void firings() {
    if (said.firings().isEmpty() && heard.ways().isEmpty()) {
      return;
    }
    same("firings", said.firings().stream().map(firing -> Map.entry(firing.rule().name(), firing.values()))
        .collect(Collectors.toSet()), heard.ways().stream().filter(way -> !way.rule().leavesOpen())
        .map(way -> Map.entry(way.rule().name(), way.values())).collect(Collectors.toSet()));
    for (Firing firing : said.firings()) {
      if (heard.ways().stream().noneMatch(way -> isProof(firing, way))) {
        differ("proof by '" + firing.rule() + "'", firing, heard.ways());
      }
    }
  }

  private boolean isProof(Firing firing, Testimony.Way way) {
    if (!way.rule().name().equals(firing.rule().name()) || !way.values().equals(firing.values())
        || !isBound(firing.bindings(), way.bound())) {
      return false;
    }
    for (int i = 0; i < way.premises().size(); i++) {
      Firing premise = firing.premises().get(i);
      Map<String, Object> values = way.premises().get(i);
      if (values == null || premise == null ? values != null || premise != null : !values.equals(premise.values())
          || all.apply(premise.rule().conclusion()).firings().stream().noneMatch(known -> known == premise)
          || !premise.rule().conclusion().equals(firing.rule().conditions().get(i).id())) {
        return false;
      }
    }
    return true;
  }

  private static boolean isBound(Bindings bindings, Map<String, Object> bound) {
    for (Map.Entry<String, Object> one : bound.entrySet()) {
      if (!Objects.equals(one.getValue(), bindings.get(one.getKey()))) {
        return false;
      }
    }
    return true;
  }

  private void attempts() {
    same("number of rules", said.attempts().size(), heard.tries().size());
    for (int i = 0; i < Math.min(said.attempts().size(), heard.tries().size()); i++) {
      Attempt attempt = said.attempts().get(i);
      Testimony.Try one = heard.tries().get(i);
      same("rule", attempt.rule().name(), one.rule().name());
      if (attempt.truth() != one.truth() || attempt.more() != one.more()
          || (attempt.truth() == Truth.TRUE) != fires(one.rule()) || !isAmong(attempt, one.branches())) {
        differ("rule", attempt, one + (fires(one.rule()) ? ", which fired" : ""));
      }
    }
  }

  private boolean fires(Rule rule) {
    for (Testimony.Way way : heard.ways()) {
      if (way.rule() == rule) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAmong(Attempt attempt, List<Testimony.Branch> branches) {
    for (Testimony.Branch branch : branches) {
      if (branch.truth() == attempt.truth() && branch.conditions().equals(attempt.conditions())
          && isBound(attempt.bindings(), branch.bound())) {
        return true;
      }
    }
    return false;
  }

  private void same(String what, Object said, Object heard) {
    if (!said.equals(heard)) {
      differ(what, said, heard);
    }
  }

  private void differ(String what, Object said, Object heard) {
    differences.add(this.heard.conclusion() + ", " + what + ": said " + said + ", witnessed " + heard);
  }
}
