package io.shirube.bench.twin;

/**
 * A rule that fires.
 *
 * @param rule its place among the rules of the phase, in the order of files and of rules in a file; first is 0
 * @param item place of the ticket or contact it fires for, or {@link #NO_ITEM}
 */
public record Hit(int rule, int item) {

    /** The item of a rule that fires for the account as a whole. */
    public static final int NO_ITEM = -1;
}
