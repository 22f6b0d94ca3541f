package nl.wegwijzer.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The schema that editors use says the same as the loader. */
class SchemaTest {

  private static final Path FIGURES = Data.DIRECTORY.resolve("figures");
  private static final Schema SCHEMA = schema();

  static List<Path> figures() throws IOException {
    try (Stream<Path> files = Files.list(FIGURES)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("figures")
  void everyFigureNamesTheSchemaAndFollowsIt(Path figure) throws IOException {
    String yaml = Files.readString(figure);
    assertThat(yaml).startsWith("# yaml-language-server: $schema=figure.schema.json\n");
    assertThat(SCHEMA.validate(yaml, InputFormat.YAML)).isEmpty();
  }

  @Test
  void theSchemaRefusesWhatTheLoaderRefuses() throws IOException {
    String yaml = Files.readString(FIGURES.resolve("056.yaml"));
    assertThat(SCHEMA.validate(yaml.replace("meaning:", "meanng:"), InputFormat.YAML)).isNotEmpty();
    assertThat(SCHEMA.validate(yaml.replace("kind: table", "kind: tabel"), InputFormat.YAML)).isNotEmpty();
    assertThat(SCHEMA.validate(yaml.replace("role: change", "role: chance"), InputFormat.YAML)).isNotEmpty();
  }

  private static Schema schema() {
    try {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(Files.readString(FIGURES.resolve("figure.schema.json")), InputFormat.JSON);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
