package nl.wegwijzer.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import nl.wegwijzer.Project;
import nl.wegwijzer.RandomRules;
import nl.wegwijzer.SmallSet;
import nl.wegwijzer.forms.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What Drools gets to compile is ours to the last word, whatever an author wrote. */
class DrlWriterTest {

  private static final String TEXT = "\"[^\"\\\\\\p{Cntrl}]*\"";
  private static final String DAY = "LocalDate\\.of\\( -?\\d+, \\d+, \\d+ \\)";
  private static final String SHIFT = "(?:\\.(?:plus|minus)(?:Days|Weeks|Months|Years)\\( (?:\\d+|\\$\\w*) \\))";
  private static final String VALUE = "(?:" + TEXT + "|-?\\d+|true|false|(?:" + DAY + "|\\$\\w*)" + SHIFT + "*)";
  private static final String VALUES = VALUE + "(?:, " + VALUE + ")*";
  private static final String CONSTRAINT = "(?:\\$\\w* : p_\\w+|p_\\w+ (?:(?:[=!<>]=|[<>]|contains|not contains) "
      + VALUE + "|(?:not )?in \\( " + VALUES + " \\)))";
  private static final Pattern LINE = Pattern.compile(String.join("|",
      "package wegwijzer",
      "import nl\\.wegwijzer\\.rules\\.Fired|import java\\.time\\.LocalDate|global Fired fired",
      "declare (?:Settled|[AC]_\\w+)|rule \"\\d+\"|when|then|end",
      "  p_\\w+ : (?:boolean|int|java\\.lang\\.String|java\\.time\\.LocalDate|java\\.util\\.List) @key",
      "  Settled\\( p_conclusion == \"\\w+\" \\) not C_\\w+\\(\\)",
      "  [AC]_\\w+\\( (?:" + CONSTRAINT + "(?:, " + CONSTRAINT + ")*)? \\)",
      "  insertLogical\\( new C_\\w+\\( " + VALUES + " \\) \\);",
      "  fired\\.add\\( \\d+(?:, " + VALUES + ")? \\);"));

  private static void assertOurs(String drl) {
    assertThat(drl.lines().filter(line -> !LINE.matcher(line).matches())).isEmpty();
  }

  @Test
  void rulesOfTheProjectAreOurs() {
    assertOurs(DrlWriter.write(Project.knowledge().rules(), Project.knowledge().forms()));
  }

  @Test
  void randomRulesAreOurs() {
    for (int seed = 0; seed < 40; seed++) {
      SmallSet set = RandomRules.mixed(seed, 60);
      assertOurs(DrlWriter.write(set.rules(), set.forms()));
    }
  }

  @Test
  void theGrammarWouldNoticeCode() {
    assertThat(List.of("  System.exit( 0 );", "import java.lang.Runtime", "  eval( true )", "function void f() {}",
        "  C_X( p_a == $x.getClass() )", "  A_X( p_a == \"a\" + \"b\" )", "declare X", "  fired.add( 1 ); x();",
        "  insertLogical( new Thread() );")).noneMatch(line -> LINE.matcher(line).matches());
  }

  /** Names that mean something to Drools or Java, and texts that look like code. */
  private static final SmallSet NASTY = SmallSet.of("""
      Settled: yes-no
      LocalDate: date
      Fired: number
      String: choices end rule
      Object: choice then when
      """, """
      declare System
          end1 : LocalDate
          rule : String
          class : int
          this : boolean
          package : String
          new : String
          fired : int
          drools : boolean
          p_same : String
          _ : String
      end
      rule "*/ end rule 'x' when then System.exit(0); end // ${x} @{y} #{z} é 漢 🙂"
          @source("S: 1")
      when
          LocalDate( $class : date )
          Fired( $fired : value, value > 0 )
          Settled( $this : yes )
      then
          conclude( new System( $class.plusMonths( $fired ), "*/ ); System.exit(0); /* // '' `x` ${1+1} @{2} #{3} %s é 漢 🙂",
              $fired, $this, "insert", "new { }", 3, true, "x", "" ) );
      end
      rule "names" when
          System( rule == "*/ ); System.exit(0); /* // '' `x` ${1+1} @{2} #{3} %s é 漢 🙂", class >= 1, $_ : _, $ : end1,
              this, drools == true, $end : package )
          LocalDate( date < $ )
          String( values contains "end", values not contains "rule" )
          Object( value == "then" )
          not Rule()
      then conclude( new Class() ); end
      rule "rule" when Settled( !yes ) Object( value not in ( "when", "then" ) ) then conclude( new Rule() ); end
      """);

  @Test
  void nastyNamesAndTextsStayNamesAndTexts() {
    assertOurs(DrlWriter.write(NASTY.rules(), NASTY.forms()));
  }

  @ParameterizedTest
  @EnumSource(Engine.Mode.class)
  void nastyNamesAndTextsCompileAndHold(Engine.Mode mode) {
    Engine engine = Engine.compile(NASTY.rules(), NASTY.forms(), mode);
    Map<String, Answer> answers = NASTY.answers(SmallSet.ON, "Settled", true, "LocalDate", "2024-01-31", "Fired", 1,
        "String", List.of("end"), "Object", "then");
    Evaluation evaluation = engine.evaluate(List.of("Class", "Rule"), SmallSet.ON, answers);
    assertThat(evaluation.of("Class").truth()).isEqualTo(Truth.TRUE);
    assertThat(evaluation.of("Rule").truth()).isEqualTo(Truth.FALSE);
    assertThat(evaluation.of("System").firings().get(0).values()).hasSize(10)
        .containsEntry("end1", SmallSet.ON.withMonth(2).withDayOfMonth(29));
  }
}
