package io.shirube.engine.authoring.catalogue;

import io.shirube.engine.rules.ActionType;
import io.shirube.engine.rules.Policies;
import io.shirube.engine.rules.Vocabulary;
import java.util.List;

/**
 * What the catalogues of a rule folder say. Always complete: where an entry was wrong, which is then reported, a default
 * stands in for it, so that rules can be read against the rest.
 *
 * @param actions index is the number of the type
 * @param aims what scores and indicators are for
 * @param readable whether every file could be read at all; else much of what rules name is missing
 */
public record Catalogues(
        Vocabulary vocabulary, List<ActionType> actions, Policies policies, Aims aims, boolean readable) {

    public Catalogues {
        actions = List.copyOf(actions);
    }
}
