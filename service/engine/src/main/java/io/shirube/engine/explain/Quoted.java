package io.shirube.engine.explain;

import io.shirube.engine.evaluate.Value;
import io.shirube.engine.model.Slots;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a term is worth for one firing, ready to be shown.
 *
 * @param state {@link Slots#KNOWN}, {@link Slots#UNKNOWN} or {@link Slots#ABSENT}
 * @param number the number, day, boolean or ordinal; meaningful only when known
 * @param text the text of a known TEXT, else null
 * @param texts the members of a known TEXT_SET, else none
 */
public record Quoted(byte state, double number, @Nullable String text, Set<String> texts) {

    /** Nobody told it. */
    public static final Quoted UNKNOWN = new Quoted(Slots.UNKNOWN, 0, null, Set.of());

    /** There is none. */
    public static final Quoted ABSENT = new Quoted(Slots.ABSENT, 0, null, Set.of());

    /** Returns a known number, day, boolean or ordinal. */
    public static Quoted number(double number) {
        return new Quoted(Slots.KNOWN, number, null, Set.of());
    }

    /** Returns what a value comes to when it is shown; one that is only bounded is unknown. */
    public static Quoted of(Value value) {
        if (value instanceof Value.Known known) {
            return number(known.number());
        }
        if (value instanceof Value.KnownText known) {
            return new Quoted(Slots.KNOWN, known.number(), known.text(), Set.of());
        }
        if (value instanceof Value.KnownTexts known) {
            return new Quoted(Slots.KNOWN, 0, null, known.texts());
        }
        return value instanceof Value.Absent ? ABSENT : UNKNOWN;
    }

    public boolean isKnown() {
        return state == Slots.KNOWN;
    }
}
