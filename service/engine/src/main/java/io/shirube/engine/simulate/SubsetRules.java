package io.shirube.engine.simulate;

import io.shirube.engine.authoring.ReadResult;
import io.shirube.engine.authoring.RulesetReader;
import io.shirube.engine.decide.Ruleset;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The baseline with some of the edits, ready to decide by its meaning. Reading a folder takes a few tenths of a second, so
 * those used last are kept, and at most so many are read. Safe for use by many threads.
 */
final class SubsetRules {

    private static final int KEPT = 128;

    private final BundleDifference difference;
    private final int mostReads;
    private final Map<BitSet, Optional<Ruleset>> kept = new LinkedHashMap<>(KEPT, 0.75f, true);
    private int reads;

    /** @param mostReads how many folders are read at most */
    SubsetRules(BundleDifference difference, int mostReads) {
        this.difference = difference;
        this.mostReads = mostReads;
    }

    /** Says that as many folders were read as may be. */
    static final class EnoughReadException extends Exception {
        private static final long serialVersionUID = 1;
    }

    /**
     * Returns the ruleset; empty when it cannot be read, such as a rule without the signal that another edit adds.
     *
     * @param edits numbers of the edits that are applied; not to be changed afterwards
     */
    synchronized Optional<Ruleset> with(BitSet edits) throws EnoughReadException {
        Optional<Ruleset> known = kept.get(edits);
        if (known != null) {
            return known;
        }
        if (reads >= mostReads) {
            throw new EnoughReadException();
        }
        reads++;
        ReadResult read = RulesetReader.read(difference.apply(edits::get));
        Optional<Ruleset> rules = Optional.ofNullable(read.model()).map(Ruleset::byMeaning);
        if (kept.size() >= KEPT) {
            kept.remove(kept.keySet().iterator().next());
        }
        kept.put(edits, rules);
        return rules;
    }
}
