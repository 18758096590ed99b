package io.shirube.engine.rules;

/** How grave a finding of {@code check} is. */
public enum Severity {
    /** The ruleset cannot be used. */
    ERROR,
    /** The ruleset can be used, but its author should look. */
    WARNING,
    /** Worth knowing, such as a full-width digit that was read as a plain one. */
    NOTICE
}
