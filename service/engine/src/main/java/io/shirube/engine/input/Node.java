package io.shirube.engine.input;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An object of a tree, read member by member. What is asked for is what it may have: {@link #end} names the rest as
 * unknown.
 */
final class Node {

    private final String path;
    private final Map<?, ?> members;
    private final Values values;
    private final Set<String> known = new LinkedHashSet<>();

    Node(String path, Map<?, ?> members, Values values) {
        this.path = path;
        this.members = members;
        this.values = values;
    }

    String path(String name) {
        return Paths.member(path, name);
    }

    @Nullable
    Object raw(String name) {
        known.add(name);
        return members.get(name);
    }

    boolean has(String name) {
        return members.containsKey(name);
    }

    @Nullable
    String text(String name) {
        return values.text(path(name), raw(name));
    }

    /** Reads a text without which the object means nothing. */
    @Nullable
    String requiredText(String name) {
        String text = text(name);
        if (raw(name) == null || "".equals(text)) {
            values.problems().addRequired(path(name));
            return null;
        }
        return text;
    }

    @Nullable
    Double number(String name) {
        return values.number(path(name), raw(name));
    }

    @Nullable
    Integer whole(String name, int low, int high) {
        return values.whole(path(name), raw(name), low, high);
    }

    @Nullable
    Boolean bool(String name) {
        return values.bool(path(name), raw(name));
    }

    @Nullable
    LocalDate date(String name) {
        return values.date(path(name), raw(name));
    }

    @Nullable
    List<String> texts(String name) {
        return values.texts(path(name), raw(name));
    }

    /** Reads an object by a function that may give null for one that means nothing. */
    <T> @Nullable T object(String name, Function<Node, @Nullable T> read) {
        return objectAt(path(name), raw(name), read);
    }

    /** Reads the objects of a list; the function is also given the item's index. Null when the list was not told. */
    <T> @Nullable List<T> objects(String name, BiFunction<Node, Integer, @Nullable T> read) {
        String at = path(name);
        List<?> items = values.list(at, raw(name));
        if (items == null) {
            return null;
        }
        List<T> out = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            int index = i;
            String itemPath = Paths.item(at, i);
            if (items.get(i) == null) {
                values.problems().addRequired(itemPath);
            }
            T item = objectAt(itemPath, items.get(i), node -> read.apply(node, index));
            if (item != null) {
                out.add(item);
            }
        }
        return List.copyOf(out);
    }

    private <T> @Nullable T objectAt(String at, @Nullable Object value, Function<Node, @Nullable T> read) {
        if (!(value instanceof Map<?, ?> map)) {
            values.wrong(at, value, "オブジェクト", "an object");
            return null;
        }
        Node node = new Node(at, map, values);
        T result = read.apply(node);
        node.end();
        return result;
    }

    /** Visits the members of an object whose names are the caller's own. */
    void each(String name, Visitor visitor) {
        String at = path(name);
        Object value = raw(name);
        if (!(value instanceof Map<?, ?> map)) {
            values.wrong(at, value, "オブジェクト", "an object");
        } else if (values.fits(at, map.size())) {
            map.forEach(
                    (key, member) -> visitor.visit(String.valueOf(key), Paths.member(at, String.valueOf(key)), member));
        }
    }

    /** Reads one value of another path with the same rules. */
    <T> @Nullable T objectOf(String at, @Nullable Object value, Function<Node, @Nullable T> read) {
        return objectAt(at, value, read);
    }

    Values values() {
        return values;
    }

    /** Names every member that nobody asked for. */
    void end() {
        for (Object key : members.keySet()) {
            String name = String.valueOf(key);
            if (!known.contains(name)) {
                values.problems().addUnknownField(path, name, known);
            }
        }
    }

    /** Takes a member: its name, its path and its value. */
    interface Visitor {
        void visit(String name, String at, @Nullable Object value);
    }
}
