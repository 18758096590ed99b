package io.shirube.engine.rules;

import io.shirube.engine.model.Position;
import org.jspecify.annotations.Nullable;

/**
 * How one signal or attribute of the catalogue is read.
 *
 * @param field where rules read it
 * @param staleDays age in days up to which a measurement is believed, or null for ever
 * @param derivation how it is computed when the caller does not give it, or null
 */
public record SignalType(
        Field field, @Nullable Integer staleDays, @Nullable Derivation derivation, Position position) {

    /** A derivation over other fields of the account. */
    public sealed interface Derivation {}

    /** An expression over signals, account and contract. */
    public record Computed(Term term) implements Derivation {}

    /** The value the source signal had {@code days} ago: the newest measurement at least that old. */
    public record Previous(Field source, int days) implements Derivation {}

    /** Relative change against {@code days} ago: (now - then) / then; unknown when then is 0. */
    public record Change(Field source, int days) implements Derivation {}

    /** How many items of a collection make the constraint true; unknown while that is not settled. */
    public record Count(Condition.Match items) implements Derivation {}

    /** Lowest or highest value of a term over the items that make the constraint true; absent when there are none. */
    public record Extreme(Condition.Match items, Term of, boolean highest) implements Derivation {}
}
