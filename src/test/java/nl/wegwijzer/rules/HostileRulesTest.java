package nl.wegwijzer.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.wegwijzer.SmallSet;
import nl.wegwijzer.forms.Forms;
import nl.wegwijzer.text.Problem;
import nl.wegwijzer.text.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rule files that try to run code, or never to end, are refused by the reader, before Drools sees anything. */
class HostileRulesTest {

  private static final String QUESTIONS = "Day: date\nYes: yes-no\nCount: number\nKind: choice a b";
  private static final String OTHERS = """
      rule "others" when Yes( yes ) Count( value > 1 ) Kind( value == "a" ) then conclude( new Others() ); end
      """;

  /** What is planted, and where. */
  private record Hostile(String place, String name, String text) {

    String rules() {
      return (place.equals("top") ? text + "\n" : "") + """
          declare Term
              date : LocalDate
          end
          rule "NAME"
              @source("S: 1")
              ANNOTATION
          when
              CONDITION
          then
              CONSEQUENCE
          end
          """.replace("NAME", place.equals("name") ? text : "a term").replace("ANNOTATION", at("annotation", ""))
          .replace("CONDITION", at("condition", "Day( $d : date )"))
          .replace("CONSEQUENCE", at("consequence", "conclude( new Term( $d ) );")) + OTHERS;
    }

    private String at(String where, String usual) {
      return place.equals(where) ? text : usual;
    }

    @Override
    public String toString() {
      return place + ": " + name;
    }
  }

  static List<Hostile> hostile() throws IOException {
    List<Hostile> all = new ArrayList<>();
    for (String entry : Files.readString(Path.of("src/test/resources/hostile.txt")).split("\n?=== ")) {
      if (!entry.startsWith("#")) {
        String[] parts = entry.split(": |\n", 3);
        all.add(new Hostile(parts[0], parts[1], parts.length > 2 ? parts[2] : ""));
      }
    }
    return all;
  }

  private static List<Problem> problems(String rules) {
    return SmallSet.withMistakes(QUESTIONS + "\n", rules).problems();
  }

  @Test
  void sameFileWithNothingPlantedIsFine() {
    assertThat(problems(new Hostile("none", "", "").rules())).isEmpty();
  }

  @Test
  void thereAreAtLeastSixty() throws IOException {
    assertThat(hostile()).hasSizeGreaterThan(120).extracting(Hostile::toString).doesNotHaveDuplicates();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("hostile")
  void hostileFileIsRefused(Hostile hostile) {
    // The forms of the small set know every class after "new", so that only the reader can refuse it.
    assertThat(problems(hostile.rules())).as(hostile.rules()).anyMatch(problem -> problem.file().endsWith(".drl"));
  }

  @Test
  void conclusionMayNotRestOnItselfByAnyDetour() {
    assertThat(problems("""
        rule "a" when Yes( yes ) C() then conclude( new A() ); end
        rule "b" when A() Count( value > 1 ) then conclude( new B() ); end
        rule "c" when Kind( value == "a" ) not B() Day( date > day("2024-01-01") ) then conclude( new C() ); end
        """)).anySatisfy(problem -> {
          assertThat(problem.message()).contains("in a circle: A → C → B → A");
          assertThat(problem.line()).isPositive();
        });
  }

  @Test
  void joinThatExplodesIsRefused() {
    StringBuilder rules = new StringBuilder("declare Value n : int end\n");
    for (int i = 0; i < 20; i++) {
      rules.append("rule \"v").append(i).append("\" when Yes( yes ) then conclude( new Value( ").append(i)
          .append(" ) ); end\n");
    }
    String two = " Value( $a : n ) Value( $b : n )";
    String rest = " Count( value > 1 ) Kind( value == \"a\" ) Day( date > day(\"2024-01-01\") )";
    String many = rules + "rule \"join\" when" + two + two.replace("$a", "$c").replace("$b", "$d") + rest
        + " then conclude( new Joined() ); end\n";
    assertThat(problems(many)).singleElement().asString().contains("joins more than 10000 combinations of values");

    SmallSet few = SmallSet.of(QUESTIONS, rules + "rule \"join\" when" + two + rest
        + " then conclude( new Joined() ); end\n");
    few.verdict("Joined", "Yes", true);
    assertTimeoutPreemptively(Duration.ofSeconds(2), () ->
        assertThat(few.verdict("Joined", "Yes", true, "Count", 0)).isEqualTo("no"));
  }

  @Test
  void towerOfConclusionsIsRefusedBeforeItFalls() {
    StringBuilder rules = new StringBuilder("""
        rule "0" when Yes( yes ) Count( value > 1 ) Kind( value == "a" ) Day( date > day("2024-01-01") ) then
          conclude( new C0() ); end
        """);
    for (int i = 1; i < 2000; i++) {
      rules.append("rule \"").append(i).append("\" when C").append(i - 1).append("() then conclude( new C").append(i)
          .append("() ); end\n");
    }
    assertThat(problems(rules.toString())).anyMatch(problem -> problem.message().contains("more than 100 high"));
  }

  @Test
  void brokenFileOfAnyShapeEndsInProblems() {
    String rules = new Hostile("none", "", "").rules();
    String good = "package wegwijzer\n" + rules;
    Forms forms = SmallSet.of(QUESTIONS, rules).forms();
    for (int cut = 1; cut < good.length(); cut += 3) {
      Problems problems = new Problems();
      String broken = good.substring(0, cut) + "\u0000\"(" + good.substring(cut);
      assertTimeoutPreemptively(Duration.ofSeconds(2), () ->
          RuleSetReader.read(Map.of("rules/x.drl", broken), forms, SmallSet.SECTIONS, problems));
      assertThat(problems.isEmpty()).as(broken).isFalse();
    }
  }
}
