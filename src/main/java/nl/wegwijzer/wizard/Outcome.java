package nl.wegwijzer.wizard;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.wegwijzer.advice.Advice;
import nl.wegwijzer.advice.Reason;
import nl.wegwijzer.advice.Verdict;
import nl.wegwijzer.advice.Wording;
import nl.wegwijzer.forms.Answer;
import nl.wegwijzer.forms.Journey;
import nl.wegwijzer.rules.Certainty;
import nl.wegwijzer.web.Here;
import nl.wegwijzer.web.Trace;
import nl.wegwijzer.web.Walk;

/**
 * What a person is told about one goal, laid out for the outcome page.
 *
 * @param aside whether another goal, of which a person wants one, came out better
 * @param folded whether the page shows the answer alone, and the rest when asked: so for a no beside the main question
 * @param idle conditions without an answer that cannot change the verdict any more
 */
record Outcome(String id, String topic, Verdict verdict, String word, String headline, String certainty,
    String certaintyMeaning, List<String> now, String authority, String contact, List<String> documents,
    boolean aside, boolean folded, List<Check> checklist, List<String> idle, List<Waiting> waiting,
    List<Trace.Node> reasons, List<Trace.Node> refusals,
    List<Detail> details, List<Term> terms, List<String> statistics, List<String> sources) {

  /** How the terms are counted, each way once. */
  public List<String> conventions() {
    return terms.stream().map(Term::convention).distinct().toList();
  }

  /**
   * A row of the checklist.
   *
   * @param again whether an earlier goal on the page has this row too
   */
  record Check(Verdict state, String word, String label, String sentence, List<Trace.Leaf> answers,
      List<String> sources, boolean again) {}

  /** A question on which the outcome waits. */
  record Waiting(String label, String condition, boolean dontKnow, String address) {}

  /** Something worth knowing beside the answer. */
  record Detail(String label, String sentence, List<String> sources) {}

  /** A last day. */
  record Term(String id, String label, String date, String left, boolean passed, String countedFrom,
      String convention, String calendar) {}

  /** The goals in their order, those set aside last; what one goal tells, a later one does not repeat. */
  static List<Outcome> each(List<Advice.Goal> goals, Here here, Journey journey, Walk walk) {
    Set<String> told = new HashSet<>();
    List<Advice.Goal> aside = aside(goals, journey);
    Predicate<Advice.Goal> isAside = aside::contains;
    String main = goals.stream().filter(isAside.negate()).findFirst().map(Advice.Goal::id).orElse("");
    return Stream.concat(goals.stream().filter(isAside.negate()), aside.stream())
        .map(goal -> of(goal, isAside.test(goal), main, here, journey, walk, told)).toList();
  }

  /** Alternatives that are a no, unless all of them are: then that is the answer. */
  private static List<Advice.Goal> aside(List<Advice.Goal> goals, Journey journey) {
    List<Advice.Goal> alternatives = goals.stream().filter(goal -> journey.alternatives().contains(goal.id())).toList();
    List<Advice.Goal> no = alternatives.stream().filter(goal -> goal.verdict() == Verdict.NO).toList();
    return no.size() == alternatives.size() ? List.of() : no;
  }

  private static Outcome of(Advice.Goal goal, boolean aside, String main, Here here, Journey journey, Walk walk,
      Set<String> told) {
    Wording wording = here.wording();
    Trace trace = new Trace(wording);
    Set<String> sources = new LinkedHashSet<>();
    List<Advice.Row> idle = goal.verdict() == Verdict.OPEN ? List.of()
        : goal.checklist().stream().filter(row -> row.state() == Verdict.OPEN).toList();
    List<Check> checklist = goal.checklist().stream().filter(row -> !idle.contains(row))
        .sorted(Comparator.comparing(row -> goal.verdict() == Verdict.NO && row.state() != Verdict.NO))
        .map(row -> check(row, wording, trace, !told.add(row.toString()))).toList();
    checklist.forEach(row -> sources.addAll(row.sources()));
    List<Trace.Node> reasons = trace.reasons(goal.because());
    List<Trace.Node> refusals = trace.failures(goal.failed());
    collect(reasons, sources);
    collect(refusals, sources);
    Certainty certainty = goal.certainty();
    return new Outcome(goal.id(), wording.topic(goal.id()), goal.verdict(), wording.verdict(goal),
        wording.headline(goal), certainty == null ? null : wording.certainty(certainty),
        certainty == null ? null : wording.certaintyMeaning(certainty), wording.now(goal),
        wording.authority(goal).orElse(null), wording.contact(goal).orElse(null), wording.documents(goal),
        aside, goal.verdict() == Verdict.NO && !aside && !goal.id().equals(main), checklist,
        idle.stream().map(row -> wording.label(row.id())).toList(), waiting(goal, here, journey, walk), reasons, refusals, details(goal, wording, told),
        goal.deadlines().stream().map(deadline -> term(deadline, here, journey, walk)).toList(),
        here.forms().outcome(goal.id()).statistics(), List.copyOf(sources));
  }

  private static void collect(List<Trace.Node> nodes, Set<String> sources) {
    nodes.forEach(node -> {
      sources.addAll(node.sources());
      collect(node.children(), sources);
    });
  }

  private static Check check(Advice.Row row, Wording wording, Trace trace, boolean again) {
    String key = switch (row.state()) {
      case YES -> row.negated() ? "condition-exception-absent" : "condition-met";
      case NO -> row.negated() ? "condition-exception-holds" : "condition-not-met";
      case OPEN -> "condition-unknown";
      case UNSETTLED -> "condition-unsettled";
    };
    return new Check(row.state(), wording.text(key), wording.label(row), wording.sentence(row),
        trace.leaves(row), wording.sources(row.rule()), again);
  }

  private static List<Waiting> waiting(Advice.Goal goal, Here here, Journey journey, Walk walk) {
    Wording wording = here.wording();
    return goal.openOn().stream().map(open -> new Waiting(wording.label(open.question()),
        open.conclusion().equals(goal.id()) ? "" : wording.label(open.conclusion()), open.dontKnow(),
        walk.isReached(open.question()) ? Routes.question(journey, open.question(), here.language()) : null)).toList();
  }

  private static List<Detail> details(Advice.Goal goal, Wording wording, Set<String> told) {
    List<Detail> details = new ArrayList<>();
    for (Reason.Concluded detail : goal.details()) {
      String sentence = wording.sentence(detail);
      if (told.add(sentence)) {
        details.add(new Detail(wording.label(detail.conclusion()), sentence, wording.sources(detail.rule())));
      }
    }
    return details;
  }

  private static Term term(Advice.Deadline deadline, Here here, Journey journey, Walk walk) {
    Wording wording = here.wording();
    long days = ChronoUnit.DAYS.between(here.on(), deadline.date());
    String left = days < 0 ? wording.text("outcome-deadline-passed") : days == 0 ? wording.text("outcome-deadline-today")
        : days == 1 ? wording.text("outcome-deadline-left-one")
        : wording.text("outcome-deadline-left-many", Map.of("n", wording.number(days)));
    return new Term(deadline.conclusion(), wording.label(deadline.conclusion()), wording.date(deadline.date()), left,
        days < 0, countedFrom(deadline, walk, wording), wording.convention(deadline),
        Routes.calendar(journey, deadline.conclusion(), here.language()));
  }

  /** What the term runs from, with its date when that is an answer or a value of a conclusion. */
  private static String countedFrom(Advice.Deadline deadline, Walk walk, Wording wording) {
    String label = wording.label(deadline.countedFrom());
    Optional<LocalDate> from = walk.answers().get(deadline.countedFrom()) instanceof Answer.Date date
        ? Optional.of(date.date()) : walk.advice().goals().stream()
            .flatMap(goal -> goal.values().entrySet().stream())
            .filter(value -> value.getKey().startsWith(deadline.countedFrom() + "."))
            .filter(value -> value.getValue() instanceof LocalDate)
            .map(value -> (LocalDate) value.getValue()).findFirst();
    return from.map(date -> wording.text("outcome-deadline-counted-from", Map.of("label", label, "date", date)))
        .orElse(label);
  }
}
