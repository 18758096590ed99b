package io.shirube.engine.simulate;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which edits moved an account. A set of edits is sufficient when applying it and nothing else to the baseline gives the
 * candidate's outcome, and minimal when none of its proper subsets does.
 *
 * @param sets minimal sufficient sets of edit numbers, the smallest first
 * @param search how they were found, and so whether there may be others
 */
public record Blame(List<Set<Integer>> sets, Search search) {

    /** How the sets were found. */
    public enum Search {
        /** Every subset of the edits that can touch the account was tried: these are all there are. */
        ALL,
        /** Too many edits can touch the account: edits were taken away one by one, and one minimal set was found. */
        ONE,
        /** Not searched to the end, because it would have taken too long. */
        GIVEN_UP
    }

    public Blame {
        sets = sets.stream().map(set -> (Set<Integer>) new TreeSet<>(set)).toList();
    }
}
