package io.shirube.engine.internal.drools;

import io.shirube.engine.model.Slots;
import io.shirube.engine.rules.Table;
import io.shirube.engine.rules.ValueType;
import java.util.ArrayList;
import java.util.List;

/** One row of a decision table. It stays in the sessions for good: rows are data. Immutable. */
public final class RowFact {

    private final int table;
    private final int row;
    private final List<CellTest> cells;

    private RowFact(int table, int row, List<CellTest> cells) {
        this.table = table;
        this.row = row;
        this.cells = cells;
    }

    static List<RowFact> of(Table table) {
        List<RowFact> rows = new ArrayList<>();
        for (Table.Row row : table.rows()) {
            List<CellTest> cells = new ArrayList<>();
            for (int i = 0; i < table.columns().size(); i++) {
                if (!row.cells().get(i).isAny()) {
                    var field = table.columns().get(i).field();
                    cells.add(new CellTest(
                            field.slot(),
                            field.type() == ValueType.TEXT_SET,
                            row.cells().get(i)));
                }
            }
            rows.add(new RowFact(table.number(), row.index(), List.copyOf(cells)));
        }
        return rows;
    }

    /** Returns the number of its table. */
    public int getTable() {
        return table;
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
