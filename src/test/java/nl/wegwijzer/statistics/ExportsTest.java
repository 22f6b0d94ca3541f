package nl.wegwijzer.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;
import java.util.Map;
import nl.wegwijzer.text.Language;
import org.junit.jupiter.api.Test;

class ExportsTest {

  private final Statistics statistics = Data.statistics();
  private final Exports exports = new Exports(statistics);

  @Test
  void csvHasOneLinePerNumber() {
    for (Figure figure : statistics.figures()) {
      assertThat(records(figure)).as(figure.id()).hasSize((int) figure.observations().count());
    }
  }

  @Test
  void csvSaysWhatANumberIs() {
    NamedCsvRecord first = records(figure("56")).get(0);
    assertThat(first.getFieldsAsMap()).containsEntry("printed", "20.390").containsEntry("value", "20390")
        .containsEntry("unit", "applications").containsEntry("period", "2022").containsEntry("line", "2100")
        .containsEntry("flags", "rounded not-a-cohort").containsEntry("sources", "IND");
  }

  @Test
  void aSuppressedNumberHasNoValue() {
    assertThat(records(figure("62"))).filteredOn(line -> line.getField("printed").equals("<5"))
        .isNotEmpty().allSatisfy(line -> assertThat(line.getField("value")).isEmpty());
  }

  @Test
  void aSpreadsheetRunsNothing() {
    for (Figure figure : statistics.figures()) {
      assertThat(records(figure)).allSatisfy(line -> assertThat(line.getFields()).allSatisfy(field ->
          assertThat(field.matches("[=@\\t\\r].*") || field.matches("[+-][^\\d ].*")).as(field).isFalse()));
    }
    assertThat(Exports.harmless("=HYPERLINK(1)")).isEqualTo("'=HYPERLINK(1)");
    assertThat(Exports.harmless("+cmd|1")).isEqualTo("'+cmd|1");
    assertThat(Exports.harmless("@SUM(A1)")).isEqualTo("'@SUM(A1)");
    assertThat(Exports.harmless("-5+cmd")).isEqualTo("'-5+cmd");
    assertThat(Exports.harmless("-5%")).isEqualTo("-5%");
    assertThat(Exports.harmless("+10%")).isEqualTo("+10%");
  }

  @Test
  void jsonCarriesCaveatsAndDiscrepancies() {
    Map<String, Object> json = exports.json(figure("8"), Language.EN);
    assertThat(json).containsEntry("figure", "8");
    assertThat((List<?>) json.get("caveats")).isNotEmpty();
    assertThat((List<?>) json.get("discrepancies")).hasSize(2);
    assertThat((List<?>) json.get("cells")).hasSize((int) figure("8").observations().count());
  }

  @Test
  void theDataPackageDescribesEveryFigureWithNumbers() {
    Map<String, Object> descriptor = exports.dataPackage("All numbers", Language.EN);
    assertThat(descriptor).containsEntry("title", "All numbers");
    assertThat((List<?>) descriptor.get("resources"))
        .hasSize((int) statistics.figures().stream().filter(figure -> !figure.lost()).count());
    Map<?, ?> resource = (Map<?, ?>) ((List<?>) descriptor.get("resources")).get(0);
    List<?> fields = (List<?>) ((Map<?, ?>) resource.get("schema")).get("fields");
    assertThat(fields).extracting(field -> ((Map<?, ?>) field).get("name"))
        .containsExactlyElementsOf((List) records(figure("2")).get(0).getHeader());
  }

  /** What Frictionless asks of a Tabular Data Package: names, paths, and a schema that holds for the rows. */
  @Test
  void theDataPackageKeepsToItsSpecification() {
    for (Language language : Language.values()) {
      List<Map<?, ?>> resources = (List<Map<?, ?>>) exports.dataPackage("Title", language).get("resources");
      assertThat(resources).extracting(resource -> resource.get("name")).doesNotHaveDuplicates();
      for (Map<?, ?> resource : resources) {
        assertThat((String) resource.get("name")).matches("[a-z0-9._-]+");
        assertThat((String) resource.get("path")).matches("\\d+\\.csv(\\?language=nl)?");
        assertThat(resource.get("profile")).isEqualTo("tabular-data-resource");
        Map<?, ?> schema = (Map<?, ?>) resource.get("schema");
        List<NamedCsvRecord> rows = records(figure(((String) resource.get("path")).replaceAll("\\D.*", "")));
        assertThat(rows).extracting(row -> row.getField("row") + " " + row.getField("column")).doesNotHaveDuplicates();
        for (Map<?, ?> field : (List<Map<?, ?>>) schema.get("fields")) {
          String number = field.get("type").equals("string") ? ".*" : "(-?\\d+(\\.\\d+)?)?";
          assertThat(rows).allSatisfy(row -> assertThat(row.getField((String) field.get("name"))).matches(number));
          if (field.get("name").equals("flags")) {
            assertThat(rows).flatMap(row -> List.of(row.getField("flags").split(" "))).filteredOn(flag -> !flag.isEmpty())
                .allSatisfy(flag -> assertThat((String) field.get("description")).contains(flag + ": "));
          }
        }
      }
    }
  }

  private List<NamedCsvRecord> records(Figure figure) {
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(exports.csv(figure, Language.EN))) {
      return reader.stream().toList();
    } catch (java.io.IOException e) {
      throw new AssertionError(e);
    }
  }

  private Figure figure(String id) {
    return statistics.figure(id).orElseThrow();
  }
}
