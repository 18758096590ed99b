package io.shirube.engine.internal.drools;

import io.shirube.engine.model.Slots;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.Table;
import io.shirube.engine.rules.ValueType;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one table, indexed: for an account it gives those that its columns do not make false, which are few of many
 * thousands. Immutable, safe for use by many threads.
 */
final class TableRows {

    private final List<RowFact> rows = new ArrayList<>();
    private final List<ColumnBits> columns = new ArrayList<>();

    TableRows(Table table) {
        List<List<@Nullable CellTest>> tests = new ArrayList<>();
        for (Table.Column column : table.columns()) {
            tests.add(tests(table, column, tests.size()));
        }
        for (int row = 0; row < table.rows().size(); row++) {
            List<CellTest> asked = new ArrayList<>();
            for (List<@Nullable CellTest> column : tests) {
                CellTest test = column.get(row);
                if (test != null) {
                    asked.add(test);
                }
            }
            rows.add(new RowFact(table.rows().get(row).index(), asked));
        }
        for (int i = 0; i < tests.size(); i++) {
            Field field = table.columns().get(i).field();
            if (field.type() != ValueType.TEXT_SET) {
                ColumnBits bits = ColumnBits.of(field.slot(), tests.get(i));
                if (bits != null) {
                    columns.add(bits);
                }
            }
        }
    }

    private static List<@Nullable CellTest> tests(Table table, Table.Column column, int number) {
        List<@Nullable CellTest> tests = new ArrayList<>();
        Field field = column.field();
        for (Table.Row row : table.rows()) {
            Table.Cell cell = row.cells().get(number);
            tests.add(cell.isAny() ? null : new CellTest(field.slot(), field.type() == ValueType.TEXT_SET, cell));
        }
        return tests;
    }

    /** Returns the rows that may be true, in their order. */
    List<RowFact> candidates(Slots slots) {
        if (columns.isEmpty()) {
            return rows;
        }
        BitSet open = (BitSet) columns.get(0).open(slots).clone();
        for (int i = 1; i < columns.size(); i++) {
            open.and(columns.get(i).open(slots));
        }
        List<RowFact> candidates = new ArrayList<>();
        for (int row = open.nextSetBit(0); row >= 0; row = open.nextSetBit(row + 1)) {
            candidates.add(rows.get(row));
        }
        return candidates;
    }
}
