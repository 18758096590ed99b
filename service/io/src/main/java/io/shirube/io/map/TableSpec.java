package io.shirube.io.map;

import io.shirube.engine.model.Position;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How one table is read.
 *
 * @param file name in the folder; null for the one file that is given
 * @param sheet null for the first that is shown
 * @param headers rows of headings, first is 1; empty for the first row that is not blank
 * @param names every value of a row, by name
 * @param unpivot null when a row stays a row
 * @param derived expressions whose values join the row, in order, by their places
 * @param where null when every row counts
 * @param day place of the row's date, or -1
 * @param account place of the account's key, or -1
 */
record TableSpec(
        String name,
        @Nullable String file,
        @Nullable String sheet,
        @Nullable String encoding,
        List<Integer> headers,
        Names names,
        List<ColumnSpec> columns,
        @Nullable Unpivot unpivot,
        List<Join> joins,
        Map<Integer, Expr> derived,
        @Nullable Expr where,
        int day,
        int account,
        List<Aggregate> aggregates,
        Position at) {

    TableSpec {
        headers = List.copyOf(headers);
        columns = List.copyOf(columns);
        joins = List.copyOf(joins);
        aggregates = List.copyOf(aggregates);
    }

    /**
     * Turns the months of a row into rows.
     *
     * @param month place of the month's last day
     * @param value how the cells under the months are read
     * @param fiscalYear in which the months lie, or 0 when the headings say so
     */
    record Unpivot(int month, ColumnSpec value, int fiscalYear) {}

    /**
     * Takes values from another table's row.
     *
     * @param on place of the key in this table
     * @param key name of the key column in the other
     * @param take places in the other, by places in this
     */
    record Join(String table, int on, String key, Map<Integer, Integer> take) {}

    /** What is gathered of the rows of an account. */
    enum Gather {
        COUNT,
        SUM,
        AVG,
        MIN,
        MAX,
        FIRST,
        LAST,
        DISTINCT
    }

    /**
     * One figure over the rows of an account.
     *
     * @param of null for a count
     * @param overDays length of the window, or 0 for all time
     * @param beforeDays how many days before asOf the window ends
     */
    record Aggregate(
            String name,
            Gather gather,
            @Nullable Expr of,
            int overDays,
            int beforeDays,
            @Nullable Expr where) {

        Type type() {
            return switch (gather) {
                case COUNT, SUM, AVG, DISTINCT -> Type.NUMBER;
                case MIN, MAX, FIRST, LAST -> of == null ? Type.NUMBER : of.type();
            };
        }
    }
}
