package io.shirube.engine.evaluate;

import java.util.Set;

/** What a term is worth for one account, raw: not rounded, not scaled to its display unit. */
public sealed interface Value {

    /** A number, or a date (days since 1970-01-01), boolean (0 or 1) or enum ordinal. */
    record Known(double number) implements Value {}

    /**
     * A text.
     *
     * @param number what it is interned as
     */
    record KnownText(double number, String text) implements Value {}

    /** The members of a set of texts, in the caller's order. */
    record KnownTexts(Set<String> texts) implements Value {}

    /** Nobody told it, it is too old, or it rests on something unknown. */
    record Unknown() implements Value {}

    /** It is told that there is none, or a figure has nothing to be made of. */
    record Absent() implements Value {}

    /** A figure over items of which not all is known. */
    record Between(Interval interval) implements Value {}
}
