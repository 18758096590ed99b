package io.shirube.engine.evaluate;

import io.shirube.engine.rules.Constraint.Comparison;

/**
 * All a figure over a collection may be while membership or values are unknown: a closed interval of numbers, absence, or
 * either.
 *
 * @param low lowest number, negative infinity when unbounded; above {@code high} when no number is possible
 * @param high highest number, infinity when unbounded
 * @param possiblyAbsent whether there may be no number
 */
public record Interval(double low, double high, boolean possiblyAbsent) {

    /** Certainly no number. */
    static final Interval ABSENT = new Interval(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, true);

    /** Any number. */
    static final Interval ANY_NUMBER = new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, false);

    /** Any number or none. */
    static final Interval ANYTHING = new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, true);

    /** Returns whether a number is possible. */
    public boolean possiblyPresent() {
        return low <= high;
    }

    /** Returns whether it is certainly the one number {@code low}. */
    public boolean isPoint() {
        return low == high && !possiblyAbsent;
    }

    /** Returns TRUE when all it may be satisfies the comparison, FALSE when nothing does; absence satisfies nothing. */
    public Verdict compare(Comparison comparison, double constant) {
        boolean satisfiable = possiblyPresent() && someNumber(comparison, constant);
        boolean refutable = possiblyAbsent || someNumber(opposite(comparison), constant);
        return satisfiable ? (refutable ? Verdict.UNKNOWN : Verdict.TRUE) : Verdict.FALSE;
    }

    /** Returns the number when it is certain, else what is possible. */
    Value value() {
        if (isPoint()) {
            return new Value.Known(low);
        }
        return possiblyPresent() ? new Value.Between(this) : new Value.Absent();
    }

    private boolean someNumber(Comparison comparison, double constant) {
        return switch (comparison) {
            case EQ -> low <= constant && constant <= high;
            case NE -> low != constant || high != constant;
            case LT -> low < constant;
            case LE -> low <= constant;
            case GT -> high > constant;
            case GE -> high >= constant;
        };
    }

    private static Comparison opposite(Comparison comparison) {
        return switch (comparison) {
            case EQ -> Comparison.NE;
            case NE -> Comparison.EQ;
            case LT -> Comparison.GE;
            case LE -> Comparison.GT;
            case GT -> Comparison.LE;
            case GE -> Comparison.LT;
        };
    }
}
