package io.shirube.engine.explain.full;

import io.shirube.engine.explain.ReasonKey;
import io.shirube.engine.explain.TermReader;
import io.shirube.engine.model.Explanation.Proposed;
import io.shirube.engine.model.Facts;
import io.shirube.engine.rules.Consequence;
import io.shirube.engine.rules.Firing;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Tells what became of what a rule or row proposed. Immutable, safe for use by many threads. */
final class ProposalTeller {

    private final TermReader terms;

    ProposalTeller(TermReader terms) {
        this.terms = terms;
    }

    /** @param firings of the unit whose consequences these are */
    List<Proposed> of(List<Consequence> consequences, List<Firing> firings, Facts facts, Fates fates) {
        Set<String> keys = new LinkedHashSet<>();
        for (Firing firing : firings) {
            for (Consequence consequence : consequences) {
                if (consequence instanceof Consequence.Propose propose) {
                    keys.add(ReasonKey.of(propose, firing, facts, terms));
                }
            }
        }
        List<Proposed> proposed = new ArrayList<>();
        for (String key : keys) {
            Proposed fate = fates.of(key);
            if (fate != null) {
                proposed.add(fate);
            }
        }
        return proposed;
    }
}
