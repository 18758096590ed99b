package io.shirube.engine.simulate;

import io.shirube.engine.model.Position;
import io.shirube.engine.model.Text;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One smallest difference between two rule folders.
 *
 * @param number its number from 0, in the order of files and places
 * @param kind what was done
 * @param before where it stands in the baseline, null for something added
 * @param after where it stands in the candidate, null for something removed
 * @param text what was done, with its place, in a sentence
 * @param forPeople whether it changes reasons, sources or remarks only, on which no decision rests
 */
public record Edit(
        int number,
        Kind kind,
        @Nullable Position before,
        @Nullable Position after,
        Text text,
        boolean forPeople) {

    /** What was done to what. */
    public enum Kind {
        RULE_CHANGED,
        RULE_ADDED,
        RULE_REMOVED,
        CELL_CHANGED,
        ROW_ADDED,
        ROW_REMOVED,
        /** A value of a catalogue. */
        ENTRY_CHANGED,
        ENTRY_ADDED,
        ENTRY_REMOVED,
        /** A whole file, because it cannot be taken apart without doubt, or is in one of the two only. */
        FILE_CHANGED,
        FILE_ADDED,
        FILE_REMOVED
    }

    public Edit {
        if (before == null && after == null) {
            throw new IllegalArgumentException("before, after: one of them is needed");
        }
    }

    /** Returns its short name, {@code E1} for the first. */
    public String id() {
        return "E" + (number + 1);
    }

    /** Returns where it stands: in the candidate, or where it stood. */
    public Position at() {
        return after != null ? after : Objects.requireNonNull(before);
    }
}
