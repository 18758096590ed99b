package io.shirube.engine.cases;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a case expects, in the author's words and with their places. Immutable. */
public final class Expectation {

    /** Names of an expectation and what may stand under each. */
    static final Map<String, Shape> SHAPES = Map.ofEntries(
            Map.entry("stage", Shape.object("value", "source")),
            Map.entry("touch", Shape.SCALAR),
            Map.entry("programme", Shape.SCALAR),
            Map.entry("sizeBand", Shape.SCALAR),
            Map.entry("pending", Shape.SCALAR),
            Map.entry("renewal", Shape.object("decisionDate", "daysLeft", "state", "basis", "step")),
            Map.entry("health", Shape.object("score", "band", "coverage", "dimensions")),
            Map.entry("success", Shape.SCALAR),
            Map.entry("actions", Shape.LIST),
            Map.entry("actionsInclude", Shape.LIST),
            Map.entry("actionsExclude", Shape.LIST),
            Map.entry("held", Shape.BY_NAME),
            Map.entry("heldJa", Shape.BY_NAME),
            Map.entry("heldEn", Shape.BY_NAME),
            Map.entry("suppressed", Shape.BY_NAME),
            Map.entry("absorbed", Shape.BY_NAME),
            Map.entry("withdrawn", Shape.LIST),
            Map.entry("noAction", Shape.SCALAR),
            Map.entry("due", Shape.BY_NAME),
            Map.entry("coOwner", Shape.BY_NAME),
            Map.entry("keys", Shape.BY_NAME),
            Map.entry("reasonsJa", Shape.BY_NAME),
            Map.entry("reasonsEn", Shape.BY_NAME),
            Map.entry("noReasonJa", Shape.BY_NAME),
            Map.entry("noReasonEn", Shape.BY_NAME),
            Map.entry("missing", Shape.LIST),
            Map.entry("notices", Shape.LIST),
            Map.entry("bundles", Shape.SCALAR),
            Map.entry("problems", Shape.SCALAR));

    private static final Set<String> WHY =
            Set.of("reasonsJa", "reasonsEn", "noReasonJa", "noReasonEn", "heldJa", "heldEn", "missing");

    private final Yaml tree;

    Expectation(Yaml tree) {
        this.tree = tree;
    }

    Yaml tree() {
        return tree;
    }

    /** Returns whether it speaks of reasons or missing signals, which not every decision carries. */
    boolean asksWhy() {
        return tree.members().keySet().stream().anyMatch(WHY::contains);
    }

    /**
     * What may stand under a name.
     *
     * @param names for an object with fixed names; empty otherwise
     */
    record Shape(Kind kind, List<String> names) {
        static final Shape SCALAR = new Shape(Kind.SCALAR, List.of());
        static final Shape LIST = new Shape(Kind.LIST, List.of());
        static final Shape BY_NAME = new Shape(Kind.BY_NAME, List.of());

        static Shape object(String... names) {
            return new Shape(Kind.OBJECT, List.of(names));
        }
    }

    /** The kinds of shape. */
    enum Kind {
        SCALAR,
        LIST,
        /** An object with fixed names. */
        OBJECT,
        /** An object whose names are action types. */
        BY_NAME
    }
}
