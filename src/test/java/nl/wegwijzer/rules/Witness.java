package nl.wegwijzer.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import nl.wegwijzer.forms.Answer;
import nl.wegwijzer.forms.Forms;
import org.kie.api.runtime.KieSession;

/**
 * Says what holds, fails, waits or is left open from what Drools matches, without the lifted evaluation.
 *
 * <p>Every comparison in the rules has a probe, so that Drools does all comparing, joining and counting of terms. From
 * its hits, and from which questions are answered, plain Java derives the rest along the graph of the rules, layer by
 * layer: what has failed in one layer is inserted as settled before the layer that negates it is looked at. Thread-safe.
 */
public final class Witness {

  private final RuleSet rules;
  private final Map<String, List<Probed>> about = new HashMap<>();
  private final List<Probed> probed = new ArrayList<>();
  private final List<List<String>> layers = new ArrayList<>();
  private final Set<String> negated;
  private final Program program;

  /** For everything that some goals rest on. */
  public Witness(RuleSet rules, Forms forms, Collection<String> goals) {
    this.rules = rules;
    Set<String> closure = rules.closure(goals);
    this.negated = rules.negated();
    Probed.Writer writer = new Probed.Writer();
    Map<String, Integer> depths = new LinkedHashMap<>();
    for (String id : closure) {
      if (rules.isConclusion(id)) {
        depth(id, depths);
        for (Rule rule : rules.rulesFor(id)) {
          Probed next = writer.add(probed.size(), rule);
          probed.add(next);
          about.computeIfAbsent(id, key -> new ArrayList<>()).add(next);
        }
      }
    }
    depths.forEach((id, depth) -> {
      while (layers.size() <= depth) {
        layers.add(new ArrayList<>());
      }
      layers.get(depth).add(id);
    });
    this.program = Program.compile("import " + Hits.class.getCanonicalName() + "\nimport " + LocalDate.class.getName()
        + "\nglobal Hits hits\n" + DrlWriter.type(DrlWriter.SETTLED, Map.of("conclusion", ValueType.TEXT)) + "\n",
        rules, forms, closure, writer.drl());
  }

  /** How many negations lie below a conclusion; notes it after all that it rests on. */
  private int depth(String id, Map<String, Integer> depths) {
    Integer known = depths.get(id);
    if (known != null || !rules.isConclusion(id)) {
      return known == null ? 0 : known;
    }
    int depth = 0;
    for (Rule rule : rules.rulesFor(id)) {
      for (Condition condition : rule.conditions()) {
        depth = Math.max(depth, depth(condition.id(), depths) + (condition instanceof Condition.Not ? 1 : 0));
      }
    }
    depths.put(id, depth);
    return depth;
  }

  /**
   * Compares what is said of a case with what Drools makes of it.
   *
   * @return the conclusions that were said to end in a silence although the witness sees them open: that is to be
   *     tried out with complete answers
   * @throws AssertionError when they differ
   */
  public Set<String> confirm(LocalDate on, Map<String, Answer> answers, Function<String, Settlement> said) {
    Map<String, Testimony> heard = testify(on, answers, id -> said.apply(id).truth() == Truth.UNSETTLED);
    List<String> differences = new ArrayList<>();
    heard.values().forEach(testimony -> Comparison.compare(testimony, said, differences));
    if (!differences.isEmpty()) {
      throw new AssertionError("on " + on + ", answers " + answers + ":\n" + String.join("\n", differences));
    }
    return heard.values().stream().filter(Testimony::isClaimed).map(Testimony::conclusion).collect(Collectors.toSet());
  }

  /**
   * What the witness says of everything that the goals rest on.
   *
   * @param silent whether an open conclusion is said to end in a silence whatever is answered, which the witness
   *     cannot see
   */
  Map<String, Testimony> testify(LocalDate on, Map<String, Answer> answers, Predicate<String> silent) {
    Hits hits = new Hits();
    KieSession session = program.session();
    try {
      session.setGlobal("hits", hits);
      program.facts(on, answers).forEach(session::insert);
      Program.fire(session);
      Hearing hearing = new Hearing(hits, on, answers, silent);
      for (List<String> layer : layers) {
        boolean told = false;
        for (String id : layer) {
          if (hearing.hear(id) == Truth.FALSE && negated.contains(id)) {
            session.insert(program.fact(DrlWriter.SETTLED, Map.of("conclusion", id)));
            told = true;
          }
        }
        if (told) {
          Program.fire(session);
        }
      }
      hits.fires().forEach(hearing::fired);
      return hearing.heard;
    } finally {
      session.dispose();
    }
  }

  /** What is derived from the hits in one case. */
  private final class Hearing {

    private final Hits hits;
    private final LocalDate on;
    private final Map<String, Answer> answers;
    private final Predicate<String> silent;
    private final Map<String, Testimony> heard = new LinkedHashMap<>();

    Hearing(Hits hits, LocalDate on, Map<String, Answer> answers, Predicate<String> silent) {
      this.hits = hits;
      this.on = on;
      this.answers = answers;
      this.silent = silent;
    }

    /** One success is enough; a conclusion has failed when all its rules have. */
    Truth hear(String id) {
      List<Testimony.Try> tries = new ArrayList<>();
      Truth concluded = Truth.FALSE;
      Truth leftOpen = Truth.FALSE;
      boolean open = false;
      for (Probed rule : about.get(id)) {
        Trial trial = new Trial(rule);
        trial.from(0, Truth.TRUE);
        Testimony.Try one = Testimony.Try.of(rule.rule(), trial.branches);
        tries.add(one);
        if (rule.rule().leavesOpen()) {
          leftOpen = leftOpen.or(one.truth());
        } else {
          concluded = concluded.or(one.truth());
          open |= one.more();
        }
      }
      Truth truth = concluded != Truth.FALSE ? concluded : leftOpen == Truth.TRUE ? Truth.UNSETTLED : leftOpen;
      boolean claimed = truth == Truth.OPEN && silent.test(id);
      truth = claimed ? Truth.UNSETTLED : truth;
      heard.put(id, new Testimony(id, truth, new ArrayList<>(), tries, open, claimed));
      return truth;
    }

    /** Only at the end, so that a rule that fires although it was derived to wait or to fail is noticed. */
    void fired(Hits.Fire fire) {
      Probed rule = probed.get(fire.rule());
      String id = rule.rule().conclusion();
      List<Map<String, Object>> premises = new ArrayList<>();
      for (int i = 0; i < fire.premises().length; i++) {
        Object premise = fire.premises()[i];
        premises.add(premise == null ? null : values(premise, rule.rule().conditions().get(i).id()));
      }
      Map<String, Object> bound = new HashMap<>();
      int i = 0;
      for (String variable : rule.binders().keySet()) {
        bound.put(variable, fire.bound()[i++]);
      }
      heard.get(id).ways().add(new Testimony.Way(rule.rule(),
          fire.made() == null ? Map.of() : values(fire.made(), id), premises, bound));
    }

    private Map<String, Object> values(Object fact, String conclusion) {
      return program.values(fact, rules.fieldsOf(conclusion));
    }

    private Answer answer(Condition condition) {
      return condition.id().equals(RuleSet.REFERENCE_DATE) ? new Answer.Date(on) : answers.get(condition.id());
    }

    private boolean isAnswered(Condition condition) {
      Answer answer = answer(condition);
      return answer != null && answer.isKnown();
    }

    /** One rule, with every choice of the facts that its conditions are about. */
    private final class Trial {

      private final Probed probed;
      private final List<Condition> conditions;
      private final Truth[] truths;
      private final Object[] facts;
      private final List<Testimony.Branch> branches = new ArrayList<>(1);

      Trial(Probed probed) {
        this.probed = probed;
        this.conditions = probed.rule().conditions();
        this.truths = new Truth[conditions.size()];
        this.facts = new Object[truths.length];
      }

      void from(int index, Truth before) {
        if (index == truths.length) {
          branches.add(new Testimony.Branch(before, List.of(truths), bound()));
          return;
        }
        Condition condition = conditions.get(index);
        if (condition instanceof Condition.OfAnswer) {
          go(index, null, isAnswered(condition) ? compared(index, before) : Truth.OPEN, before);
        } else if (condition instanceof Condition.Not) {
          go(index, null, heard.get(condition.id()).truth().not(), before);
        } else {
          ofConclusion(index, heard.get(condition.id()), before);
        }
      }

      private void go(int index, Object fact, Truth truth, Truth before) {
        facts[index] = fact;
        truths[index] = truth;
        from(index + 1, before.and(truth));
      }

      private void ofConclusion(int index, Testimony below, Truth before) {
        if (below.truth() != Truth.TRUE) {
          go(index, null, below.truth(), before);
          return;
        }
        Collection<Object> all = hits.facts(below.conclusion());
        List<Object> refused = new ArrayList<>();
        for (Object fact : all) {
          facts[index] = fact;
          Truth truth = compared(index, before);
          if (truth == Truth.FALSE) {
            refused.add(fact);
          } else {
            go(index, fact, truth, before);
          }
        }
        boolean canBeOther = below.isOpen() && !rules.fieldsOf(below.conclusion()).isEmpty();
        if (canBeOther) {
          go(index, null, Truth.OPEN, before);
        } else if (refused.size() == all.size()) {
          // Each of the values that do not fit may be told as the one that did not.
          refused.forEach(fact -> go(index, fact, Truth.FALSE, before));
        }
      }

      /** What Drools said of the comparisons of a condition whose own fact is there. */
      private Truth compared(int index, Truth before) {
        boolean waits = false;
        for (Probed.Probe probe : probed.probes().get(index)) {
          List<Object> about = new ArrayList<>(2);
          boolean decided = true;
          for (int need : probe.needs()) {
            decided &= need == index || isThere(need);
            if (facts[need] != null) {
              about.add(facts[need]);
            }
          }
          if (decided && !hits.has(probe.number(), about)) {
            return Truth.FALSE;
          }
          waits |= !decided;
        }
        // It waits for a value that an answer or nothing but the report can give.
        return !waits ? Truth.TRUE : before == Truth.UNSETTLED ? Truth.UNSETTLED : Truth.OPEN;
      }

      private boolean isThere(int index) {
        return conditions.get(index) instanceof Condition.OfAnswer ? isAnswered(conditions.get(index))
            : facts[index] != null;
      }

      private Map<String, Object> bound() {
        if (probed.binders().isEmpty()) {
          return Map.of();
        }
        Map<String, Object> bound = new HashMap<>();
        probed.binders().forEach((variable, binder) -> {
          Condition condition = conditions.get(binder.condition());
          bound.put(variable, !isThere(binder.condition()) ? null
              : condition instanceof Condition.OfAnswer ? Properties.value(answer(condition), binder.property())
              : program.value(facts[binder.condition()], binder.property()));
        });
        return bound;
      }
    }
  }
}
