package io.shirube.engine.internal.drools;

import io.shirube.engine.model.Slots;
import io.shirube.engine.rules.Table;
import java.util.function.DoubleConsumer;

/** The condition of one cell, flattened. Immutable. */
final class CellTest {

    private static final byte RANGE = 0;
    private static final byte MEMBER = 1;
    private static final byte NULL = 2;
    private static final byte KNOWN = 3;

    private final int slot;
    private final boolean negated;
    private final byte[] kinds;
    private final double[] lows;
    private final double[] highs;

    CellTest(int slot, boolean ofSet, Table.Cell cell) {
        int size = cell.parts().size();
        this.slot = slot;
        this.negated = cell.negated();
        this.kinds = new byte[size];
        this.lows = new double[size];
        this.highs = new double[size];
        for (int i = 0; i < size; i++) {
            flatten(i, ofSet, cell.parts().get(i));
        }
    }

    private void flatten(int i, boolean ofSet, Table.Part part) {
        if (part instanceof Table.Range range) {
            kinds[i] = RANGE;
            lows[i] = range.lowIncluded() ? bound(range.low()) : Math.nextUp(bound(range.low()));
            highs[i] = range.highIncluded() ? bound(range.high()) : Math.nextDown(bound(range.high()));
        } else if (part instanceof Table.Value value) {
            kinds[i] = ofSet ? MEMBER : RANGE;
            lows[i] = bound(value.value());
            highs[i] = lows[i];
        } else {
            kinds[i] = part instanceof Table.IsNull ? NULL : KNOWN;
        }
    }

    /** Adding zero makes of -0.0, which equals 0.0 but sorts before it, 0.0. */
    private static double bound(double value) {
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException("a bound that is not a number");
        }
        return value + 0.0;
    }

    /** Gives every number at which the verdict may change. */
    void bounds(DoubleConsumer consumer) {
        for (int i = 0; i < kinds.length; i++) {
            if (kinds[i] == RANGE) {
                consumer.accept(lows[i]);
                consumer.accept(highs[i]);
            }
        }
    }

    /** Returns 1, 0 or -1. */
    int verdict(Slots slots) {
        int verdict = -1;
        for (int i = 0; i < kinds.length && verdict < 1; i++) {
            boolean member = kinds[i] == MEMBER && slots.isKnown(slot);
            int ofPart = member
                    ? holds(slots.contains(slot, (int) lows[i]))
                    : ofPart(i, slots.state(slot), slots.number(slot));
            verdict = Math.max(verdict, ofPart);
        }
        return negated ? -verdict : verdict;
    }

    /** Returns the same for a slot that holds no set. */
    int verdict(byte state, double number) {
        int verdict = -1;
        for (int i = 0; i < kinds.length && verdict < 1; i++) {
            verdict = Math.max(verdict, ofPart(i, state, number));
        }
        return negated ? -verdict : verdict;
    }

    private int ofPart(int i, byte state, double number) {
        if (kinds[i] >= NULL) {
            return holds((state == Slots.KNOWN) == (kinds[i] == KNOWN));
        }
        if (state != Slots.KNOWN) {
            return state == Slots.UNKNOWN ? 0 : -1;
        }
        return holds(lows[i] <= number && number <= highs[i]);
    }

    private static int holds(boolean holds) {
        return holds ? 1 : -1;
    }
}
