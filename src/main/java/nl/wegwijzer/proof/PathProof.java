package nl.wegwijzer.proof;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.wegwijzer.advice.Advisor;
import nl.wegwijzer.advice.Verdict;
import nl.wegwijzer.forms.Journey;
import nl.wegwijzer.forms.Outcome;
import nl.wegwijzer.knowledge.Knowledge;
import nl.wegwijzer.proof.PathReport.Fault;
import nl.wegwijzer.proof.PathReport.Needless;
import nl.wegwijzer.rules.Rule;

/** Walks every path of every journey, and tells what is wrong with any of them. */
public final class PathProof {

  private final Knowledge knowledge;
  private final Walk.Onlooker onlooker;
  private final List<List<String>> exclusions;

  /** @param confirm whether Drools must confirm every step */
  public PathProof(Knowledge knowledge, boolean confirm) {
    this(knowledge, (told, evaluation, answers) -> {
      if (confirm) {
        knowledge.engine().evaluate(told, evaluation.on(), answers);
      }
    });
  }

  PathProof(Knowledge knowledge, Walk.Onlooker onlooker) {
    this.knowledge = knowledge;
    this.onlooker = onlooker;
    this.exclusions = Exclusions.read(knowledge);
  }

  /** Walks all journeys, several at a time. */
  public List<PathReport> all() {
    return knowledge.forms().journeys().values().parallelStream().map(this::of).toList();
  }

  public PathReport of(Journey journey) {
    try {
      return report(journey, false, List.of(journey.goals()));
    } catch (Walk.TooLarge e) {
      return report(journey, true, journey.goals().stream().map(List::of).toList());
    }
  }

  private PathReport report(Journey journey, boolean apart, List<List<String>> parts) {
    Totals totals = new Totals();
    Set<LocalDate> dates = new LinkedHashSet<>();
    for (List<String> goals : parts) {
      Collection<String> all = knowledge.advisor().demanded(goals);
      for (LocalDate on : new ValueClasses(knowledge.forms(), knowledge.rules(), all).referenceDates()) {
        dates.add(on);
        Walk walk = new Walk(knowledge, on, goals, exclusions, onlooker, Advisor::progress);
        totals.add(walk, walk.run());
      }
    }
    Map<String, List<Verdict>> reached = new LinkedHashMap<>();
    totals.reached.forEach((goal, verdicts) -> reached.put(goal, List.copyOf(verdicts)));
    Collection<String> told = knowledge.advisor().demanded(journey.goals());
    List<String> silent = new ArrayList<>();
    knowledge.rules().closure(told).forEach(id -> knowledge.rules().rulesFor(id).stream()
        .filter(rule -> !totals.fired.contains(rule)).map(Rule::name).forEach(silent::add));
    return new PathReport(journey.id(), List.copyOf(dates), apart, totals.states, totals.steps,
        totals.lengths.values().stream().mapToLong(Long::longValue).sum(), totals.lengths, reached,
        unreachable(reached), totals.fired.stream().map(Rule::name).collect(Collectors.toUnmodifiableSet()),
        silent.stream().sorted().toList(), List.copyOf(totals.needless.values()), totals.faults,
        String.format("%016x", totals.diagram));
  }

  private List<String> unreachable(Map<String, List<Verdict>> reached) {
    List<String> unreachable = new ArrayList<>();
    reached.forEach((goal, verdicts) -> {
      EnumSet<Verdict> worded = EnumSet.of(Verdict.YES, Verdict.NO, Verdict.OPEN);
      Outcome outcome = knowledge.forms().outcomes().get(goal);
      if (outcome != null && outcome.unsettled().isPresent()) {
        worded.add(Verdict.UNSETTLED);
      }
      worded.removeAll(verdicts);
      worded.forEach(verdict -> unreachable.add(goal + ": " + verdict.word()));
    });
    return unreachable;
  }

  /** Adds up the walks of a journey. */
  private static final class Totals {

    private final SortedMap<Integer, Long> lengths = new TreeMap<>();
    private final Map<String, EnumSet<Verdict>> reached = new LinkedHashMap<>();
    private final Map<String, Needless> needless = new TreeMap<>();
    private final Set<Rule> fired = new HashSet<>();
    private final List<Fault> faults = new ArrayList<>();
    private long states;
    private long steps;
    private long diagram;

    void add(Walk walk, Walk.Result result) {
      for (int i = 0; i < result.lengths().length; i++) {
        if (result.lengths()[i] > 0) {
          lengths.merge(i, result.lengths()[i], Math::addExact);
        }
      }
      walk.reached.forEach((goal, verdicts) ->
          reached.computeIfAbsent(goal, g -> EnumSet.noneOf(Verdict.class)).addAll(verdicts));
      walk.needless.forEach((question, found) -> needless.merge(question, found, Needless::and));
      fired.addAll(walk.fired);
      faults.addAll(walk.faults);
      states += result.states();
      steps += walk.steps;
      diagram = diagram * 31 + result.diagram();
    }
  }
}
