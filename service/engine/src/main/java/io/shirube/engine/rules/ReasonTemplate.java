package io.shirube.engine.rules;

import io.shirube.engine.model.Position;
import java.util.List;

/**
 * A reason sentence in one language with places for values, parsed and typed when the rules load.
 *
 * @param text as the author wrote it, such as {@code 席利用率が{seatUtilisation}%です}
 * @param parts the text cut into words and values, in order
 */
public record ReasonTemplate(String text, List<Part> parts, Position position) {

    public ReasonTemplate {
        parts = List.copyOf(parts);
    }

    /** A piece of the sentence. */
    public sealed interface Part {}

    /** Words shown as they stand. */
    public record Words(String text) implements Part {}

    /**
     * A value shown in its display unit.
     *
     * @param name as the author wrote it between the braces; the key of the value in a decision's {@code facts}
     * @param term where the value comes from
     */
    public record Quote(String name, Term term) implements Part {}
}
