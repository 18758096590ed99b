package io.shirube.bench.twin;

import java.util.List;

/** A table as a loop that ends at the first row that fits. Immutable, safe for use by many threads. */
public final class NaiveTable {

    private final List<TwinRow> rows;

    public NaiveTable(List<TwinRow> rows) {
        this.rows = List.copyOf(rows);
    }

    /** Returns the number of the row that takes a customer, first is 0; -1 for none. */
    public int row(TwinCustomer customer) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).takes(customer)) {
                return i;
            }
        }
        return -1;
    }
}
