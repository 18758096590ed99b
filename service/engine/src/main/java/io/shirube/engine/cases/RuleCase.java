package io.shirube.engine.cases;

import io.shirube.engine.input.Assembled;
import io.shirube.engine.model.Position;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One case: an account as of a day, and what is expected of its decision.
 *
 * @param name the author's sentence
 * @param at where the case begins
 * @param asOf null when the author gave none
 * @param given the account as far as it could be read
 * @param places where each field of the account stands, by path
 * @param skip why it is not to be run, or null
 */
public record RuleCase(
        String name,
        Position at,
        @Nullable LocalDate asOf,
        Assembled given,
        Map<String, Position> places,
        Expectation expect,
        @Nullable String skip) {

    /** Returns where a field stands, or else the nearest object around it. */
    Position place(String field) {
        String path = field;
        while (!path.isEmpty()) {
            Position place = places.get(path);
            if (place != null) {
                return place;
            }
            path = path.substring(0, Math.max(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('['))));
        }
        return at;
    }
}
