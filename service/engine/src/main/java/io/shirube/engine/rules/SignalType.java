package io.shirube.engine.rules;

import io.shirube.engine.model.FactType;
import io.shirube.engine.model.Position;
import org.jspecify.annotations.Nullable;

/**
 * How one signal or attribute of the catalogue is read.
 *
 * @param field where rules read it
 * @param staleDays age in days up to which a measurement is believed, or null for ever
 * @param derivation how it is computed when the caller does not give it, or null
 * @param changeable whether customer success can bring about another value; only then is a change of it ever advised
 */
public record SignalType(
        Field field,
        @Nullable Integer staleDays,
        @Nullable Derivation derivation,
        Position position,
        boolean changeable) {

    /** A signal that is changeable unless its kind forbids it. */
    public SignalType(Field field, @Nullable Integer staleDays, @Nullable Derivation derivation, Position position) {
        this(field, staleDays, derivation, position, mayChange(field, derivation));
    }

    public SignalType {
        if (changeable && !mayChange(field, derivation)) {
            throw new IllegalArgumentException("changeable: " + field.qualifiedName() + " is fixed by its kind");
        }
    }

    /** Returns whether a change may be advised at all: never of days, texts, attributes and what was a period ago. */
    public static boolean mayChange(Field field, @Nullable Derivation derivation) {
        boolean past = derivation instanceof OverTime overTime && overTime.trend() == Trend.PREVIOUS;
        return field.owner() == FactType.SIGNALS
                && !past
                && switch (field.type()) {
                    case NUMBER, BOOLEAN, ENUM -> true;
                    case DATE, TEXT, TEXT_SET -> false;
                };
    }

    /** A derivation over other fields of the account. */
    public sealed interface Derivation {}

    /** An expression over signals, account and contract. */
    public record Computed(Term term) implements Derivation {}

    /**
     * What the measurements of one signal come to over time.
     *
     * @param days length of the period, which ends at asOf
     */
    public record OverTime(Trend trend, Field source, int days) implements Derivation {}

    /** What is made of the measurements of a period. */
    public enum Trend {
        /** The value a period ago: the newest measurement at least that old. */
        PREVIOUS,
        /** Relative change against a period ago: (now - then) / then; unknown when then is 0. */
        CHANGE,
        /**
         * The same for a count over the period itself, each count divided by the working days it had: the calendar alone
         * moves a count, by a quarter over a holiday week. Unknown when either period has no working day.
         */
        CHANGE_PER_WORKING_DAY,
        /** Mean of the numbers measured within the period, those {@code days} old left out; unknown without any. */
        AVERAGE
    }

    /** How many items of a collection make the constraint true; unknown while that is not settled. */
    public record Count(Condition.Match items) implements Derivation {}

    /** Lowest or highest value of a term over the items that make the constraint true; absent when there are none. */
    public record Extreme(Condition.Match items, Term of, boolean highest) implements Derivation {}
}
