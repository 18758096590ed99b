package io.shirube.engine.internal.drools;

import io.shirube.engine.model.Slots;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * For every value a column may have, the rows whose cell is not false. Between two neighbouring bounds all values are alike.
 * Immutable, safe for use by many threads.
 */
final class ColumnBits {

    /** Cells evaluated to build the bits of one column; above this the column goes without. */
    private static final long MOST_CELLS = 64_000_000;

    private final int slot;
    private final double[] bounds;
    private final BitSet unknown;
    private final BitSet absent;

    /** At 2i the gap below bound i, at 2i + 1 the bound itself. */
    private final BitSet[] known;

    private ColumnBits(int slot, double[] bounds, List<@Nullable CellTest> cells) {
        this.slot = slot;
        this.bounds = bounds;
        this.unknown = bits(cells, Slots.UNKNOWN, 0);
        this.absent = bits(cells, Slots.ABSENT, 0);
        this.known = new BitSet[2 * bounds.length + 1];
        for (int i = 0; i < known.length; i++) {
            known[i] = bits(cells, Slots.KNOWN, sample(i));
        }
    }

    /**
     * @param cells one for each row, null where it asks nothing
     * @return null when the bits would take too much time or room
     */
    static @Nullable ColumnBits of(int slot, List<@Nullable CellTest> cells) {
        DoubleStream.Builder all = DoubleStream.builder();
        for (CellTest cell : cells) {
            if (cell != null) {
                cell.bounds(all);
            }
        }
        double[] bounds =
                all.build().filter(Double::isFinite).sorted().distinct().toArray();
        return (2L * bounds.length + 3) * cells.size() > MOST_CELLS ? null : new ColumnBits(slot, bounds, cells);
    }

    private double sample(int segment) {
        if (segment % 2 == 1) {
            return bounds[segment / 2];
        }
        return segment == 0 ? bounds.length == 0 ? 0 : Math.nextDown(bounds[0]) : Math.nextUp(bounds[segment / 2 - 1]);
    }

    private static BitSet bits(List<@Nullable CellTest> cells, byte state, double number) {
        BitSet bits = new BitSet(cells.size());
        for (int row = 0; row < cells.size(); row++) {
            CellTest cell = cells.get(row);
            if (cell == null || cell.verdict(state, number) >= 0) {
                bits.set(row);
            }
        }
        return bits;
    }

    /** Returns the rows that the value in the account's slot does not make false; not to be changed. */
    BitSet open(Slots slots) {
        byte state = slots.state(slot);
        if (state != Slots.KNOWN) {
            return state == Slots.UNKNOWN ? unknown : absent;
        }
        int found = Arrays.binarySearch(bounds, slots.number(slot) + 0.0);
        return known[found >= 0 ? 2 * found + 1 : -2 * (found + 1)];
    }
}
