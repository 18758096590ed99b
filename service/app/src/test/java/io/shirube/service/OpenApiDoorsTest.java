package io.shirube.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shirube.service.testing.FakeRulesLoader;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.lang.reflect.Field;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.glassfish.jersey.server.model.Parameter;
import org.glassfish.jersey.server.model.Resource;
import org.glassfish.jersey.server.model.ResourceMethod;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The description of the doors against the doors: what one has, the other has. */
class OpenApiDoorsTest {

    /** What HTTP itself says of every body, and no caller of ours sets. */
    private static final Set<String> HTTPS_OWN = Set.of("Content-Length");

    @TempDir
    static Path rules;

    private static RunningService service;
    private static JsonNode api;

    @BeforeAll
    static void read() throws Exception {
        RunningService.save(rules, "a.drl", "good");
        service = RunningService.start((configuration, metrics, clock) -> new FakeRulesLoader(), rules);
        api = new ObjectMapper().readTree(service.get("/openapi.json").body());
    }

    @AfterAll
    static void stop() throws IOException {
        service.close();
    }

    @Test
    void servesItselfAsJson() throws Exception {
        HttpResponse<String> answer = service.get("/openapi.json");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(answer.body()).startsWith("{\n  \"openapi\" : \"3.1.0\"").contains("Decides one account");
    }

    @Test
    void servesItselfInJapaneseToWhoAsksForIt() throws Exception {
        for (HttpResponse<String> answer :
                List.of(service.get("/openapi.json?lang=ja"), service.get("/openapi.json", "Accept-Language", "ja"))) {
            assertThat(answer.headers().firstValue("Content-Language")).hasValue("ja");
            assertThat(answer.body()).contains("1社を判定する").doesNotContain("Decides one account");
        }
        assertThat(service.get("/openapi.json?lang=fr").statusCode()).isEqualTo(400);
    }

    @Test
    void describesEveryMethodOfEveryResourceAndNoOther() {
        Set<String> described = new TreeSet<>();
        for (String path : names(api.path("paths"))) {
            for (String method : names(api.path("paths").path(path))) {
                described.add(method.toUpperCase(Locale.ROOT) + " " + path);
            }
        }

        Set<String> there = new TreeSet<>();
        doors().forEach(door -> there.add(door.method().getHttpMethod() + " " + door.path()));

        assertThat(there).contains("POST /api/v1/decisions", "POST /api/v1/decisions/batch");
        assertThat(described).isEqualTo(there);
    }

    @Test
    void describesEveryParameterAndNoOther() {
        for (Door door : doors()) {
            Set<String> described = new TreeSet<>();
            operation(door).path("parameters").forEach(parameter -> {
                JsonNode whole = resolved(parameter);
                described.add(
                        whole.path("in").asText() + " " + whole.path("name").asText());
            });

            assertThat(described).as(door.path()).isEqualTo(parameters(door));
        }
    }

    @Test
    void describesEveryMediaTypeAndNoOther() {
        for (Door door : doors()) {
            JsonNode operation = operation(door);
            assertThat(names(operation.at("/requestBody/content")))
                    .as(door.path())
                    .isEqualTo(typeNames(door.method().getConsumedTypes()));
            String answered = operation.at("/responses/201").isMissingNode() ? "200" : "201";
            assertThat(names(operation.at("/responses/" + answered + "/content")))
                    .as(door.path())
                    .isEqualTo(typeNames(door.method().getProducedTypes()));
        }
    }

    private record Door(String path, ResourceMethod method) {}

    private static List<Door> doors() {
        List<Door> doors = new ArrayList<>();
        service.resources().forEach(type -> add("/", Resource.from(type), doors));
        return doors;
    }

    private static void add(String parent, Resource resource, List<Door> doors) {
        String path = (parent + "/" + resource.getPath()).replaceAll("/+", "/");
        resource.getResourceMethods().forEach(method -> doors.add(new Door(path, method)));
        resource.getChildResources().forEach(child -> add(path, child, doors));
    }

    private static JsonNode operation(Door door) {
        return api.path("paths")
                .path(door.path())
                .path(door.method().getHttpMethod().toLowerCase(Locale.ROOT));
    }

    private static Set<String> parameters(Door door) {
        Set<String> names = new TreeSet<>();
        for (Parameter parameter : door.method().getInvocable().getParameters()) {
            switch (parameter.getSource()) {
                case QUERY -> names.add("query " + parameter.getSourceName());
                case PATH -> names.add("path " + parameter.getSourceName());
                case HEADER -> addHeader(names, parameter.getSourceName());
                case BEAN_PARAM ->
                    Stream.of(parameter.getRawType().getDeclaredFields()).forEach(field -> addField(names, field));
                default -> assertThat(parameter.getSource()).isIn(Parameter.Source.ENTITY, Parameter.Source.CONTEXT);
            }
        }
        return names;
    }

    private static void addField(Set<String> names, Field field) {
        QueryParam query = field.getAnnotation(QueryParam.class);
        HeaderParam header = field.getAnnotation(HeaderParam.class);
        if (query != null) {
            names.add("query " + query.value());
        }
        if (header != null) {
            addHeader(names, header.value());
        }
    }

    private static void addHeader(Set<String> names, String name) {
        if (!HTTPS_OWN.contains(name)) {
            names.add("header " + name);
        }
    }

    private static Set<String> typeNames(List<MediaType> types) {
        Set<String> names = new TreeSet<>();
        types.forEach(type -> names.add(type.toString()));
        return names;
    }

    private static JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? api.at(node.path("$ref").asText().substring(1)) : node;
    }

    private static Set<String> names(JsonNode node) {
        Iterable<String> names = node::fieldNames;
        return new TreeSet<>(StreamSupport.stream(names.spliterator(), false).toList());
    }
}
