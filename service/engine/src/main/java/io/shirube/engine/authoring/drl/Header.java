package io.shirube.engine.authoring.drl;

import io.shirube.engine.authoring.expression.Token;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stands between a rule's name and its {@code when}.
 *
 * @param texts the texts of its annotations by name
 * @param broken whether something there could not be read
 */
record Header(
        Map<String, Token> texts,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        boolean broken) {

    /** Returns an annotation's text token, or null when the author gave none. */
    @Nullable
    Token text(String annotation) {
        return texts.get(annotation);
    }
}
