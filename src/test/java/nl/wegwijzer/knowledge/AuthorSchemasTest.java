package nl.wegwijzer.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The schemas that complete and check author files in an editor accept all our files and refuse broken ones. */
class AuthorSchemasTest {

  private static final String NAMED = "# yaml-language-server: $schema=";

  @TestFactory
  Stream<DynamicTest> everyFileNamesASchemaThatAcceptsIt() throws IOException {
    List<Path> files;
    try (Stream<Path> found = AuthorFiles.FOLDERS.stream().flatMap(AuthorSchemasTest::below)) {
      files = found.filter(path -> path.toString().endsWith(".yaml")).sorted().toList();
    }
    assertThat(files).isNotEmpty();
    return files.stream().map(file -> DynamicTest.dynamicTest(file.toString(), () -> {
      String content = Files.readString(file);
      assertThat(content).startsWith(NAMED);
      Path schema = file.resolveSibling(content.lines().findFirst().orElseThrow().substring(NAMED.length()));
      assertThat(problems(schema.normalize(), content)).isEmpty();
    }));
  }

  private static Stream<Path> below(String folder) {
    try {
      return Files.walk(Path.of(folder));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aBrokenFormIsRefused() throws IOException {
    assertThat(problems(Path.of("forms/forms.schema.json"), "questions: {Age: {type: nummer}}")).isNotEmpty();
    assertThat(problems(Path.of("forms/interface.schema.json"), "texts: {site-name: {nl: Wegwijzer}}")).isNotEmpty();
    assertThat(problems(Path.of("rules/cases.schema.json"), "[{name: x, on: 2024-05-15, expect: {A: maybe}}]"))
        .isNotEmpty();
    assertThat(problems(Path.of("data/checks.schema.json"), "[{figure: '2', hold: a = b}]")).isNotEmpty();
    assertThat(problems(Path.of("data/caveats.schema.json"), "{measures: [days], rules: [{flags: rounded}]}")).isNotEmpty();
    assertThat(problems(Path.of("data/discrepancies.schema.json"), "[{id: x, assessment: {nl: x, en: x}}]")).isNotEmpty();
  }

  private static List<String> problems(Path schema, String yaml) throws IOException {
    Schema loaded = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(Files.readString(schema), InputFormat.JSON);
    return loaded.validate(yaml, InputFormat.YAML).stream().map(Object::toString).toList();
  }
}
