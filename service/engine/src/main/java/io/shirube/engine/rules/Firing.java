package io.shirube.engine.rules;

import java.util.Arrays;

/**
 * A rule, or a row of a table, together with the items that made it true.
 *
 * @param unit number of the rule or table in its {@link RuleModel}
 * @param row number of the row from 0, or {@link #NO_ROW} for a rule
 * @param tuple index of the bound item by variable, {@link #UNBOUND} where the tuple binds none; empty for a row
 */
@SuppressWarnings("ArrayRecordComponent") // because it is made for every firing and is compared by content below
public record Firing(int unit, int row, int[] tuple) implements Comparable<Firing> {

    /** The row of a rule. */
    public static final int NO_ROW = -1;

    /** The index of a variable that the tuple does not bind. */
    public static final int UNBOUND = -1;

    @Override
    public int compareTo(Firing other) {
        if (unit != other.unit) {
            return Integer.compare(unit, other.unit);
        }
        return row != other.row ? Integer.compare(row, other.row) : Arrays.compare(tuple, other.tuple);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Firing that && unit == that.unit && row == that.row && Arrays.equals(tuple, that.tuple);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * unit + row) + Arrays.hashCode(tuple);
    }

    @Override
    public String toString() {
        return "Firing[unit=" + unit + ", row=" + row + ", tuple=" + Arrays.toString(tuple) + "]";
    }
}
