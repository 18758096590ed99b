package io.shirube.engine.evaluate;

import io.shirube.engine.rules.Table;
import java.util.List;
import java.util.OptionalInt;

/**
 * What the rows of a table came to for one account.
 *
 * @param hits numbers of the rows that fire, ascending
 * @param unknown numbers of the rows whose verdict is unknown, ascending
 * @param barredBy for a FIRST table, the unknown row above which nothing is true and because of which none fires
 */
public record TableVerdict(List<Integer> hits, List<Integer> unknown, OptionalInt barredBy) {

    public TableVerdict {
        hits = List.copyOf(hits);
        unknown = List.copyOf(unknown);
    }

    /**
     * What one row came to.
     *
     * @param row its number from 0
     * @param verdict the conjunction of its cells
     * @param cells one for each condition column
     */
    public record RowVerdict(int row, Verdict verdict, List<CellVerdict> cells) {
        public RowVerdict {
            cells = List.copyOf(cells);
        }
    }

    /**
     * What one cell came to.
     *
     * @param value the account's value of the column
     */
    public record CellVerdict(Table.Column column, Table.Cell cell, Verdict verdict, Value value) {}
}
