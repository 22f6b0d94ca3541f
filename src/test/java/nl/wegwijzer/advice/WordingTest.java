package nl.wegwijzer.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.wegwijzer.Project;
import nl.wegwijzer.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a rule asks of a country reaches readers in words. */
class WordingTest {

  private static final Wording WORDING = new Wording(Project.knowledge().forms(), Language.EN);

  private static String required(String property, Object value) {
    return WORDING.required("Nationality", List.of(new nl.wegwijzer.rules.Test(property,
        nl.wegwijzer.rules.Test.Operator.EQUAL, List.of(value))));
  }

  @ParameterizedTest
  @CsvSource({"group, third-country, 'a country outside the EU, the EEA and Switzerland'",
      "workingHolidayQuota, 100, a country with 100 places a year", "code, TR, Türkiye"})
  void valuesOfAColumn(String column, String value, String words) {
    assertThat(required(column, value)).isEqualTo(words);
  }

  @Test
  void columnsOfYesAndNo() {
    assertThat(required("mvvExempt", true)).isEqualTo("named by the report as a country without mvv: yes");
  }
}
