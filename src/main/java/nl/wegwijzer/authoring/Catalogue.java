package nl.wegwijzer.authoring;

import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.wegwijzer.advice.Advice;
import nl.wegwijzer.forms.Forms;
import nl.wegwijzer.forms.Journey;
import nl.wegwijzer.forms.Outcome;
import nl.wegwijzer.knowledge.Knowledge;
import nl.wegwijzer.knowledge.Scenario;
import nl.wegwijzer.knowledge.ScenarioRunner;
import nl.wegwijzer.proof.Coverage;
import nl.wegwijzer.proof.Mutation;
import nl.wegwijzer.rules.Condition;
import nl.wegwijzer.rules.Evaluation;
import nl.wegwijzer.rules.Rule;
import nl.wegwijzer.rules.RuleSet;
import nl.wegwijzer.rules.Settlement.Attempt;
import nl.wegwijzer.text.Sections.Section;

/** Who uses what in one version of the knowledge, and how its scenarios run. */
final class Catalogue {

  private final Knowledge knowledge;
  private final Changes changes;
  private final Map<String, Rule> bySlug = new LinkedHashMap<>();
  private final Map<String, List<Rule>> users = new LinkedHashMap<>();
  private final Map<String, Section> sections = new LinkedHashMap<>();
  private final Map<String, Set<Journey>> journeys = new LinkedHashMap<>();
  private final Map<Rule, List<Mutation.Result>> mutants = new IdentityHashMap<>();
  private List<Trial> trials;
  private Coverage coverage;

  /**
   * Of one version.
   *
   * @param changes since the version that was shown before, or null
   */
  Catalogue(Knowledge knowledge, Changes changes) {
    this.knowledge = knowledge;
    this.changes = changes;
    knowledge.sections().all().forEach(section -> sections.put(Slugs.of(section.id()), section));
    rules().rules().forEach(rule -> {
      bySlug.put(Slugs.of(rule.name()), rule);
      rule.conditions().stream().map(Condition::id).distinct()
          .forEach(id -> users.computeIfAbsent(id, i -> new ArrayList<>()).add(rule));
    });
    forms().journeys().values().forEach(journey -> rules().closure(demanded(journey))
        .forEach(id -> journeys.computeIfAbsent(id, i -> new LinkedHashSet<>()).add(journey)));
  }

  Knowledge knowledge() {
    return knowledge;
  }

  /** What differs from the version that was shown before; empty for the first one. */
  Optional<Changes> changes() {
    return Optional.ofNullable(changes);
  }

  RuleSet rules() {
    return knowledge.rules();
  }

  Forms forms() {
    return knowledge.forms();
  }

  /** The goals of a journey, and what is told beside them. */
  Set<String> demanded(Journey journey) {
    Set<String> demanded = new LinkedHashSet<>(journey.goals());
    journey.goals().forEach(goal -> {
      Outcome outcome = forms().outcomes().get(goal);
      if (outcome != null) {
        demanded.addAll(outcome.details());
      }
    });
    return demanded;
  }

  Optional<Rule> rule(String slug) {
    return Optional.ofNullable(bySlug.get(slug));
  }

  /** The rules that have a question or conclusion among their conditions. */
  List<Rule> users(String id) {
    return users.getOrDefault(id, List.of());
  }

  /** The journeys in which a question or conclusion plays a part. */
  Collection<Journey> journeys(String id) {
    return journeys.getOrDefault(id, Set.of());
  }

  /** The outcomes that tell of a conclusion as a detail. */
  List<Outcome> detailOf(String conclusion) {
    return forms().outcomes().values().stream().filter(outcome -> outcome.details().contains(conclusion)).toList();
  }

  Optional<Section> section(String slug) {
    return Optional.ofNullable(sections.get(slug));
  }

  Collection<Section> sections() {
    return sections.values();
  }

  /** The rules that rest on a section or on a part of it. */
  List<Rule> restingOn(Section section) {
    return rules().rules().stream().filter(rule -> rule.sources().stream()
        .anyMatch(source -> source.section().equals(section) || isPart(source.section(), section))).toList();
  }

  /** Whether one section lies within another. */
  static boolean isPart(Section part, Section whole) {
    return !part.equals(whole) && part.firstLine() >= whole.firstLine() && part.lastLine() <= whole.lastLine();
  }

  /** All scenarios, run once against this version. */
  synchronized List<Trial> trials() {
    if (trials == null) {
      trials = knowledge.scenarios().stream().map(this::run).toList();
    }
    return trials;
  }

  Optional<Trial> trial(String place) {
    return trials().stream().filter(trial -> trial.place().equals(place)).findFirst();
  }

  private Trial run(Scenario scenario) {
    Advice advice = knowledge.advisor().adviseLifted(scenario.toCase());
    Evaluation evaluation = new Evaluation(rules(), scenario.on(), scenario.answers());
    scenario.goals().forEach(evaluation::of);
    Map<Rule, Attempt> attempts = new IdentityHashMap<>();
    evaluation.visited().values().forEach(settlement ->
        settlement.attempts().forEach(attempt -> attempts.put(attempt.rule(), attempt)));
    return new Trial(scenario, ScenarioRunner.differences(scenario, advice), attempts);
  }

  /** What the scenarios reach of every rule and condition. */
  synchronized Coverage coverage() {
    if (coverage == null) {
      coverage = Coverage.of(rules(), knowledge.scenarios());
    }
    return coverage;
  }

  /** What small mistakes in a rule the scenarios notice; worked out once per rule, one rule at a time. */
  List<Mutation.Result> mutants(Rule rule) {
    synchronized (mutants) {
      return mutants.computeIfAbsent(rule, r -> new Mutation(knowledge).of(r));
    }
  }
}
