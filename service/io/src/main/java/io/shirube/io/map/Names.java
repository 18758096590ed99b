package io.shirube.io.map;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The names an expression may use, with their types and places in a row. Grows while a mapping is read. */
final class Names {

    private final Map<String, Expr.Column> columns = new LinkedHashMap<>();

    /** Gives a name the next number; the first meaning of a name stays. */
    int add(String name, Type type) {
        return columns.computeIfAbsent(name, key -> new Expr.Column(type, columns.size()))
                .number();
    }

    Optional<Expr.Column> find(String name) {
        return Optional.ofNullable(columns.get(name));
    }

    int size() {
        return columns.size();
    }

    Set<String> words() {
        return columns.keySet();
    }
}
