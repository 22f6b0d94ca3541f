package nl.wegwijzer.api;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The replies as {@code api/openapi.json} describes them, which allows no field that it does not name. */
final class Contract {

  private static final String SCHEMAS = "#/components/schemas/";
  private static final JsonNode DESCRIPTION = read();

  private Contract() {}

  /** What of a reply is not as described. */
  static List<String> differences(String schema, String reply) {
    String described = "{\"$ref\": \"" + SCHEMAS + schema + "\", \"$defs\": " + DESCRIPTION.at("/components/schemas") + "}";
    Schema loaded = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(described.replace(SCHEMAS, "#/$defs/"), InputFormat.JSON);
    return loaded.validate(reply, InputFormat.JSON).stream().map(Object::toString).toList();
  }

  private static JsonNode read() {
    try (InputStream file = Contract.class.getResourceAsStream("/api/openapi.json")) {
      return JsonMapper.shared().readTree(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
