package io.shirube.engine.explain;

import io.shirube.engine.model.Facts;
import io.shirube.engine.rules.Consequence;
import io.shirube.engine.rules.Firing;

/** The identity of a proposed action, {@code account:TYPE:reasonKey}. */
public final class ReasonKey {

    private ReasonKey() {}

    /** Returns the key of what a firing proposes. */
    public static String of(Consequence.Propose propose, Firing firing, Facts facts, TermReader terms) {
        return facts.accountId() + ":" + propose.action().name() + ":" + reason(propose, firing, facts, terms);
    }

    private static String reason(Consequence.Propose propose, Firing firing, Facts facts, TermReader terms) {
        if (propose.key() instanceof Consequence.FixedKey fixed) {
            return fixed.text();
        }
        String text = terms.read(((Consequence.FieldKey) propose.key()).term(), facts, firing)
                .text();
        return text == null || text.isEmpty() ? "-" : text;
    }
}
