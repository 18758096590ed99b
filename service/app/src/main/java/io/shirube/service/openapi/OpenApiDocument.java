package io.shirube.service.openapi;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shirube.engine.ProgramVersion;
import io.shirube.service.auth.Policy;
import io.shirube.service.auth.Role;
import io.shirube.service.language.Language;
import io.shirube.service.logs.RequestId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Puts the description together out of the files beside this class. */
public final class OpenApiDocument {

    private static final String REF = "$ref";
    private static final String DOORS = "openapi.yml";
    private static final List<String> COMPONENTS = List.of(
            "account.yml",
            "action.yml",
            "decision.yml",
            "whatif.yml",
            "ruleset.yml",
            "figures.yml",
            "keys.yml",
            "webhooks.yml",
            "audit.yml",
            "problems.yml",
            "examples.yml");

    private OpenApiDocument() {}

    /** Returns the description in English. */
    public static byte[] json() {
        return json(Language.EN);
    }

    /** Returns the description as JSON in UTF-8 that ends with a line, the same bytes at every call. */
    public static byte[] json(Language language) {
        try {
            return (new ObjectMapper().writer(printer()).writeValueAsString(of(language)) + "\n")
                    .getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("maps in memory cannot break", e);
        }
    }

    /** Returns the description as maps and lists. */
    static Map<String, Object> of(Language language) {
        Map<String, Object> api = Yaml.file(DOORS);
        Yaml.map(api, "info").put("version", ProgramVersion.current());
        Map<String, Object> components = Yaml.map(api, "components");
        for (String file : COMPONENTS) {
            Map<String, Object> some = Yaml.file(file);
            some.keySet().forEach(kind -> add(Yaml.map(some, kind), Yaml.map(components, kind), file));
        }
        Yaml.map(components, "responses")
                .values()
                .forEach(response -> ProblemExamples.add(Yaml.map(response), language));
        Map<String, Object> paths = Yaml.map(api, "paths");
        for (String path : paths.keySet()) {
            Map<String, Object> operations = Yaml.map(paths, path);
            operations
                    .keySet()
                    .forEach(method -> addAccess(Yaml.map(operations, method), method.toUpperCase(Locale.ROOT), path));
        }
        Yaml.map(components, "responses").values().forEach(OpenApiDocument::addRequestId);
        return switch (language) {
            case EN -> api;
            case JA -> new Dictionary().translate(api);
        };
    }

    private static void add(Map<String, Object> some, Map<String, Object> all, String file) {
        some.forEach((name, component) -> {
            if (all.put(name, component) != null) {
                throw new IllegalStateException(file + ": twice " + name);
            }
        });
    }

    /** Says of an operation what the table of roles says of it, so that no operation can be without. */
    private static void addAccess(Map<String, Object> operation, String method, String path) {
        Map<String, Object> responses = Yaml.map(operation, "responses");
        responses.put("429", reference("TooManyRequests"));
        if (path.contains("{")) {
            // because not every text can stand in a path, such as one with %00 or %25
            responses.putIfAbsent("400", reference("BadRequest"));
        }
        if (Policy.shipped().open(method, path)) {
            operation.put("security", List.of());
        } else {
            responses.put("401", reference("Unauthorized"));
            responses.put("403", reference("Forbidden"));
            operation.put(
                    "x-roles",
                    Policy.shipped().roles(method, path).stream()
                            .sorted()
                            .map(Role::code)
                            .toList());
        }
        responses.values().stream()
                .filter(response -> !Yaml.map(response).containsKey(REF))
                .forEach(OpenApiDocument::addRequestId);
        operation.put("responses", new TreeMap<>(responses));
    }

    private static void addRequestId(Object response) {
        Yaml.map(Yaml.map(response), "headers")
                .put(RequestId.HEADER, Map.of(REF, "#/components/headers/" + RequestId.HEADER));
    }

    private static Map<String, Object> reference(String response) {
        return Map.of(REF, "#/components/responses/" + response);
    }

    /** Returns how JSON is laid out: two spaces, and lines that end the same on every machine. */
    static DefaultPrettyPrinter printer() {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentObjectsWith(lines);
        printer.indentArraysWith(lines);
        return printer;
    }
}
