package io.shirube.service.openapi;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shirube.engine.ProgramVersion;
import io.shirube.service.auth.Policy;
import io.shirube.service.auth.Role;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Puts the description together out of the files beside this class. */
public final class OpenApiDocument {

    private static final String DOORS = "openapi.yml";
    private static final List<String> COMPONENTS = List.of(
            "account.yml",
            "action.yml",
            "decision.yml",
            "ruleset.yml",
            "figures.yml",
            "keys.yml",
            "webhooks.yml",
            "problems.yml");

    private OpenApiDocument() {}

    /** Returns the description as JSON in UTF-8, the same bytes at every call. */
    public static byte[] json() {
        Map<String, Object> api = read(DOORS);
        object(api, "info").put("version", ProgramVersion.current());
        Map<String, Object> components = object(api, "components");
        for (String file : COMPONENTS) {
            Map<String, Object> some = read(file);
            some.keySet().forEach(kind -> add(object(some, kind), object(components, kind), file));
        }
        Map<String, Object> paths = object(api, "paths");
        for (String path : paths.keySet()) {
            Map<String, Object> operations = object(paths, path);
            operations
                    .keySet()
                    .forEach(method -> addAccess(object(operations, method), method.toUpperCase(Locale.ROOT), path));
        }
        try {
            return new ObjectMapper().writer(printer()).writeValueAsBytes(api);
        } catch (IOException e) {
            throw new UncheckedIOException("maps in memory cannot break", e);
        }
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
        Map<String, Object> responses = object(operation, "responses");
        responses.put("429", reference("TooManyRequests"));
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
        operation.put("responses", new TreeMap<>(responses));
    }

    private static Map<String, Object> reference(String response) {
        return Map.of("$ref", "#/components/responses/" + response);
    }

    @SuppressWarnings("unchecked") // because YAML has only text keys here, and a test reads all of it
    private static Map<String, Object> object(Map<String, Object> parent, String name) {
        return (Map<String, Object>) parent.computeIfAbsent(name, absent -> new LinkedHashMap<>());
    }

    @SuppressWarnings("unchecked") // because every file is a map with text keys
    private static Map<String, Object> read(String file) {
        try (InputStream in = OpenApiDocument.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing beside OpenApiDocument");
            }
            LoadSettings settings = LoadSettings.builder().setLabel(file).build();
            return (Map<String, Object>) new Load(settings).loadFromInputStream(in);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " could not be read", e);
        }
    }

    private static DefaultPrettyPrinter printer() {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentObjectsWith(lines);
        printer.indentArraysWith(lines);
        return printer;
    }
}
