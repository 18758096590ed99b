package io.shirube.engine.rules;

/** How several conclusions about one field become one, so that nothing depends on the order in which rules fire. */
public enum Merge {
    /** Two different values are a problem; the rule that stands first in the ruleset is taken. */
    SINGLE,
    /** The lowest number, or the earliest name of an enum. */
    LOWEST,
    /** The highest number, or the latest name of an enum. */
    HIGHEST
}
