package io.shirube.engine.rules;

/** One folder of a ruleset. A rule reads facts and what earlier phases concluded, never its own or a later phase. */
public enum Phase {
    LIFECYCLE("1-lifecycle"),
    SEGMENT("2-segment"),
    HEALTH("3-health"),
    SUCCESS("4-success"),
    ACTIONS("5-actions");

    private final String folder;

    Phase(String folder) {
        this.folder = folder;
    }

    /** Returns the name of the folder, such as {@code 2-segment}. */
    public String folder() {
        return folder;
    }
}
