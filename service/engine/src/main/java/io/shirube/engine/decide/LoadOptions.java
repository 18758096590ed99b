package io.shirube.engine.decide;

import io.shirube.engine.rules.RuleStore;
import org.jspecify.annotations.Nullable;

/**
 * What loading a rule folder may rest on, so that it need not do everything anew.
 *
 * @param proven rules that this program has loaded, of which nothing is proven again; null for none
 * @param store what is kept from one run of the program to the next
 * @param provesAgain whether a ruleset that the store knows to be proven is proven once more
 */
public record LoadOptions(@Nullable ProvenRules proven, RuleStore store, boolean provesAgain) {

    /** Everything anew. */
    public static final LoadOptions ANEW = new LoadOptions(null, RuleStore.NONE, true);
}
