package nl.wegwijzer.rules;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import nl.wegwijzer.forms.Forms;
import nl.wegwijzer.forms.Question;
import nl.wegwijzer.text.Problems;

/** Finds what rules ask of a property in letters that are for the machine, because nobody gave it words for readers. */
final class BareValues {

  private final Forms forms;
  private final Problems problems;
  /** Each key is asked for once, at the first place that needs it. */
  private final Set<String> missing = new HashSet<>();

  BareValues(Forms forms, Problems problems) {
    this.forms = forms;
    this.problems = problems;
  }

  void check(RuleSet rules) {
    rules.rules().forEach(rule -> rule.conditions().forEach(condition -> condition.constraints().forEach(constraint -> {
      if (constraint instanceof Constraint.Compare compare) {
        Optional<Question> question = Optional.ofNullable(forms.questions().get(condition.id()));
        compare.values().forEach(value -> {
          if (value instanceof Expression.Literal literal) {
            check(rule.file(), question, compare, literal);
          }
        });
      }
    })));
  }

  private void check(String file, Optional<Question> question, Constraint.Compare compare, Expression.Literal literal) {
    String property = compare.property();
    if (literal.value() instanceof Boolean && question.filter(asked -> asked.type() == Question.Type.YES_NO).isEmpty()) {
      require(Forms.wordsOf(property), file, compare.at(), "'" + property + "'");
    } else if (literal.value() instanceof String value && question.flatMap(asked -> asked.option(value)).isEmpty()
        && !property.equals("code")) {
      require(Forms.wordsOf(property, value), file, literal.at(), "'" + value + "' of '" + property + "'");
    }
  }

  private void require(String key, String file, Position at, String what) {
    if (!forms.texts().containsKey(key) && missing.add(key)) {
      problems.add(file, at.line(), at.column(), what + " has no words for readers",
          "add " + key + ": {nl: \"…\", en: \"…\"} to the texts in forms/interface.yaml");
    }
  }
}
