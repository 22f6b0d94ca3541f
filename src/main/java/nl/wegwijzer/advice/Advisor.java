package nl.wegwijzer.advice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import nl.wegwijzer.advice.Advice.Deadline;
import nl.wegwijzer.forms.Answer;
import nl.wegwijzer.forms.Conclusion;
import nl.wegwijzer.forms.Forms;
import nl.wegwijzer.forms.Outcome;
import nl.wegwijzer.rules.Certainty;
import nl.wegwijzer.rules.Engine;
import nl.wegwijzer.rules.Evaluation;
import nl.wegwijzer.rules.RuleSet;
import nl.wegwijzer.rules.Settlement;
import nl.wegwijzer.rules.Truth;

/** Answers a case from one knowledge version; a pure function without a clock. Thread-safe. */
public final class Advisor {

  private final String knowledge;
  private final Forms forms;
  private final RuleSet rules;
  private final Supplier<Engine> engine;

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

  /** The advice on a case, confirmed by Drools. */
  public Advice advise(Case given) {
    return advise(given, engine.get().evaluate(demanded(given.goals()), given.on(), given.answers()));
  }

  /** The same advice from the lifted rules alone; for work that needs it millions of times. */
  public Advice adviseLifted(Case given) {
    return advise(given, new Evaluation(rules, given.on(), given.answers()));
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
    Progress progress = progress(evaluation, given.goals());
    Explaining explaining = new Explaining(evaluation);
    List<Advice.Goal> goals = given.goals().stream().map(goal -> goal(goal, evaluation, explaining)).toList();
    return new Advice(knowledge, given.on(), progress.next(), progress.atMostRemaining(), goals);
  }

  private Advice.Goal goal(String id, Evaluation evaluation, Explaining explaining) {
    Settlement settlement = evaluation.of(id);
    List<Reason.Concluded> details = details(id).stream()
        .filter(detail -> evaluation.of(detail).truth() == Truth.TRUE).map(explaining::proof).toList();
    List<String> told = new ArrayList<>(details(id));
    told.add(0, id);
    Map<String, Object> values = explaining.values(rules, told);
    Truth truth = settlement.truth();
    List<Reason> because = truth == Truth.TRUE ? List.of(explaining.proof(id))
        : truth == Truth.UNSETTLED ? explaining.leftOpen(id) : List.of();
    Certainty certainty = truth == Truth.TRUE ? settlement.firings().get(0).certainty()
        : truth == Truth.FALSE ? evaluation.certaintyOfNo(id) : null;
    return new Advice.Goal(id, Explaining.verdict(truth), certainty, because,
        truth == Truth.FALSE ? explaining.refusal(id) : List.of(),
        truth == Truth.OPEN ? Asking.openOn(evaluation, id) : List.of(), explaining.checklist(id), values,
        deadlines(values), details);
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
