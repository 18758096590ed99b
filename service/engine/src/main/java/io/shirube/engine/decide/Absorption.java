package io.shirube.engine.decide;

import io.shirube.engine.rules.ActionType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which active types list which others inside themselves. A type absorbed by several goes to the one that stands first in
 * the catalogue; one absorbed by an absorbed type goes where that one goes. In a circle the first in the catalogue absorbs.
 */
final class Absorption {

    private final Map<Integer, ActionType> into = new HashMap<>();
    private final Map<Integer, Set<Integer>> inside = new TreeMap<>();
    private final List<ActionType> types;

    private Absorption(List<ActionType> types) {
        this.types = types;
    }

    /** @param active numbers of the types that nothing bars */
    static Absorption of(List<ActionType> types, Set<Integer> active) {
        Absorption absorption = new Absorption(types);
        for (ActionType strong : types) {
            if (active.contains(strong.number())) {
                for (String name : strong.absorbs()) {
                    absorption.absorb(strong, name, active);
                }
            }
        }
        absorption.into.forEach((weak, direct) -> absorption
                .inside
                .computeIfAbsent(absorption.root(direct).number(), number -> new TreeSet<>())
                .add(weak));
        return absorption;
    }

    private void absorb(ActionType strong, String name, Set<Integer> active) {
        for (ActionType weak : types) {
            boolean other = weak.number() != strong.number() && weak.name().equals(name);
            if (other && active.contains(weak.number()) && root(strong).number() != weak.number()) {
                into.putIfAbsent(weak.number(), strong);
            }
        }
    }

    private ActionType root(ActionType type) {
        ActionType result = type;
        Set<Integer> seen = new HashSet<>();
        ActionType next = into.get(result.number());
        while (next != null && seen.add(next.number())) {
            result = next;
            next = into.get(result.number());
        }
        return result;
    }

    /** Returns the type that lists another inside itself, or null. */
    @Nullable
    ActionType absorberOf(ActionType type) {
        ActionType direct = into.get(type.number());
        return direct == null ? null : root(direct);
    }

    /** Returns the names of the types inside another, in the catalogue's order. */
    List<String> inside(ActionType type) {
        return inside.getOrDefault(type.number(), Set.of()).stream()
                .map(number -> types.get(number).name())
                .toList();
    }
}
