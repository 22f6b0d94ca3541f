package nl.wegwijzer.proof;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.wegwijzer.advice.Case;
import nl.wegwijzer.forms.Answer;
import nl.wegwijzer.forms.Journey;
import nl.wegwijzer.knowledge.Knowledge;
import nl.wegwijzer.proof.Impact.Change;
import nl.wegwijzer.proof.Impact.Kind;
import nl.wegwijzer.proof.Impact.OfJourney;
import nl.wegwijzer.proof.Impact.RuleChange;
import nl.wegwijzer.proof.Versions.Both;
import nl.wegwijzer.rules.RuleSet;

/** Compares two versions on every path class and on many synthetic cases. */
public final class ImpactRun {

  private static final int CHUNKS = 64;

  private final Versions versions;
  private final long cases;
  private final long seed;
  private final List<Part> parts = new ArrayList<>();

  /** A journey that the change touches, with the goals of both versions. */
  private record Part(String journey, List<String> goals, List<String> told, ValueClasses classes) {}

  /** What kind of change it is. */
  private record Key(String conclusion, String from, String to, RuleChange cause) {}

  /** How often a kind of change occurs, with the cases with the fewest answers so far. */
  private record Seen(long cases, List<Case> examples) {

    /** There may be several ways to the same change, of which some need fewer answers. */
    private static final int KEPT = 8;

    Seen and(Seen other) {
      return new Seen(cases + other.cases, Stream.concat(examples.stream(), other.examples.stream())
          .sorted(Comparator.comparing(example -> example.answers().size())).limit(KEPT).toList());
    }
  }

  public ImpactRun(Knowledge before, Knowledge after, long cases, long seed) {
    this.versions = new Versions(before, after);
    this.cases = cases / CHUNKS * CHUNKS;
    this.seed = seed;
    Map<String, Set<String>> goals = new LinkedHashMap<>();
    for (Knowledge version : List.of(after, before)) {
      for (Journey journey : version.forms().journeys().values()) {
        goals.computeIfAbsent(journey.id(), id -> new LinkedHashSet<>()).addAll(journey.goals());
      }
    }
    goals.forEach((journey, of) -> {
      Set<String> told = new LinkedHashSet<>(after.advisor().demanded(of));
      told.addAll(before.advisor().demanded(of));
      if (versions.touch(told)) {
        parts.add(new Part(journey, List.copyOf(of), List.copyOf(told),
            new ValueClasses(versions.forms, rules(), told)));
      }
    });
  }

  private List<RuleSet> rules() {
    return List.of(versions.before.rules(), versions.after.rules());
  }

  public Impact run() {
    List<OfJourney> journeys = parts.stream().map(this::paths).toList();
    Map<Key, Seen> found = new LinkedHashMap<>();
    long[] changed = {0};
    IntStream.range(0, CHUNKS).parallel().mapToObj(this::chunk).toList().forEach(chunk -> {
      changed[0] += chunk.changed();
      chunk.found().forEach((key, seen) -> found.merge(key, seen, Seen::and));
    });
    List<Change> changes = found.entrySet().stream().map(entry -> change(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparing((Change change) -> change.cause().place()).thenComparing(
            Comparator.comparing(Change::cases).reversed()).thenComparing(Change::conclusion)
            .thenComparing(Change::from)).toList();
    return new Impact(versions.before.hash(), versions.after.hash(), versions.changes(), versions.questionChanges,
        files(), journeys,
        parts.isEmpty() ? 0 : cases, changed[0], seed, changes);
  }

  private List<String> files() {
    Map<String, String> old = versions.before.files();
    Map<String, String> now = versions.after.files();
    Set<String> names = new TreeSet<>(old.keySet());
    names.addAll(now.keySet());
    return names.stream().filter(name -> !Objects.equals(old.get(name), now.get(name))).toList();
  }

  private Kind kind(String journey) {
    return versions.before.forms().journey(journey).isEmpty() ? Kind.ADDED
        : versions.after.forms().journey(journey).isEmpty() ? Kind.REMOVED : Kind.CHANGED;
  }

  private OfJourney paths(Part part) {
    long all = 0;
    long same = 0;
    for (LocalDate on : part.classes().referenceDates()) {
      PairWalk.Paths paths = new PairWalk(versions, on, part.goals(), part.classes()).run();
      all += paths.all();
      same += paths.same();
    }
    return new OfJourney(kind(part.journey()), part.journey(), all, all - same);
  }

  /** What one share of the cases brought. */
  private record Chunk(Map<Key, Seen> found, long changed) {}

  private Chunk chunk(int number) {
    Map<Key, Seen> found = new LinkedHashMap<>();
    List<Synthetic> makers = parts.stream().map(part -> new Synthetic(versions.forms, rules(), part.goals(),
        part.told(), part.classes(), seed * CHUNKS + number)).toList();
    long changed = 0;
    for (long i = 0; i < cases / CHUNKS && !parts.isEmpty(); i++) {
      int at = (int) (i % parts.size());
      Case given = makers.get(at).next();
      given.answers().keySet().removeIf(id -> !versions.isComparable(id));
      Map<Key, Seen> changes = compare(parts.get(at).told(), given);
      changes.forEach((key, seen) -> found.merge(key, seen, Seen::and));
      changed += changes.isEmpty() ? 0 : 1;
    }
    return new Chunk(found, changed);
  }

  private Map<Key, Seen> compare(List<String> told, Case given) {
    Both both = versions.evaluate(given.on(), given.answers());
    Map<Key, Seen> changes = new HashMap<>();
    for (String conclusion : told) {
      if (both.differ(conclusion)) {
        changes.put(key(both, conclusion), new Seen(1, List.of(given)));
      }
    }
    return changes;
  }

  private static Key key(Both both, String conclusion) {
    String from = both.said(true, conclusion);
    String to = both.said(false, conclusion);
    return new Key(conclusion, from, from.equals(to) ? to + ", with another value" : to, both.cause(conclusion));
  }

  private Change change(Key key, Seen seen) {
    Case smallest = seen.examples().stream().flatMap(example -> {
      List<String> questions = new ArrayList<>(example.answers().keySet());
      Collections.reverse(questions);
      return Stream.of(smaller(key, example, List.copyOf(example.answers().keySet())), smaller(key, example, questions));
    }).min(Comparator.comparing(example -> example.answers().size())).orElseThrow();
    Both both = versions.evaluate(smallest.on(), smallest.answers());
    return new Change(key.conclusion(), key.from(), key.to(), key.cause(), seen.cases(), smallest.on(),
        smallest.answers(), said(both, true, key.conclusion()), said(both, false, key.conclusion()));
  }

  /** Leaves out, one after another, every answer without which the change still happens. */
  private Case smaller(Key key, Case example, List<String> questions) {
    Map<String, Answer> answers = new LinkedHashMap<>(example.answers());
    LocalDate on = example.on();
    for (String question : questions) {
      Answer answer = answers.remove(question);
      Both both = versions.evaluate(on, answers);
      if (!both.differ(key.conclusion()) || !key(both, key.conclusion()).equals(key)) {
        answers.put(question, answer);
      }
    }
    return new Case(on, example.goals(), answers);
  }

  private static String said(Both both, boolean old, String conclusion) {
    Map<String, String> values = Distinguisher.values(old ? both.before : both.after, conclusion);
    return both.said(old, conclusion) + (values.isEmpty() ? "" : " " + values);
  }
}
