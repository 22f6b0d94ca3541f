package nl.wegwijzer.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaveatsTest {

  private final Statistics statistics = Data.statistics();

  @ParameterizedTest
  @CsvSource({
      "56:2023:lodged, rounded not-a-cohort",
      "56:2022:granted, rounded not-a-cohort corrected",
      "56:2023:rate, not-a-cohort national-definition",
      "56:change:lodged, not-a-cohort published-percentage-change",
      "15:2023-students:lodged, rounded rounded-up-to-ten not-a-cohort",
      "62:request:2022-moves, suppressed",
      "62:request:2023-moves, not-printed",
      "92:2023:withdrawn, rounded rounded-up-to-ten",
      "126:2023:option, own-rounding",
      "84:2023:incidents, own-rounding",
      "58:2023:occupancy, rounded not-a-cohort stock-at-date",
  })
  void followFromFlagsAndRules(String ref, String flags) {
    assertThat(flags(statistics.observation(ref).orElseThrow())).containsExactly(flags.split(" "));
  }

  @Test
  void countsOfOrganisationsThatRoundToTensSaySo() {
    assertThat(statistics.figures().stream()
        .filter(figure -> figure.sources().stream().anyMatch(List.of("IND", "DTenV")::contains))
        .flatMap(Figure::observations)
        .filter(seen -> statistics.numbers().rounding().isCount(seen.cell().unit())
            && seen.cell().value().filter(v -> v.signum() > 0).isPresent()))
        .allSatisfy(seen -> assertThat(flags(seen)).as(seen.ref()).contains("rounded"));
  }

  @Test
  void onlyWhatWasCountedHasACaveatOfCounting() {
    List<String> counting = List.of("rounded", "rounded-up-to-ten", "unrounded", "stock-at-date", "residents-only",
        "not-a-cohort", "provisional");
    assertThat(statistics.statements())
        .filteredOn(s -> List.of(Statement.Kind.NORM, Statement.Kind.TERM, Statement.Kind.OTHER).contains(s.kind()))
        .allSatisfy(s -> assertThat(s.flags()).as(s.id()).doesNotContainAnyElementsOf(counting));
  }

  @Test
  void peopleWhoAreNotResidentsAreNotSaidToBeResidents() {
    assertThat(statistics.statements()).filteredOn(s -> s.text().nl().contains("niet-ingezetenen")).isNotEmpty()
        .allSatisfy(s -> assertThat(s.flags()).as(s.id()).doesNotContain("residents-only"));
  }

  @Test
  void noNumberIsBothRoundedToTensAndRoundedInItsOwnWay() {
    assertThat(statistics.figures().stream().flatMap(Figure::observations)
        .filter(seen -> flags(seen).contains("rounded"))
        .filter(seen -> flags(seen).contains("own-rounding") || flags(seen).contains("unrounded"))).isEmpty();
  }

  @Test
  void theTwoGrantRatesAreNeverMixedUp() {
    assertThat(statistics.caveats().of(statistics.statement("grant-rate-nl-eu-definition").orElseThrow()))
        .extracting(Term::id).contains("eu-definition").doesNotContain("national-definition");
    assertThat(statistics.caveats().of(statistics.statement("asylum-grant-rate-2023").orElseThrow()))
        .extracting(Term::id).contains("national-definition").doesNotContain("eu-definition");
  }

  @Test
  void aLostPictureSaysSo() {
    assertThat(statistics.caveats().of(statistics.figure("3").orElseThrow())).extracting(Term::id)
        .contains("picture-lost");
  }

  private List<String> flags(Observation seen) {
    return statistics.caveats().of(seen).stream().map(Term::id).toList();
  }
}
