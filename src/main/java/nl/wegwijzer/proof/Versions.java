package nl.wegwijzer.proof;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import nl.wegwijzer.forms.Answer;
import nl.wegwijzer.forms.Country;
import nl.wegwijzer.forms.Forms;
import nl.wegwijzer.forms.Question;
import nl.wegwijzer.knowledge.Knowledge;
import nl.wegwijzer.proof.Impact.Kind;
import nl.wegwijzer.proof.Impact.QuestionChange;
import nl.wegwijzer.proof.Impact.RuleChange;
import nl.wegwijzer.rules.Condition;
import nl.wegwijzer.rules.Evaluation;
import nl.wegwijzer.rules.Rule;
import nl.wegwijzer.rules.RuleSet;
import nl.wegwijzer.rules.Settlement;
import nl.wegwijzer.rules.Truth;

/** Two versions of the knowledge side by side, and the rules in which they differ. */
final class Versions {

  final Knowledge before;
  final Knowledge after;
  final List<QuestionChange> questionChanges;
  /** The questions of both; where both have one, as the new version words it, with the options of both. */
  final Forms forms;
  /** Countries about which the versions know different things. */
  final List<Country> changedCountries;
  private final Map<String, RuleChange> changes = new LinkedHashMap<>();
  private final Map<String, List<String>> below = new ConcurrentHashMap<>();
  private final Map<String, List<String>> changedRules = new ConcurrentHashMap<>();
  private final Set<String> retyped = new LinkedHashSet<>();

  Versions(Knowledge before, Knowledge after) {
    this.before = before;
    this.after = after;
    Map<String, Question> questions = new LinkedHashMap<>(before.forms().questions());
    after.forms().questions().forEach((id, question) -> questions.merge(id, question, this::both));
    questionChanges = QuestionChange.between(before.forms().questions(), after.forms().questions());
    Forms ofAfter = after.forms();
    this.forms = new Forms(ofAfter.journeys(), questions, ofAfter.conclusions(), ofAfter.outcomes(), ofAfter.texts(),
        ofAfter.countries());
    this.changedCountries = ofAfter.countries().all().stream().filter(country -> before.forms().countries()
        .find(country.code()).filter(old -> old.properties().equals(country.properties())).isEmpty()).toList();
    compareRules();
  }

  /** The question as it is now, with the options that it had: people to whom those apply are still there. */
  private Question both(Question old, Question now) {
    if (old.type() != now.type()) {
      retyped.add(now.id());
      return now;
    }
    List<Question.Option> options = new ArrayList<>(now.options());
    old.options().stream().filter(option -> now.option(option.id()).isEmpty()).forEach(options::add);
    return new Question(now.id(), now.type(), now.ask(), now.label(), now.hint(), now.why(), now.dontKnow(), options,
        now.range(), now.countries(), now.file(), now.line());
  }

  private void compareRules() {
    Map<String, Rule> old = new LinkedHashMap<>();
    before.rules().rules().forEach(rule -> old.put(rule.name(), rule));
    for (Rule rule : after.rules().rules()) {
      Rule earlier = old.remove(rule.name());
      if (earlier == null) {
        change(Kind.ADDED, rule);
      } else if (!content(earlier).equals(content(rule))) {
        change(Kind.CHANGED, rule);
      }
    }
    old.values().forEach(rule -> change(Kind.REMOVED, rule));
  }

  private void change(Kind kind, Rule rule) {
    changes.put(rule.name(), new RuleChange(kind, rule.name(), rule.file() + ":" + rule.line()));
  }

  /** All that decides what a rule does, without where it stands. */
  private static String content(Rule rule) {
    return (rule.conditions() + " " + rule.certainty() + rule.leavesOpen() + rule.conclusion() + rule.arguments())
        .replaceAll("Position\\[[^\\]]*\\]", "");
  }

  List<RuleChange> changes() {
    return List.copyOf(changes.values());
  }

  /** Whether the change can make a difference to these conclusions at all. */
  boolean touch(Collection<String> conclusions) {
    return !changedCountries.isEmpty() || Stream.of(before, after).anyMatch(version ->
        version.rules().closure(conclusions).stream().anyMatch(id -> version.rules().rulesFor(id).stream()
            .anyMatch(rule -> changes.containsKey(rule.name()))));
  }

  /** Whether both versions take the same answers to the question. */
  boolean isComparable(String question) {
    return !retyped.contains(question);
  }

  private List<String> below(String conclusion) {
    return rulesFor(conclusion).flatMap(rule -> rule.conditions().stream())
        .filter(condition -> !(condition instanceof Condition.OfAnswer)).map(Condition::id).distinct().toList();
  }

  private List<String> changedRules(String conclusion) {
    return rulesFor(conclusion).map(Rule::name).filter(changes::containsKey).distinct().toList();
  }

  private Stream<Rule> rulesFor(String conclusion) {
    return Stream.of(after, before).flatMap(version -> version.rules().rulesFor(conclusion).stream());
  }

  /** A case, evaluated by both versions. */
  Both evaluate(LocalDate on, Map<String, Answer> answers) {
    Map<String, Answer> old = answers;
    if (!changedCountries.isEmpty()) {
      old = new HashMap<>(answers);
      old.replaceAll((id, answer) -> answer instanceof Answer.Country country
          ? before.forms().countries().find(country.country().code()).<Answer>map(Answer.Country::new).orElse(answer)
          : answer);
    }
    return new Both(new Evaluation(before.rules(), on, old), new Evaluation(after.rules(), on, answers));
  }

  /** The same case in both versions. */
  final class Both {

    final Evaluation before;
    final Evaluation after;

    Both(Evaluation before, Evaluation after) {
      this.before = before;
      this.after = after;
    }

    /** What both say: verdict and certainty. */
    String said(boolean old, String conclusion) {
      Evaluation evaluation = old ? before : after;
      RuleSet rules = old ? Versions.this.before.rules() : Versions.this.after.rules();
      if (!rules.isConclusion(conclusion)) {
        return "not there";
      }
      return switch (evaluation.of(conclusion).truth()) {
        case TRUE -> "yes, " + evaluation.of(conclusion).firings().get(0).certainty().word();
        case FALSE -> "no, " + evaluation.certaintyOfNo(conclusion).word();
        case OPEN -> "open";
        case UNSETTLED -> "unsettled";
      };
    }

    boolean differ(String conclusion) {
      Settlement old = before.of(conclusion);
      Settlement now = after.of(conclusion);
      if (old.truth() != now.truth() || old.attempts().isEmpty() != now.attempts().isEmpty()) {
        return true;
      }
      return switch (old.truth()) {
        case TRUE -> old.firings().get(0).certainty() != now.firings().get(0).certainty()
            || !old.firings().get(0).values().equals(now.firings().get(0).values());
        case FALSE -> before.certaintyOfNo(conclusion) != after.certaintyOfNo(conclusion);
        default -> false;
      };
    }

    /** The rule by which a conclusion differs: down to the conclusion whose own conditions do not differ. */
    RuleChange cause(String conclusion) {
      List<String> changed = changedRules.computeIfAbsent(conclusion, Versions.this::changedRules);
      Optional<String> own = changed.stream()
          .filter(name -> attempt(before, conclusion, name) != attempt(after, conclusion, name)).findFirst();
      for (String condition : below.computeIfAbsent(conclusion, Versions.this::below)) {
        // That a condition came or went is told by the rule that no longer, or only now, rests on it.
        if (differ(condition) && (own.isEmpty() || isInBoth(condition))) {
          return cause(condition);
        }
      }
      return own.or(() -> changed.stream().findFirst()).map(changes::get)
          .orElse(new RuleChange(Kind.CHANGED, "data about countries, or the order of rules", "data/countries.csv"));
    }

    private boolean isInBoth(String conclusion) {
      return Versions.this.before.rules().isConclusion(conclusion) && Versions.this.after.rules().isConclusion(conclusion);
    }

    private static Truth attempt(Evaluation evaluation, String conclusion, String rule) {
      return evaluation.of(conclusion).attempts().stream().filter(attempt -> attempt.rule().name().equals(rule))
          .findFirst().map(Settlement.Attempt::truth).orElse(null);
    }
  }
}
