package nl.wegwijzer.advice;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import nl.wegwijzer.advice.Advice.Deadline;
import nl.wegwijzer.forms.Answer;
import nl.wegwijzer.forms.Conclusion;
import nl.wegwijzer.forms.Forms;
import nl.wegwijzer.forms.Outcome;
import nl.wegwijzer.rules.Certainty;
import nl.wegwijzer.rules.ConditionKeys;
import nl.wegwijzer.rules.Engine;
import nl.wegwijzer.rules.Evaluation;
import nl.wegwijzer.rules.RuleSet;
import nl.wegwijzer.rules.Settlement;
import nl.wegwijzer.rules.Truth;

/**
 * Answers a case from one knowledge version; a pure function without a clock. What Drools has confirmed is kept by
 * condition key, so that it decides each key once. Thread-safe.
 */
public final class Advisor {

  /** Some tens of megabytes, whatever the goals. */
  private static final int KEPT = 500_000;

  private final String knowledge;
  private final Forms forms;
  private final RuleSet rules;
  private final Supplier<Engine> engine;
  private final Cache<List<String>, Plan> plans = Caffeine.newBuilder().maximumSize(1_000).build();
  private final Cache<ConditionKeys.Key, Decision> decisions = Caffeine.newBuilder().maximumWeight(KEPT)
      .weigher((ConditionKeys.Key key, Decision decision) -> decision.weight()).build();

  /** An advisor without Drools, which can only {@link #adviseLifted}; for rules that are tried out. */
  public static Advisor lifted(Forms forms, RuleSet rules) {
    return new Advisor("", forms, rules, null);
  }

  public Advisor(String knowledge, Forms forms, RuleSet rules, Supplier<Engine> engine) {
    this.knowledge = knowledge;
    this.forms = forms;
    this.rules = rules;
    this.engine = engine;
  }

  /**
   * What is the same for every case with the same goals.
   *
   * @param demanded the goals, and the details that are told beside them
   * @param keys nothing without Drools, which is what the keys save, or where there are too many conditions
   */
  private record Plan(Set<String> demanded, List<Topic> topics, Optional<ConditionKeys> keys) {}

  /**
   * What is told about a goal.
   *
   * @param valued the conclusions of which the values are told
   */
  private record Topic(List<String> details, Collection<String> valued) {}

  private Plan plan(List<String> goals) {
    return plans.get(List.copyOf(goals), this::makePlan);
  }

  private Plan makePlan(List<String> goals) {
    Set<String> demanded = demanded(goals);
    List<Topic> topics = goals.stream().map(goal -> {
      List<String> told = new ArrayList<>(details(goal));
      told.add(0, goal);
      return new Topic(details(goal), List.copyOf(rules.valued(told)));
    }).toList();
    return new Plan(demanded, topics, engine == null ? Optional.empty() : rules.conditionKeys(demanded));
  }

  /** The advice on a case, confirmed by Drools. */
  public Advice advise(Case given) {
    ConditionKeys.Key key = key(given);
    Decision known = key == null ? null : decisions.getIfPresent(key);
    if (known != null) {
      Evaluation evaluation = lifted(given);
      return bind(given, new Explaining(evaluation, new Nearest(evaluation)), known);
    }
    Evaluation evaluation = confirmed(given);
    Nearest nearest = new Nearest(evaluation);
    return bind(given, new Explaining(evaluation, nearest), keep(key, decide(given.goals(), evaluation, nearest)));
  }

  /** The same advice without what is known from earlier cases. */
  public Advice adviseAfresh(Case given) {
    return advise(given, confirmed(given));
  }

  /** The same advice from the lifted rules alone; for work that needs it millions of times. */
  public Advice adviseLifted(Case given) {
    return advise(given, lifted(given));
  }

  /** Only what the advice shares with all cases of the same condition key, confirmed by Drools. */
  public Decision decide(Case given) {
    ConditionKeys.Key key = key(given);
    Decision known = key == null ? null : decisions.getIfPresent(key);
    return known != null ? known : keep(key, decide(given, confirmed(given)));
  }

  /** The same decision from the lifted rules alone. */
  public Decision decideLifted(Case given) {
    return decide(given, lifted(given));
  }

  /** Null where the goals rest on too many conditions for a key. */
  private ConditionKeys.Key key(Case given) {
    Optional<ConditionKeys> keys = plan(given.goals()).keys();
    return keys.isPresent() ? keys.get().key(given.on(), given.answers()) : null;
  }

  private Decision keep(ConditionKeys.Key key, Decision decision) {
    if (key != null) {
      decisions.put(key, decision);
    }
    return decision;
  }

  private Evaluation lifted(Case given) {
    return new Evaluation(rules, given.on(), given.answers());
  }

  private Evaluation confirmed(Case given) {
    return engine.get().evaluate(plan(given.goals()).demanded(), given.on(), given.answers());
  }

  /** The conclusions that say that answers of this case cannot all be right. */
  public List<String> contradictions(LocalDate on, Map<String, Answer> answers) {
    Evaluation evaluation = new Evaluation(rules, on, answers);
    return forms.conclusions().values().stream().filter(Conclusion::contradiction).map(Conclusion::id)
        .filter(id -> evaluation.of(id).truth() == Truth.TRUE).toList();
  }

  /** The questions on which a conclusion rests. */
  public Set<String> questionsOf(String conclusion) {
    Set<String> questions = new LinkedHashSet<>(rules.closure(List.of(conclusion)));
    questions.retainAll(forms.questions().keySet());
    return questions;
  }

  /** Only what comes next: far cheaper than the whole advice. */
  public static Progress progress(Evaluation evaluation, List<String> goals) {
    Asking asking = new Asking(evaluation);
    goals.forEach(asking::goal);
    return new Progress(asking.next(), asking.atMostRemaining());
  }

  /** The questions that can be asked now, the best one first, and how many can still come at most. */
  public record Progress(List<Advice.Ask> next, int atMostRemaining) {}

  /** Goals, and the details that are told beside them. */
  public Set<String> demanded(Collection<String> goals) {
    Set<String> demanded = new LinkedHashSet<>(goals);
    goals.forEach(goal -> demanded.addAll(details(goal)));
    return demanded;
  }

  private List<String> details(String goal) {
    Outcome outcome = forms.outcomes().get(goal);
    return outcome == null ? List.of() : outcome.details();
  }

  private Advice advise(Case given, Evaluation evaluation) {
    Nearest nearest = new Nearest(evaluation);
    return bind(given, new Explaining(evaluation, nearest), decide(given.goals(), evaluation, nearest));
  }

  private static Decision decide(Case given, Evaluation evaluation) {
    return decide(given.goals(), evaluation, new Nearest(evaluation));
  }

  private static Decision decide(List<String> goals, Evaluation evaluation, Nearest nearest) {
    Asking asking = new Asking(evaluation);
    List<Decision.Goal> decided = new ArrayList<>(goals.size());
    for (String goal : goals) {
      decided.add(decide(goal, asking.goal(goal), evaluation, nearest));
    }
    return new Decision(asking.next(), asking.atMostRemaining(), Collections.unmodifiableList(decided));
  }

  private static Decision.Goal decide(String goal, Asking.Open open, Evaluation evaluation, Nearest nearest) {
    Settlement settlement = evaluation.of(goal);
    Truth truth = settlement.truth();
    Certainty certainty = truth == Truth.TRUE ? settlement.firings().get(0).certainty()
        : truth == Truth.FALSE ? evaluation.certaintyOfNo(settlement) : null;
    // What no answer can decide any more is open for the silence of the report alone.
    boolean silent = truth == Truth.OPEN && !open.asks() && !Asking.canDecide(evaluation, goal);
    return new Decision.Goal(goal, silent ? Verdict.UNSETTLED : Explaining.verdict(truth), certainty,
        truth == Truth.FALSE ? nearest.unmet(settlement) : List.of(),
        silent ? List.of() : open.openOn());
  }

  /** Binds a decision to the person's own values. */
  private Advice bind(Case given, Explaining explaining, Decision decision) {
    List<Topic> topics = plan(given.goals()).topics();
    List<Advice.Goal> goals = new ArrayList<>(topics.size());
    for (int i = 0; i < topics.size(); i++) {
      goals.add(bind(decision.goals().get(i), topics.get(i), explaining));
    }
    return new Advice(knowledge, given.on(), decision.next(), decision.atMostRemaining(),
        Collections.unmodifiableList(goals));
  }

  private Advice.Goal bind(Decision.Goal decided, Topic topic, Explaining explaining) {
    String id = decided.id();
    Verdict verdict = decided.verdict();
    List<Reason.Concluded> details = new ArrayList<>(0);
    for (String detail : topic.details()) {
      if (explaining.evaluation().of(detail).truth() == Truth.TRUE) {
        details.add(explaining.proof(detail));
      }
    }
    Map<String, Object> values = explaining.values(topic.valued());
    List<Reason> because = verdict == Verdict.YES ? List.of(explaining.proof(id))
        : verdict == Verdict.UNSETTLED ? explaining.leftOpen(id) : List.of();
    return new Advice.Goal(id, verdict, decided.certainty(), because,
        verdict == Verdict.NO ? explaining.refusal(id) : List.of(), decided.openOn(), explaining.checklist(id), values,
        deadlines(values), Collections.unmodifiableList(details));
  }

  private List<Deadline> deadlines(Map<String, Object> values) {
    List<Deadline> deadlines = new ArrayList<>();
    values.forEach((key, value) -> {
      int dot = key.indexOf('.');
      Conclusion conclusion = forms.conclusions().get(key.substring(0, dot));
      conclusion.deadline().filter(note -> note.field().equals(key.substring(dot + 1))).ifPresent(note ->
          deadlines.add(new Deadline(conclusion.id(), (LocalDate) value, note.countedFrom(), note.convention())));
    });
    return List.copyOf(deadlines);
  }
}
