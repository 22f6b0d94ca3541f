package nl.wegwijzer.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import nl.wegwijzer.statistics.PrintedNumber.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrintedNumberTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      20.390              | 20390
      232.185             | 232185
      1.049.425           | 1049425
      930                 | 930
      0                   | 0
      3,05 miljoen        | 3050000
      5,09 miljoen        | 5090000
      3,4 mln             | 3400000
      1,3 miljard         | 1300000000
      954 duizend         | 954000
      128 miljoen euro    | 128000000
      € 40 miljoen        | 40000000
      1,13                | 1.13
      1,00                | 1
      88%                 | 88
      0,6%                | 0.6
      +10%                | 10
      -4%                 | -4
      - 5%                | -5
      + 5 %               | 5
      –9%                 | -9
      − 12%               | -12
      -17%%               | -17
      +258%               | 258
      52 procent          | 52
      -1.752              | -1752
      -1.752 (voorsprong) | -1752
      -50                 | -50
      2.930 <sup>41</sup> | 2930
      1.                  | 1
      <b>16.150</b>       | 16150
      <b>+39%</b>         | 39
      4,11 miljoen*       | 4110000
      10.340¹             | 10340
      """)
  void readsWhatTheReportPrints(String printed, BigDecimal value) {
    PrintedNumber number = PrintedNumber.parse(printed).orElseThrow();
    assertThat(number.kind()).isEqualTo(Kind.VALUE);
    assertThat(number.value()).contains(value);
    assertThat(number.printed()).isEqualTo(printed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<5", "< 5", "<5 "})
  void aSuppressedNumberHasNoValueAndIsNeverZero(String printed) {
    PrintedNumber number = PrintedNumber.parse(printed).orElseThrow();
    assertThat(number.suppressed()).isTrue();
    assertThat(number.value()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-", "–", "n.v.t.", "nvt", "Nvt", "N.v.t."})
  void notApplicableIsNotANumber(String printed) {
    assertThat(PrintedNumber.parse(printed).orElseThrow().kind()).isEqualTo(Kind.NOT_APPLICABLE);
    assertThat(PrintedNumber.parse(printed).orElseThrow().value()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "India", "20.39", "1.2345", "20,390.5", "drie", "Onderdeel van capaciteit Groningen",
      "5-10", "12 34", "%", "+", "101.", "<10"})
  void refusesWhatIsNotADutchNumber(String printed) {
    assertThat(PrintedNumber.parse(printed)).isEmpty();
  }

  @Test
  void knowsTheStepInWhichItWasPrinted() {
    assertThat(PrintedNumber.parse("3,05 miljoen").orElseThrow().step()).isEqualByComparingTo("10000");
    assertThat(PrintedNumber.parse("1,20").orElseThrow().step()).isEqualByComparingTo("0.01");
    assertThat(PrintedNumber.parse("38%").orElseThrow().step()).isEqualByComparingTo("1");
    assertThat(PrintedNumber.parse("38%").orElseThrow().percent()).isTrue();
  }

  @Test
  void findsANumberInALongerText() {
    assertThat(PrintedNumber.within("met 5% afgenomen", new BigDecimal("-5"))).isPresent();
    assertThat(PrintedNumber.within("van 6 naar 9 maanden", new BigDecimal("9"))).isPresent();
    assertThat(PrintedNumber.within("Iran - 3,4 mln", new BigDecimal("3400000"))).isPresent();
    assertThat(PrintedNumber.within("5,09", new BigDecimal("5090000")).orElseThrow().step())
        .isEqualByComparingTo("10000");
    assertThat(PrintedNumber.within("ruim 30.000", new BigDecimal("30"))).isEmpty();
  }
}
