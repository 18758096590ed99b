package io.shirube.service.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Holds documents against the schemas of an OpenAPI 3.1 description. Safe for use by many threads. */
public final class ApiSchemas {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(VersionFlag.V202012);
    private static final SchemaValidatorsConfig STRICT =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    private final JsonNode api;
    private final Map<String, JsonSchema> schemas = new ConcurrentHashMap<>();

    private ApiSchemas(JsonNode api) {
        this.api = api;
    }

    /** Takes the schemas as they are. */
    public static ApiSchemas of(JsonNode api) {
        return new ApiSchemas(api);
    }

    /** Takes the schemas without what they leave open: a member that is not described is a fault. */
    public static ApiSchemas closed(JsonNode api) {
        JsonNode copy = api.deepCopy();
        close(copy.at("/components/schemas"));
        return new ApiSchemas(copy);
    }

    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object && object.path("properties").isObject()) {
            if (!object.has("additionalProperties")) {
                object.put("additionalProperties", false);
            }
        }
        schema.forEach(ApiSchemas::close);
    }

    /** Returns what is wrong with a document by the schema of that name; nothing when it is valid. */
    public List<String> faults(String name, JsonNode document) {
        return faults(at("#/components/schemas/" + name), document);
    }

    /** Returns what is wrong with a JSON text. */
    public List<String> faults(String name, String json) {
        try {
            return faults(name, JSON.readTree(json));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            return List.of("no JSON: " + json);
        }
    }

    /** Returns what is wrong with a document by the schema at a place of the description. */
    public List<String> faultsAt(String reference, JsonNode document) {
        return faults(at(reference), document);
    }

    /** Returns what is wrong with a schema itself. */
    public static List<String> faultsOfSchema(JsonNode schema) {
        return faults(FACTORY.getSchema(SchemaLocation.of(SchemaId.V202012), STRICT), schema);
    }

    /** Returns what is wrong with a document by a schema that stands alone. */
    public static List<String> faultsBy(JsonNode schema, JsonNode document) {
        return faults(FACTORY.getSchema(schema, STRICT), document);
    }

    private JsonSchema at(String reference) {
        return schemas.computeIfAbsent(reference, place -> {
            ObjectNode root = api.deepCopy();
            root.put("$schema", SchemaId.V202012);
            root.put("$ref", place);
            return FACTORY.getSchema(root, STRICT);
        });
    }

    private static List<String> faults(JsonSchema schema, JsonNode document) {
        return schema.validate(document).stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }
}
