package io.shirube.service.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shirube.service.errors.ProblemJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The description as a page shows it: references followed, operations by tag, examples as text. For one rendering, by one
 * thread.
 */
final class DocsModel {

    private static final String REF = "$ref";
    private static final String DESCRIPTION = "description";
    private static final String CONTENT = "content";
    private static final String EXAMPLES = "examples";
    private static final String SCHEMA = "schema";

    private final Map<String, Object> api;
    private final Map<String, Object> components;

    DocsModel(Map<String, Object> api) {
        this.api = api;
        this.components = Yaml.map(api, "components");
    }

    /** Returns what the template reads. */
    Map<String, Object> page() {
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("info", Yaml.map(api, "info"));
        page.put("groups", groups());
        page.put("problems", problems());
        page.put("schemas", new SchemaRows(Yaml.map(components, "schemas")).all());
        return page;
    }

    private List<Map<String, Object>> groups() {
        List<Map<String, Object>> groups = new ArrayList<>();
        for (Object tag : Yaml.list(api, "tags")) {
            Map<String, Object> group = new LinkedHashMap<>(Yaml.map(tag));
            group.put("operations", operations(String.valueOf(group.get("name"))));
            groups.add(group);
        }
        return groups;
    }

    private List<Map<String, Object>> operations(String tag) {
        List<Map<String, Object>> found = new ArrayList<>();
        Yaml.map(api, "paths")
                .forEach((path, methods) -> Yaml.map(methods).forEach((method, operation) -> {
                    Map<String, Object> one = Yaml.map(operation);
                    if (Yaml.list(one, "tags").contains(tag)) {
                        found.add(operation(method.toUpperCase(Locale.ROOT), path, one));
                    }
                }));
        return found;
    }

    private Map<String, Object> operation(String method, String path, Map<String, Object> operation) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", operation.get("operationId"));
        shown.put("method", method);
        shown.put("path", path);
        shown.put("summary", operation.get("summary"));
        shown.put(DESCRIPTION, operation.getOrDefault(DESCRIPTION, ""));
        shown.put("roles", Yaml.list(operation, "x-roles"));
        shown.put(
                "parameters",
                Yaml.list(operation, "parameters").stream().map(this::parameter).toList());
        if (operation.containsKey("requestBody")) {
            shown.put("body", body(Yaml.map(operation, "requestBody")));
        }
        List<Map<String, Object>> answers = new ArrayList<>();
        Yaml.map(operation, "responses").forEach((status, response) -> answers.add(answer(status, Yaml.map(response))));
        shown.put("answers", answers);
        return shown;
    }

    private Map<String, Object> parameter(Object parameter) {
        Map<String, Object> shown = new LinkedHashMap<>(resolved(Yaml.map(parameter)));
        Map<String, Object> schema = Yaml.map(shown, SCHEMA);
        shown.put("type", SchemaRows.type(schema));
        shown.put("choices", Yaml.list(schema, "enum"));
        shown.putIfAbsent("required", false);
        shown.putIfAbsent("example", "");
        return shown;
    }

    private Map<String, Object> body(Map<String, Object> body) {
        Map<String, Object> shown = content(body);
        shown.put(DESCRIPTION, body.getOrDefault(DESCRIPTION, ""));
        return shown;
    }

    private Map<String, Object> answer(String status, Map<String, Object> response) {
        Map<String, Object> whole = resolved(response);
        boolean problem = Yaml.map(whole, CONTENT).containsKey(ProblemJson.MEDIA_TYPE);
        Map<String, Object> shown = problem ? new LinkedHashMap<>() : content(whole);
        shown.put("status", status);
        shown.put(DESCRIPTION, whole.get(DESCRIPTION));
        shown.put("codes", Yaml.list(whole, "x-codes"));
        shown.put("problem", problem ? name(response) : "");
        shown.put("headers", List.copyOf(Yaml.map(whole, "headers").keySet()));
        return shown;
    }

    /** Returns media types, schema and examples of a body; all types of a body have the same. */
    private Map<String, Object> content(Map<String, Object> body) {
        Map<String, Object> shown = new LinkedHashMap<>();
        Map<String, Object> content = Yaml.map(body, CONTENT);
        shown.put("types", List.copyOf(content.keySet()));
        shown.put(EXAMPLES, List.of());
        shown.put(SCHEMA, List.of());
        content.values().stream().findFirst().map(Yaml::map).ifPresent(media -> {
            shown.put(SCHEMA, SchemaRows.type(Yaml.map(media, SCHEMA)));
            shown.put(EXAMPLES, examples(media));
        });
        return shown;
    }

    private List<Map<String, Object>> examples(Map<String, Object> media) {
        List<Map<String, Object>> shown = new ArrayList<>();
        Yaml.map(media, EXAMPLES).forEach((name, example) -> {
            Map<String, Object> whole = resolved(Yaml.map(example));
            shown.add(Map.of(
                    "name", name, "summary", whole.getOrDefault("summary", name), "text", text(whole.get("value"))));
        });
        return shown;
    }

    private List<Map<String, Object>> problems() {
        List<Map<String, Object>> shown = new ArrayList<>();
        Yaml.map(components, "responses").forEach((name, response) -> {
            Map<String, Object> one = content(Yaml.map(response));
            one.put("name", name);
            one.put(DESCRIPTION, Yaml.map(response).get(DESCRIPTION));
            shown.add(one);
        });
        return shown;
    }

    private static String text(@Nullable Object value) {
        if (value instanceof String text) {
            return text.strip();
        }
        try {
            return new ObjectMapper().writer(OpenApiDocument.printer()).writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an example is no JSON", e);
        }
    }

    private Map<String, Object> resolved(Map<String, Object> node) {
        if (!node.containsKey(REF)) {
            return node;
        }
        String[] steps = String.valueOf(node.get(REF)).split("/", -1);
        return Yaml.map(Yaml.map(components, steps[2]), steps[3]);
    }

    private static String name(Map<String, Object> response) {
        String reference = String.valueOf(response.getOrDefault(REF, ""));
        return reference.substring(reference.lastIndexOf('/') + 1);
    }
}
