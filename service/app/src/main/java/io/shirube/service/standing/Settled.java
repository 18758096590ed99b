package io.shirube.service.standing;

import io.shirube.engine.model.Text;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a new decision comes to; kept as a whole or not at all.
 *
 * @param ruleset by which it was decided
 * @param day for which it was decided
 * @param standing null when the account cannot be decided on
 * @param result the decision as it is shown, when it says something new
 * @param problem why the account cannot be decided on
 */
public record Settled(
        String ruleset,
        LocalDate day,
        @Nullable Standing standing,
        @Nullable BothLanguages result,
        List<ActionMove> moves,
        @Nullable Text problem) {

    public Settled {
        moves = List.copyOf(moves);
    }
}
