package io.shirube.engine.cases;

import io.shirube.engine.input.Paths;
import io.shirube.engine.model.Position;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value of a YAML text with its place.
 *
 * @param value a map of {@link Member} by name, a list of {@link Yaml}, {@code String}, {@code Double}, {@code Boolean}
 *     or null
 * @param at first character of the value
 */
record Yaml(@Nullable Object value, Position at) {

    /** @param keyAt first character of the name */
    record Member(Position keyAt, Yaml value) {}

    /** Returns the members by name, none when this is no object. */
    Map<String, Member> members() {
        Map<String, Member> members = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, member) -> members.put((String) name, (Member) member));
        }
        return members;
    }

    /** Returns the items, none when this is no list. */
    List<Yaml> items() {
        List<Yaml> items = new ArrayList<>();
        if (value instanceof List<?> list) {
            list.forEach(item -> items.add((Yaml) item));
        }
        return items;
    }

    boolean isMap() {
        return value instanceof Map;
    }

    boolean isList() {
        return value instanceof List;
    }

    @Nullable
    Yaml member(String name) {
        Member member = members().get(name);
        return member == null ? null : member.value();
    }

    /** Returns this value with another laid over it: objects member by member, a null takes a member away. */
    Yaml under(Yaml over) {
        if (!isMap() || !over.isMap()) {
            return over;
        }
        Map<String, Member> merged = members();
        over.members().forEach((name, member) -> {
            Member below = merged.get(name);
            if (below != null && member.value().value() == null) {
                merged.remove(name);
            } else {
                merged.put(
                        name,
                        below == null
                                ? member
                                : new Member(member.keyAt(), below.value().under(member.value())));
            }
        });
        return new Yaml(merged, over.at());
    }

    /** Returns the plain tree and notes the place of every path in it. */
    @Nullable
    Object tree(String path, Map<String, Position> places) {
        places.putIfAbsent(path, at);
        if (isMap()) {
            Map<String, @Nullable Object> tree = new LinkedHashMap<>();
            members().forEach((name, member) -> {
                String below = Paths.member(path, name);
                places.put(below, member.keyAt());
                tree.put(name, member.value().tree(below, places));
            });
            return tree;
        }
        if (isList()) {
            List<@Nullable Object> tree = new ArrayList<>();
            for (Yaml item : items()) {
                tree.add(item.tree(Paths.item(path, tree.size()), places));
            }
            return tree;
        }
        return value;
    }
}
