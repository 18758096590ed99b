package io.shirube.io.sheet;

/**
 * What a cell holds, without its look.
 *
 * @param text a text as it stands; a number plainly, such as 1234.5; a day as 2026-04-01; {@code true} or {@code false};
 *     why it cannot be used, for {@link Kind#BROKEN}; empty for a blank cell
 */
public record SheetCell(Kind kind, String text) {

    /** A cell that holds nothing. */
    public static final SheetCell BLANK = new SheetCell(Kind.TEXT, "");

    /** What a file says about a cell's value. */
    public enum Kind {
        /** Letters as they stand; the only kind in CSV. */
        TEXT,
        NUMBER,
        /** A number shown as a percentage: 0.85 for what reads 85%. */
        PERCENT,
        /** A day, or a moment whose time is kept behind a T. */
        DATE,
        BOOLEAN,
        /** A formula whose result is not stored: nothing here computes it. */
        UNCOMPUTED,
        /** An error value such as #N/A, or a number that is none. */
        BROKEN
    }

    /** Returns a cell of letters. */
    public static SheetCell text(String text) {
        return text.isEmpty() ? BLANK : new SheetCell(Kind.TEXT, text);
    }

    /** Returns whether there is nothing, or only white space, in it. */
    public boolean isBlank() {
        return text.isBlank() && isUsable();
    }

    /** Returns whether it holds a value that can be used. */
    public boolean isUsable() {
        return kind != Kind.UNCOMPUTED && kind != Kind.BROKEN;
    }
}
