package io.shirube.engine.simulate;

import io.shirube.engine.model.Text;
import java.util.List;

/**
 * An account for which the candidate comes to something else.
 *
 * @param opened actions, by type and reason key, that are open now and were not
 * @param withdrawn actions that were open or held and are neither any more
 * @param held actions that are held now and were not
 * @param reasonsBefore why the baseline came to what it did, of what changed
 * @param reasonsAfter why the candidate does
 */
public record Mover(
        List<String> opened,
        List<String> withdrawn,
        List<String> held,
        Blame blame,
        List<Text> reasonsBefore,
        List<Text> reasonsAfter) {

    public Mover {
        opened = List.copyOf(opened);
        withdrawn = List.copyOf(withdrawn);
        held = List.copyOf(held);
        reasonsBefore = List.copyOf(reasonsBefore);
        reasonsAfter = List.copyOf(reasonsAfter);
    }
}
