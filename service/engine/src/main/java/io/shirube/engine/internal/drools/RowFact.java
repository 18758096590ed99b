package io.shirube.engine.internal.drools;

import io.shirube.engine.model.Slots;
import java.util.List;

/** One row of a decision table, told apart from the rules: rows are data. Immutable. */
public final class RowFact {

    private final int row;
    private final List<CellTest> cells;

    /**
     * @param row place in the table from 0
     * @param cells those that ask something
     */
    RowFact(int row, List<CellTest> cells) {
        this.row = row;
        this.cells = List.copyOf(cells);
    }

    /** Returns its place in the table from 0. */
    public int getRow() {
        return row;
    }

    /** Returns the verdict of its cells together: 1, 0 or -1. */
    public int verdict(AccountFact account) {
        Slots slots = account.slots();
        int verdict = 1;
        for (CellTest cell : cells) {
            int ofCell = cell.verdict(slots);
            if (ofCell < 0) {
                return -1;
            }
            verdict = Math.min(verdict, ofCell);
        }
        return verdict;
    }
}
