package io.shirube.engine.rules;

import io.shirube.engine.model.Position;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One rule of a rule file, whatever its front end.
 *
 * @param condition the whole left side, usually a {@link Condition.Both}
 * @param variables how many places a tuple has; a variable that only an exists, not or accumulate binds needs none
 * @param results how many accumulate results it has
 * @param reasonJa Japanese reason, or null when the author gave none
 * @param reasonEn English reason, or null when the author gave none
 * @param metadata owner, review, source, grade … as written
 */
public record Rule(
        int number,
        String name,
        Phase phase,
        Position position,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        Condition condition,
        int variables,
        int results,
        List<Consequence> consequences,
        @Nullable ReasonTemplate reasonJa,
        @Nullable ReasonTemplate reasonEn,
        Map<String, String> metadata)
        implements RuleUnit {

    public Rule {
        consequences = List.copyOf(consequences);
        metadata = Map.copyOf(metadata);
    }
}
