package io.shirube.engine.authoring.catalogue;

import io.shirube.engine.model.Position;
import java.util.List;

/** A piece of YAML with its place. Aliases and tags do not occur: {@link YamlReader} refuses them. */
public sealed interface Yaml {

    /** Returns where it begins. */
    Position at();

    /**
     * A single value.
     *
     * @param quoted whether it stood in quotes, so that it is a text whatever it looks like
     */
    record Scalar(String text, boolean quoted, Position at) implements Yaml {

        /** Returns whether nothing was written, or an explicit null. */
        public boolean isNull() {
            return !quoted && (text.isEmpty() || text.equals("~") || text.equals("null"));
        }
    }

    /** A list. */
    record Sequence(List<Yaml> items, Position at) implements Yaml {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /** A mapping, in the author's order, each key once. */
    record Mapping(List<Entry> entries, Position at) implements Yaml {
        public Mapping {
            entries = List.copyOf(entries);
        }
    }

    /** A key of a mapping with its value. */
    record Entry(String key, Position keyAt, Yaml value) {}
}
