package io.shirube.engine.evaluate;

import io.shirube.engine.evaluate.TableVerdict.CellVerdict;
import io.shirube.engine.evaluate.TableVerdict.RowVerdict;
import io.shirube.engine.model.Slots;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.Firing;
import io.shirube.engine.rules.Table;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** A table with an index of its columns. Immutable. */
final class TableNode extends UnitNode {

    private static final int[] NO_ITEMS = {};

    private final Table table;
    private final List<Table.Row> rows;
    private final ColumnIndex[] columns;
    private final long[] all;

    TableNode(Table table) {
        super(table);
        this.table = table;
        this.rows = table.rows();
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).index() != i
                    || rows.get(i).cells().size() != table.columns().size()) {
                throw new IllegalArgumentException("rows: table " + table.name() + ", row " + i + " is misnumbered or"
                        + " has not one cell for each column");
            }
        }
        Set<Verdict> wanted =
                table.hit() == Table.Hit.FIRST ? EnumSet.of(Verdict.TRUE, Verdict.UNKNOWN) : EnumSet.of(Verdict.TRUE);
        List<ColumnIndex> indexes = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            int place = i;
            if (!rows.stream().allMatch(row -> row.cells().get(place).isAny())) {
                indexes.add(new ColumnIndex(table, place, wanted));
            }
        }
        this.columns = indexes.toArray(ColumnIndex[]::new);
        this.all = new long[(rows.size() + 63) >>> 6];
        for (int row = 0; row < rows.size(); row++) {
            all[row >>> 6] |= 1L << row;
        }
    }

    @Override
    int variables() {
        return 0;
    }

    @Override
    void fire(Frame frame) {
        long[][] candidates = candidates(frame.account);
        for (int word = 0; word < all.length; word++) {
            long bits = all[word];
            for (long[] of : candidates) {
                bits &= of[word];
            }
            for (; bits != 0; bits &= bits - 1) {
                int row = (word << 6) + Long.numberOfTrailingZeros(bits);
                Verdict verdict = CellReading.row(table, rows.get(row), frame.account);
                if (verdict == Verdict.TRUE) {
                    frame.fire(new Firing(table.number(), row, NO_ITEMS));
                }
                if (table.hit() == Table.Hit.FIRST && verdict != Verdict.FALSE) {
                    return;
                }
            }
        }
    }

    private long[][] candidates(Slots account) {
        long[][] candidates = new long[columns.length][];
        for (int i = 0; i < columns.length; i++) {
            candidates[i] = columns[i].rows(account);
        }
        return candidates;
    }

    /** Reads every row, so it is for explanation only. */
    TableVerdict explain(Slots account) {
        List<Integer> hits = new ArrayList<>();
        List<Integer> unknown = new ArrayList<>();
        for (Table.Row row : rows) {
            Verdict verdict = CellReading.row(table, row, account);
            if (verdict == Verdict.FALSE) {
                continue;
            }
            boolean first = hits.isEmpty() && unknown.isEmpty();
            if (verdict == Verdict.UNKNOWN) {
                unknown.add(row.index());
            } else if (first || table.hit() != Table.Hit.FIRST) {
                hits.add(row.index());
            }
        }
        boolean barred = table.hit() == Table.Hit.FIRST && hits.isEmpty() && !unknown.isEmpty();
        return new TableVerdict(hits, unknown, barred ? OptionalInt.of(unknown.get(0)) : OptionalInt.empty());
    }

    /** Reads every cell, so it is for explanation only. */
    int[] failingCells(Slots account) {
        int[] failing = new int[rows.size()];
        for (int row = 0; row < failing.length; row++) {
            List<Table.Cell> cells = rows.get(row).cells();
            for (int i = 0; i < cells.size(); i++) {
                Field field = table.columns().get(i).field();
                Verdict verdict = CellReading.cell(cells.get(i), field.type(), account, field.slot());
                failing[row] += verdict == Verdict.TRUE ? 0 : 1;
            }
        }
        return failing;
    }

    RowVerdict explain(Table.Row row, Slots account) {
        List<CellVerdict> cells = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            Field field = table.columns().get(i).field();
            Table.Cell cell = row.cells().get(i);
            cells.add(new CellVerdict(
                    table.columns().get(i),
                    cell,
                    CellReading.cell(cell, field.type(), account, field.slot()),
                    TermNode.valueOf(account, field.slot(), field.type())));
        }
        return new RowVerdict(row.index(), CellReading.row(table, row, account), cells);
    }
}
