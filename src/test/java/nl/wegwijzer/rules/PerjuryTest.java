package nl.wegwijzer.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import nl.wegwijzer.SmallSet;
import nl.wegwijzer.advice.Advisor;
import nl.wegwijzer.advice.Case;
import nl.wegwijzer.forms.Answer;
import nl.wegwijzer.knowledge.Completions;
import nl.wegwijzer.knowledge.Knowledge;
import nl.wegwijzer.knowledge.RandomCases;
import nl.wegwijzer.rules.Settlement.Attempt;
import nl.wegwijzer.rules.Settlement.Firing;
import nl.wegwijzer.rules.Test.Operator;
import org.junit.jupiter.api.Test;

/** Whatever is said that is not so, the witness notices. */
class PerjuryTest {

  private static final SmallSet SET = SmallSet.of("""
      P: yes-no
      Kind: choice a b
      Some: choices x y
      Age: number
      Granted: date
      Requested: date
      From: country
      """, """
      declare Until date : LocalDate end
      declare Years n : int end
      rule "until" when Granted( $g : date ) then conclude( new Until( $g.plusMonths( 3 ) ) ); end
      rule "until later" when Granted( $g : date, date >= day("2023-06-01") ) P( yes )
        then conclude( new Until( $g.plusMonths( 6 ) ) ); end
      rule "in time" when Until( $last : date ) Requested( date <= $last ) then conclude( new InTime() ); end
      rule "years" when Age( $a : value, value < 40 ) then conclude( new Years( $a ) ); end
      rule "few" when Years( n > 17 ) Some( values contains "x" ) then conclude( new Fit() ); end
      rule "unclear" when Kind( value == "b" ) From( group != "eu" ) then notSettled( new Fit() ); end
      rule "late" when not InTime() Kind( value in ( "a" ) ) then conclude( new Late() ); end
      rule "all" when Fit() InTime() From( !mvvExempt ) then conclude( new All() ); end
      rule "may" when not Fit() P( yes ) then conclude( new May() ); end
      """);
  private static final Map<Operator, Operator> OPPOSITE = Map.of(Operator.EQUAL, Operator.NOT_EQUAL,
      Operator.NOT_EQUAL, Operator.EQUAL, Operator.LESS, Operator.AT_LEAST, Operator.AT_LEAST, Operator.LESS,
      Operator.MORE, Operator.AT_MOST, Operator.AT_MOST, Operator.MORE, Operator.IN, Operator.NOT_IN,
      Operator.CONTAINS, Operator.NOT_CONTAINS);
  private static final int CASES = 400;

  private static final Knowledge KNOWLEDGE = SET.lifted();
  private static final Court COURT = new Court(KNOWLEDGE, KNOWLEDGE.forms().goals(), 1);

  /** What is said of a case: by settlement, and whether something is asked for a goal. */
  private record Said(Function<String, Settlement> of, Predicate<String> asks) {

    Said(RuleSet rules, Case given) {
      this(new Evaluation(rules, given.on(), given.answers()));
    }

    private Said(Evaluation evaluation) {
      this(evaluation::of, goal -> !Advisor.progress(evaluation, List.of(goal)).next().isEmpty());
    }

    Said changed(UnaryOperator<Settlement> change) {
      return new Said(id -> change.apply(of.apply(id)), asks);
    }
  }

  /** What the first case that is not borne out is about; or an empty text. */
  private static String noticed(Function<Case, Said> said) {
    RandomCases cases = new RandomCases(KNOWLEDGE, 1);
    for (int i = 0; i < CASES; i++) {
      Case given = cases.next();
      Map<String, Answer> answers = given.answers();
      answers.values().removeIf(answer -> !answer.isKnown());
      Said what = said.apply(given);
      try {
        COURT.hear(given.on(), answers, 2, what.of(), what.asks());
      } catch (AssertionError e) {
        return e.getMessage();
      }
    }
    return "";
  }

  private static void assertNoticed(String what, UnaryOperator<Settlement> change) {
    assertThat(noticed(given -> new Said(SET.rules(), given).changed(change))).as(what).isNotEmpty();
  }

  @Test
  void truthIsBorneOut() {
    assertThat(noticed(given -> new Said(SET.rules(), given))).isEmpty();
  }

  @Test
  void everyComparisonTurnedRoundIsNoticed() {
    List<RuleSet> others = new ArrayList<>();
    for (Rule rule : SET.rules().rules()) {
      for (int i = 0; i < rule.conditions().size(); i++) {
        Condition condition = rule.conditions().get(i);
        List<Constraint> constraints = condition.constraints();
        for (int j = 0; j < constraints.size(); j++) {
          if (constraints.get(j) instanceof Constraint.Compare compare) {
            List<Constraint> turned = new ArrayList<>(constraints);
            turned.set(j, new Constraint.Compare(compare.property(), OPPOSITE.get(compare.operator()),
                compare.values(), compare.at()));
            List<Condition> conditions = new ArrayList<>(rule.conditions());
            conditions.set(i, condition instanceof Condition.OfAnswer
                ? new Condition.OfAnswer(condition.id(), turned, condition.at())
                : new Condition.OfConclusion(condition.id(), turned, condition.at()));
            others.add(SET.rules().replacing(rule, List.of(rule.with(conditions))));
          }
        }
      }
    }
    assertThat(others).hasSizeGreaterThan(10).allSatisfy(rules ->
        assertThat(noticed(given -> new Said(rules, given))).isNotEmpty());
  }

  @Test
  void verdictsThatComeTooEarlyTooLateOrOtherwiseAreNoticed() {
    for (Truth truth : Truth.values()) {
      for (Truth other : Truth.values()) {
        if (truth != other) {
          assertNoticed(truth + " said to be " + other, said -> said.truth() != truth ? said : Settlement.of(
              said.number(), said.conclusion(), other, said.firings(), said.attempts(), said.isOpen()));
        }
      }
    }
    assertNoticed("open to more", said -> Settlement.of(said.number(), said.conclusion(), said.truth(), said.firings(),
        said.attempts(), !said.isOpen()));
  }

  @Test
  void proofsAndValuesThatAreNotSoAreNoticed() {
    assertNoticed("a value less", said -> said.firings().size() < 2 ? said : with(said, said.firings().subList(0, 1)));
    assertNoticed("another value", said -> !said.conclusion().equals("Years") ? said
        : with(said, said.firings().stream().map(firing -> new Firing(firing.rule(),
            Map.of("n", (Integer) firing.values().get("n") + 1), firing.certainty(), firing.bindings(),
            firing.premises())).toList()));
    assertNoticed("nothing bound", said -> with(said, said.firings().stream().map(firing -> new Firing(firing.rule(),
        firing.values(), firing.certainty(), Bindings.NONE, firing.premises())).toList()));
    assertNoticed("another premise", said -> !said.conclusion().equals("InTime") ? said
        : with(said, said.firings().stream().map(firing -> new Firing(firing.rule(), firing.values(),
            firing.certainty(), firing.bindings(), List.of(firing, firing))).toList()));
  }

  private static Settlement with(Settlement said, List<Firing> firings) {
    return Settlement.of(said.number(), said.conclusion(), said.truth(), firings, said.attempts(), said.isOpen());
  }

  @Test
  void conditionsThatAreNotSoAreNoticed() {
    for (Truth truth : Truth.values()) {
      for (Truth other : Truth.values()) {
        if (truth != other) {
          assertNoticed("a condition " + truth + " said to be " + other, said -> attempts(said, attempt ->
              with(attempt, attempt.truth(), attempt.conditions().stream()
                  .map(condition -> condition == truth ? other : condition).toList(), attempt.bindings(),
                  attempt.more())));
        }
      }
      assertNoticed("a rule said to be " + truth, said -> attempts(said, attempt ->
          with(attempt, truth, attempt.conditions(), attempt.bindings(), attempt.more())));
    }
    assertNoticed("more", said -> attempts(said, attempt -> with(attempt, attempt.truth(),
        attempt.conditions(), attempt.bindings(), !attempt.more())));
    assertNoticed("nothing bound", said -> attempts(said, attempt -> with(attempt, attempt.truth(),
        attempt.conditions(), Bindings.NONE, attempt.more())));
  }

  private static Attempt with(Attempt attempt, Truth truth, List<Truth> conditions, Bindings bindings, boolean more) {
    Settlement[] below = new Settlement[conditions.size()];
    Arrays.setAll(below, attempt::below);
    return new Attempt(attempt.wired(), truth, conditions.toArray(Truth[]::new), below, bindings, more);
  }

  private static Settlement attempts(Settlement said, UnaryOperator<Attempt> change) {
    return Settlement.of(said.number(), said.conclusion(), said.truth(), said.firings(),
        said.attempts().stream().map(change).toList(), said.isOpen());
  }

  @Test
  void questionThatIsNotAskedIsNoticed() {
    assertThat(noticed(given -> new Said(new Said(SET.rules(), given).of(), goal -> false))).contains("nothing is asked");
  }

  /** Complete answers alone notice it too, without the witness. */
  @Test
  void refusalThatComesTooEarlyIsNoticedByCompleteAnswers() {
    RandomCases cases = new RandomCases(KNOWLEDGE, 1);
    Foresight foresight = new Foresight(new ClosedWorld(SET.rules(), SET.forms(), SET.forms().goals()),
        new Completions(KNOWLEDGE, 1)::of);
    String noticed = "";
    for (int i = 0; i < CASES && noticed.isEmpty(); i++) {
      Case given = cases.next();
      Said said = new Said(SET.rules(), given).changed(one -> one.truth() != Truth.OPEN ? one
          : Settlement.of(one.number(), one.conclusion(), Truth.FALSE, List.of(), one.attempts(), false));
      try {
        foresight.hold(given.on(), given.answers(), 2, said.of(), said.asks());
      } catch (AssertionError e) {
        noticed = e.getMessage();
      }
    }
    assertThat(noticed).contains("is said to be FALSE, but is TRUE");
  }
}
