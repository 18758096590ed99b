package io.shirube.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.shirube.engine.ProgramVersion;
import io.shirube.engine.rules.BuiltinFields;
import io.shirube.engine.rules.EnumType;
import io.shirube.service.errors.ErrorCode;
import io.shirube.service.errors.ProblemJson;
import io.shirube.service.language.Language;
import io.shirube.service.openapi.OpenApiDocument;
import io.shirube.service.testing.ApiSchemas;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The description of the doors as a document: complete in itself and valid. */
class OpenApiTest {

    /** 204 and 304 have no body. */
    private static final Set<String> WITHOUT_BODY = Set.of("204", "304");

    /** What is refused before it is known which operation is meant. */
    private static final Set<String> WITHOUT_AN_OPERATION =
            Set.of("NOT_FOUND", "METHOD_NOT_ALLOWED", "URI_TOO_LONG", "HEADERS_TOO_LARGE");

    private static final String SCHEMAS = "/components/schemas";

    private static JsonNode api;

    @BeforeAll
    static void read() throws IOException {
        api = new ObjectMapper().readTree(OpenApiDocument.json(Language.EN));
    }

    @Test
    void saysWhichProgramItDescribes() {
        assertThat(api.path("openapi").asText()).isEqualTo("3.1.0");
        assertThat(api.at("/info/version").asText()).isEqualTo(ProgramVersion.current());
    }

    @Test
    void hasTheShapeOfAnOpenApiDocument() throws IOException {
        JsonNode shape;
        try (InputStream in = OpenApiTest.class.getResourceAsStream("openapi-3.1.yml")) {
            shape = new YAMLMapper().readTree(in);
        }

        assertThat(ApiSchemas.faultsBy(shape, api)).isEmpty();
        assertThat(ApiSchemas.faultsBy(shape, new ObjectMapper().readTree(OpenApiDocument.json(Language.JA))))
                .isEmpty();
        assertThat(ApiSchemas.faultsBy(shape, ((ObjectNode) api.deepCopy()).put("paths", "none")))
                .isNotEmpty();
    }

    @Test
    void hasOnlyValidSchemas() {
        api.at(SCHEMAS)
                .forEachEntry((name, schema) ->
                        assertThat(ApiSchemas.faultsOfSchema(schema)).as(name).isEmpty());
        api.findValues("schema")
                .forEach(schema -> assertThat(ApiSchemas.faultsOfSchema(schema))
                        .as("%s", schema)
                        .isEmpty());
    }

    @Test
    void referencesOnlyWhatItHasAndHasNothingUnused() {
        List<String> references = api.findValuesAsText("$ref");
        for (String reference : references) {
            assertThat(api.at(reference.substring(1)).isMissingNode())
                    .as(reference)
                    .isFalse();
        }
        List<String> components = new ArrayList<>();
        api.path("components")
                .forEachEntry((kind, some) ->
                        some.forEachEntry((name, component) -> components.add("#/components/" + kind + "/" + name)));
        components.remove("#/components/securitySchemes/apiKey"); // because such are named, not referenced
        assertThat(references).containsAll(components);
        assertThat(api.at("/security/0").has("apiKey")).isTrue();
    }

    @Test
    void saysOfEveryOperationButTheDescriptionThatItTakesAKey() {
        api.path("paths")
                .forEachEntry((path, operations) -> operations.forEachEntry((method, operation) -> {
                    boolean open = Set.of("/openapi.json", "/docs").contains(path);
                    JsonNode responses = operation.path("responses");
                    assertThat(operation.path("security").isArray()).as(path).isEqualTo(open);
                    assertThat(responses.has("401")).as(path).isNotEqualTo(open);
                    assertThat(responses.has("403")).as(path).isNotEqualTo(open);
                    assertThat(responses.has("429")).as(path).isTrue();
                    assertThat(operation.path("x-roles").isEmpty()).as(path).isEqualTo(open);
                }));
    }

    @Test
    void givesEveryOperationANameATagAndItsProblems() {
        List<String> names = new ArrayList<>();
        for (JsonNode path : api.path("paths")) {
            for (JsonNode operation : path) {
                names.add(operation.path("operationId").asText());
                assertThat(api.path("tags").findValuesAsText("name"))
                        .contains(operation.at("/tags/0").asText());
                assertThat(operation.path("summary").asText()).isNotEmpty();
                operation.path("responses").forEachEntry((status, response) -> {
                    assertThat(resolved(response).path("description").asText()).isNotEmpty();
                    assertThat(resolved(response).path("content").isEmpty())
                            .as(status)
                            .isEqualTo(WITHOUT_BODY.contains(status));
                });
            }
        }
        assertThat(names).doesNotHaveDuplicates().doesNotContain("");
    }

    @Test
    void showsExamplesThatAreValid() {
        ApiSchemas schemas = ApiSchemas.closed(api);
        int shown = 0;
        for (JsonNode media : api.findParents("examples")) {
            String schema = media.at("/schema/$ref").asText();
            for (JsonNode example : schema.isEmpty() ? List.<JsonNode>of() : media.path("examples")) {
                JsonNode value = resolved(example).path("value");
                if (!value.isTextual()) {
                    assertThat(schemas.faultsAt(schema, value)).as("%s", value).isEmpty();
                    shown++;
                }
            }
        }
        assertThat(shown).isGreaterThanOrEqualTo(7);
    }

    @Test
    void showsAnExampleOfEveryBody() {
        List<String> without = new ArrayList<>();
        for (JsonNode operation : operations()) {
            List<JsonNode> bodies = new ArrayList<>(List.of(operation.path("requestBody")));
            operation.path("responses").forEach(response -> bodies.add(resolved(response)));
            for (JsonNode body : bodies) {
                for (JsonNode media : body.path("content")) {
                    if (media.path("examples").isEmpty()) {
                        without.add(operation.path("operationId").asText() + ": "
                                + body.path("description").asText());
                    }
                }
            }
        }
        assertThat(without).isEmpty();
    }

    @Test
    void namesTheCodesOfEveryProblemWithTheirStatus() {
        Set<String> named = new TreeSet<>();
        for (JsonNode operation : operations()) {
            operation.path("responses").forEachEntry((status, response) -> {
                JsonNode whole = resolved(response);
                if (whole.path("content").has(ProblemJson.MEDIA_TYPE)) {
                    List<String> codes = texts(whole.path("x-codes"));
                    assertThat(codes).as(whole.path("description").asText()).isNotEmpty();
                    codes.forEach(code -> assertThat(ErrorCode.valueOf(code).status())
                            .as(code)
                            .hasToString(status));
                    named.addAll(codes);
                }
            });
        }
        named.addAll(WITHOUT_AN_OPERATION);
        assertThat(named)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(ErrorCode.values()).map(Enum::name).toList());
    }

    @Test
    void listsEveryErrorCode() {
        assertThat(texts(api.at(SCHEMAS + "/Problem/properties/code/enum")))
                .containsExactlyElementsOf(
                        Arrays.stream(ErrorCode.values()).map(Enum::name).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "Stage,         /Entry/properties/account/properties/stage",
        "Stage,         /Entry/properties/previous/properties/stage",
        "Stage,         /Decision/properties/stage/properties/value",
        "StageSource,   /Decision/properties/stage/properties/source",
        "Touch,         /Entry/properties/pin/properties/touch",
        "Touch,         /Entry/properties/previous/properties/touch",
        "Touch,         /Decision/properties/segment/properties/touch",
        "Programme,     /Decision/properties/segment/properties/programme",
        "SizeBand,      /Decision/properties/segment/properties/sizeBand",
        "RenewalState,  /Decision/properties/renewal/properties/state",
        "Band,          /Decision/properties/health/properties/band",
        "SuccessLevel,  /Decision/properties/success/properties/level",
        "TicketKind,    /Ticket/properties/kind",
        "ContactRole,   /Contact/properties/role",
        "ActionState,   /OpenAction/properties/state",
        "OutcomeResult, /Outcome/properties/result"
    })
    void listsTheNamesThatRulesKnow(String type, String place) {
        EnumType names = BuiltinFields.enums().stream()
                .filter(known -> known.name().equals(type))
                .findFirst()
                .orElseThrow();

        List<String> listed = new ArrayList<>(texts(api.at(SCHEMAS + place + "/enum")));
        listed.remove("null");
        assertThat(listed).containsExactlyElementsOf(names.values());
    }

    private static List<JsonNode> operations() {
        List<JsonNode> operations = new ArrayList<>();
        api.path("paths").forEach(path -> path.forEach(operations::add));
        return operations;
    }

    private static JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? api.at(node.path("$ref").asText().substring(1)) : node;
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
