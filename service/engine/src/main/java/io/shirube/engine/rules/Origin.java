package io.shirube.engine.rules;

import io.shirube.engine.model.Position;
import java.util.Objects;

/**
 * What the author wrote for a node of the rule model, and where.
 *
 * @param at first character of the text
 * @param text the author's own words, only ever shown, never executed
 */
public record Origin(Position at, String text) {

    public Origin {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(text, "text");
    }
}
