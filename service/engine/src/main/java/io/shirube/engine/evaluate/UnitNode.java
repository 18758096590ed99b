package io.shirube.engine.evaluate;

import io.shirube.engine.rules.RuleUnit;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A rule or table bound to its slots. Immutable. */
abstract sealed class UnitNode permits RuleNode, TableNode {

    private final long from;
    private final long until;

    UnitNode(RuleUnit unit) {
        this.from = day(unit.from(), Long.MIN_VALUE);
        this.until = day(unit.until(), Long.MAX_VALUE);
    }

    private static long day(@Nullable LocalDate date, long otherwise) {
        return date == null ? otherwise : date.toEpochDay();
    }

    /** Returns whether it may fire on a day, given in days since 1970-01-01. */
    final boolean mayFireOn(long day) {
        return from <= day && day <= until;
    }

    /** Returns the number of places for bound items it needs. */
    abstract int variables();

    /** Adds its firings to the frame, sorted and distinct. */
    abstract void fire(Frame frame);
}
