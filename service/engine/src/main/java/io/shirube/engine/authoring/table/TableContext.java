package io.shirube.engine.authoring.table;

import io.shirube.engine.model.Position;
import io.shirube.engine.rules.ActionType;
import io.shirube.engine.rules.Phase;
import io.shirube.engine.rules.ReasonTemplate;
import io.shirube.engine.rules.Vocabulary;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * What a table is read against.
 *
 * @param texts gives a text its number
 */
public record TableContext(
        Vocabulary vocabulary, List<ActionType> actions, ToIntFunction<String> texts, ReasonReader reasons) {

    public TableContext {
        actions = List.copyOf(actions);
    }

    /** Reads reason sentences; the grammar lives elsewhere. */
    public interface ReasonReader {

        /** Returns the sentence with its places for values, or reports why there is none. */
        Optional<ReasonTemplate> read(String text, Position at, Phase phase);
    }
}
