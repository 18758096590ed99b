package io.shirube.engine.decide;

import io.shirube.engine.model.Decision.Suppressed;
import io.shirube.engine.model.Text;

/**
 * Why a proposed action is not offered.
 *
 * @param held whether it comes back by itself while its reason stands
 * @param by the policy that speaks, as in {@link Suppressed}
 */
record Barred(boolean held, String by, Text text) {

    static Barred held(String by, String ja, String en) {
        return new Barred(true, by, new Text(ja, en));
    }

    Suppressed of(Proposal proposal) {
        return new Suppressed(proposal.key(), proposal.type().name(), held, by, text);
    }
}
