package nl.wegwijzer.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import nl.wegwijzer.statistics.Finding.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConsistencyTest {

  @ParameterizedTest
  @ValueSource(strings = {"total = a + b - c", "rate = granted / decided", "share = a + b / c + d",
      "change = now over before", "change = now over a + b", "mean among a + b", "118:2023-I:backlog = 5 - x"})
  void spellsAnEquationAsItWasWritten(String text) {
    assertThat(Equation.parse(text).orElseThrow()).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "total", "total =", "total = a +", "total = + a", "total = a b", "total + a = b",
      "rate = a / ", "rate = a / b / c"})
  void refusesWhatIsNotAnEquation(String text) {
    assertThat(Equation.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      51:change:first = 51:2023:first over 51:2022:first                          | FITS
      2:2022:balance = 2:2022:immigration - 2:2022:emigration                     | FITS
      66:2023:rate = 66:2023:granted / 66:2023:total                              | FITS
      59:2022-share:under-1 = 59:2022:under-1 / 59:2022:under-1 + 59:2022:1-2 + 59:2022:2-3 + 59:2022:3-4 + 59:2022:4-5 + 59:2022:over-5 | FITS
      dashboard-asylum-applications = 51:2023:total                               | FITS
      100:2022:total = 100:2022:forced + 100:2022:independent + 100:2022:unsupervised | ROUNDING
      107:change:returned = 107:2023:returned over 107:2022:returned              | ROUNDING
      62:total:2022-moves = 62:flow:2022-moves + 62:request:2022-moves + 62:transfer:2022-moves + 62:closure:2022-moves + 62:safety:2022-moves | ROUNDING
      115:total:capacity = 115:amsterdam:capacity + 115:eindhoven:capacity + 115:groningen:capacity + 115:rotterdam:capacity + 115:utrecht:capacity | ROUNDING
      8:change:handled = 8:2023:handled over 8:2022:handled                       | DISCREPANCY
      76:2023:total = 76:2023:ukrainian + 76:2023:other                           | DISCREPANCY
      109:answers-total:change = 109:answers-total:2023 over 109:answers-total:2022 | DISCREPANCY
      126:2022:total = 126:2022:naturalisation + 126:2022:option + 126:2022:other | DISCREPANCY
      69:2022:resettlement = 51:2022:resettlement                                 | DISCREPANCY
      58:2023:occupancy = 58:2022:occupancy + 58:2023:inflow - 58:2023:outflow    | DISCREPANCY
      99:2022:emigration = 2:2022:emigration + dashboard-eu-migrants-emigration   | FITS
      dashboard-eu-non-residents-working = 26:2022:eu27                           | DISCREPANCY
      """)
  void tellsRoundingFromDiscrepancy(String check, Verdict verdict) {
    assertThat(Data.statistics().findings()).filteredOn(finding -> finding.check().equals(check))
        .singleElement().extracting(Finding::verdict).isEqualTo(verdict);
  }

  @Test
  void everyDiscrepancyTheCheckFindsIsInTheRegister() {
    List<String> found = Data.statistics().findings().stream()
        .filter(finding -> finding.verdict() == Verdict.DISCREPANCY).map(Finding::check).toList();
    List<String> registered = Data.statistics().discrepancies().stream()
        .flatMap(discrepancy -> discrepancy.check().stream()).toList();
    assertThat(registered).containsExactlyInAnyOrderElementsOf(found);
  }

  @Test
  void everyPrintedChangeIsChecked() {
    List<String> checked = Data.statistics().findings().stream().map(finding -> finding.refs().get(0)).toList();
    assertThat(Data.statistics().figures().stream().flatMap(Figure::observations)
        .filter(seen -> seen.role() == Role.CHANGE && seen.cell().value().isPresent())
        .map(Observation::ref).filter(ref -> !checked.contains(ref)))
        // these compare with a year in which nothing was counted
        .isSubsetOf("51:change:relocation", "69:change:relocation");
  }

  @Test
  void aSuppressedNumberIsOneToFour() {
    Observation seen = Data.statistics().observation("62:request:2022-moves").orElseThrow();
    Amount amount = Data.statistics().numbers().amount(seen.ref());
    assertThat(amount.point()).isEmpty();
    assertThat(amount.low()).isEqualByComparingTo(BigDecimal.ONE);
    assertThat(amount.high()).isEqualByComparingTo("4");
  }

  @ParameterizedTest
  @CsvSource({"56,10", "2,1", "26,100", "29,10", "126,5", "118,1", "77,1", "27,10", "36,1"})
  void readsTheRoundingOffTheNumbers(String figure, BigDecimal step) {
    Statistics statistics = Data.statistics();
    assertThat(statistics.numbers().rounding().step(statistics.figure(figure).orElseThrow()))
        .isEqualByComparingTo(step);
  }
}
