package io.shirube.service.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Reads the YAML files beside this class into maps and lists that belong to nobody else. Stateless. */
final class Yaml {

    private Yaml() {}

    /** Returns a file's content: maps with text keys, lists, and single values. */
    static Object read(String file) {
        try (InputStream in = Yaml.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing beside " + Yaml.class);
            }
            LoadSettings settings = LoadSettings.builder().setLabel(file).build();
            return copy(new Load(settings).loadFromInputStream(in));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " could not be read", e);
        }
    }

    /** Returns a file's content that is a map. */
    static Map<String, Object> file(String file) {
        return map(read(file));
    }

    @SuppressWarnings("unchecked") // because every map of these files has text keys, and a test reads all of it
    static Map<String, Object> map(Object node) {
        return (Map<String, Object>) node;
    }

    /** Returns the map under a name, a new one when there is none. */
    static Map<String, Object> map(Map<String, Object> parent, String name) {
        return map(parent.computeIfAbsent(name, absent -> new LinkedHashMap<>()));
    }

    /** Returns the list under a name, an empty one when there is none. */
    static List<?> list(Map<String, Object> parent, String name) {
        return parent.get(name) instanceof List<?> list ? list : List.of();
    }

    /** Takes apart what an anchor made one: a change of one place must not change others. */
    private static Object copy(Object node) {
        if (node instanceof Map<?, ?> map) {
            Map<String, Object> copied = new LinkedHashMap<>();
            map.forEach((key, value) -> copied.put((String) key, value == null ? null : copy(value)));
            return copied;
        }
        return node instanceof List<?> list
                ? list.stream().map(item -> item == null ? null : copy(item)).toList()
                : node;
    }
}
