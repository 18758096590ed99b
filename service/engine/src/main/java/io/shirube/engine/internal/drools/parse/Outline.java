package io.shirube.engine.internal.drools.parse;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The skeleton of a rule's left side. Two parsers that agree on it agree on what the rule's text says.
 *
 * @param shape nesting of the patterns, such as {@code and(Stage,not(Contact),or(Renewal,Health))}; an {@code and} inside an
 *     {@code and} is spliced, likewise {@code or}, and one of a single part is that part
 * @param patterns every pattern in the order written
 */
public record Outline(String shape, List<Pattern> patterns) {

    public Outline {
        patterns = List.copyOf(patterns);
    }

    /**
     * One pattern.
     *
     * @param binding such as {@code $t}, or null
     * @param start offset of its first character in the rule's text
     * @param conditions offsets of its conditions and bindings
     */
    public record Pattern(String type, @Nullable String binding, int start, List<Integer> conditions) {
        public Pattern {
            conditions = List.copyOf(conditions);
        }
    }
}
