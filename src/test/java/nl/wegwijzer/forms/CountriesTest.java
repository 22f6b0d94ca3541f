package nl.wegwijzer.forms;

import static org.assertj.core.api.Assertions.assertThat;

import nl.wegwijzer.SmallSet;
import nl.wegwijzer.text.Language;
import nl.wegwijzer.text.Problem;
import nl.wegwijzer.text.Problems;
import org.junit.jupiter.api.Test;

class CountriesTest {

  private final Problems problems = new Problems();

  @Test
  void countriesOfTheProjectAreRead() {
    Countries countries = Countries.read("data/countries.csv", SmallSet.project("data/countries.csv"), problems);
    assertThat(problems.list()).isEmpty();
    assertThat(countries.all()).hasSizeGreaterThan(190);
    assertThat(countries.properties()).containsEntry("mvvExempt", Boolean.class).containsEntry("group", String.class);
    assertThat(countries.find("SY")).get().satisfies(syria -> {
      assertThat(syria.name().nl()).isEqualTo("Syrië");
      assertThat(syria.properties()).containsEntry("group", "third-country").containsEntry("mvvExempt", false);
    });
    assertThat(countries.valuesOf("group")).contains("eu", "eea", "swiss", "dutch", "third-country");
  }

  @Test
  void listIsSortedAsPeopleReadIt() {
    Countries countries = Countries.read("data/countries.csv", """
        code,nl,en,group
        STATELESS,Aaa,Aaa,none
        ZW,Zimbabwe,Zimbabwe,x
        OM,Oman,Oman,x
        AX,Ålandseilanden,Åland,x
        """, problems);
    assertThat(countries.sorted(Language.NL)).extracting(Country::code).containsExactly("AX", "OM", "ZW", "STATELESS");
  }

  @Test
  void slipInAColumnOfYesAndNoIsFoundInItsLine() {
    Countries.read("data/countries.csv", "code,nl,en,exempt\nSY,a,a,no\nJP,b,b,yess\nDE,c,c,no\n", problems);
    assertThat(problems.list()).singleElement().asString()
        .isEqualTo("data/countries.csv:3:1: 'yess' in the column 'exempt' is not yes or no (did you mean 'yes'?)");
  }

  @Test
  void everythingWrongIsReportedAtOnce() {
    Countries.read("data/countries.csv", "code,nl,en,group\nSY,a,a\nsy,b,b,x\nJP,,c,x\nJP,d,d,\n", problems);
    assertThat(problems.list()).extracting(Problem::line).containsExactly(2, 3, 4, 5, 5);
  }

  @Test
  void nameOfAColumnCannotCarryCode() {
    Countries countries = Countries.read("data/countries.csv",
        "code,nl,en,\"x : int end rule z when then System.exit(0); end declare Y y\"\nSY,a,a,no\n", problems);
    assertThat(problems.list()).singleElement().asString().contains("a column cannot be called");
    assertThat(countries.properties()).isEmpty();
  }

  @Test
  void unreadableListIsReported() {
    Countries.read("data/countries.csv", "code,nl,en\n\"SY,a,b\n", problems);
    assertThat(problems.list()).isNotEmpty();
  }
}
