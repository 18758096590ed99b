package io.shirube.service.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Schemas as tables: a row for every member, those of a nested object under {@code outer.inner}, those of a list's items under
 * {@code list[].member}. A type is a list of words, each {@code {text, ref}}: {@code ref} names another schema or is empty.
 */
final class SchemaRows {

    private static final String REF = "$ref";
    private static final String TYPE = "type";
    private static final String ITEMS = "items";
    private static final String PROPERTIES = "properties";
    private static final String ADDITIONAL = "additionalProperties";
    private static final List<String> LIMITS = List.of(
            "format", "pattern", "minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems", "default");

    private final Map<String, Object> schemas;

    SchemaRows(Map<String, Object> schemas) {
        this.schemas = schemas;
    }

    /** Returns all schemas in the order of their names, each {@code {name, description, type, rows}}. */
    List<Map<String, Object>> all() {
        List<Map<String, Object>> shown = new ArrayList<>();
        schemas.keySet().stream().sorted().forEach(name -> {
            Map<String, Object> schema = Yaml.map(schemas, name);
            List<Map<String, Object>> rows = new ArrayList<>();
            addMembers("", schema, rows);
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("name", name);
            one.put("description", schema.getOrDefault("description", ""));
            one.put(TYPE, rows.isEmpty() ? type(schema) : List.of());
            one.put("rows", rows);
            shown.add(one);
        });
        return shown;
    }

    private static void addMembers(String outer, Map<String, Object> schema, List<Map<String, Object>> rows) {
        for (Object choice : Yaml.list(schema, "oneOf")) {
            addMembers(outer, Yaml.map(choice), rows);
        }
        List<?> required = Yaml.list(schema, "required");
        Yaml.map(schema, PROPERTIES).forEach((name, member) -> {
            Map<String, Object> one = Yaml.map(member);
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("name", outer + name);
            row.put(TYPE, type(one));
            row.put("required", required.contains(name));
            row.put("description", one.getOrDefault("description", ""));
            rows.add(row);
            addMembers(outer + name + ".", one, rows);
            if (one.get(ITEMS) instanceof Map<?, ?> items) {
                addMembers(outer + name + "[].", Yaml.map(items), rows);
            }
            if (one.get(ADDITIONAL) instanceof Map<?, ?> values) {
                addMembers(outer + name + ".*.", Yaml.map(values), rows);
            }
        });
    }

    /** Returns what a value may be, in the words of JSON Schema. */
    static List<Map<String, Object>> type(Map<String, Object> schema) {
        List<Map<String, Object>> words = new ArrayList<>();
        if (schema.containsKey(REF)) {
            String reference = String.valueOf(schema.get(REF));
            String name = reference.substring(reference.lastIndexOf('/') + 1);
            words.add(word(name, name));
            return words;
        }
        addAlternatives(schema, words);
        if (schema.containsKey("enum")) {
            words.add(word(joined(Yaml.list(schema, "enum")), ""));
        } else if (schema.containsKey(TYPE)) {
            words.add(word(names(schema), ""));
        }
        if (schema.get(ITEMS) instanceof Map<?, ?> items) {
            words.add(word("of", ""));
            words.addAll(type(Yaml.map(items)));
        }
        if (schema.get(ADDITIONAL) instanceof Map<?, ?> values) {
            words.add(word("of", ""));
            words.addAll(type(Yaml.map(values)));
        }
        for (String limit : LIMITS) {
            if (schema.containsKey(limit)) {
                words.add(word(limit + " " + schema.get(limit), ""));
            }
        }
        return words;
    }

    private static void addAlternatives(Map<String, Object> schema, List<Map<String, Object>> words) {
        for (String kind : List.of("oneOf", "anyOf")) {
            for (Object choice : Yaml.list(schema, kind)) {
                if (!words.isEmpty()) {
                    words.add(word("|", ""));
                }
                words.addAll(type(Yaml.map(choice)));
            }
        }
    }

    private static String names(Map<String, Object> schema) {
        return schema.get(TYPE) instanceof List<?> types ? joined(types) : String.valueOf(schema.get(TYPE));
    }

    private static String joined(List<?> values) {
        return String.join(" | ", values.stream().map(String::valueOf).toList());
    }

    private static Map<String, Object> word(String text, String reference) {
        return Map.of("text", text, "ref", reference);
    }
}
