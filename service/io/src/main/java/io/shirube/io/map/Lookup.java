package io.shirube.io.map;

import io.shirube.io.sheet.UnreadableFileException;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of a table that others take values from, by their keys. */
final class Lookup {

    /** The most rows that are held. */
    static final int MOST_ROWS = 2_000_000;

    private final Map<Object, @Nullable Object[]> rows = new HashMap<>();

    private Lookup() {}

    /** @param key place of the key; of equal keys the first row stays */
    static Lookup of(TableRows table, int key) throws IOException {
        Lookup lookup = new Lookup();
        for (TableRows.Row row = table.next(); row != null; row = table.next()) {
            Object value = row.values()[key];
            if (value != null) {
                lookup.rows.putIfAbsent(value, row.values());
            }
            if (lookup.rows.size() > MOST_ROWS) {
                throw new UnreadableFileException(
                        "結合する表の行が多すぎます（上限 " + MOST_ROWS + " 行）。",
                        "A table to join has too many rows (at most " + MOST_ROWS + ").");
            }
        }
        return lookup;
    }

    /** Copies the values taken; returns whether there is a row of that key. */
    boolean take(TableSpec.Join join, @Nullable Object[] values) {
        Object key = values[join.on()];
        Object[] other = key == null ? null : rows.get(key);
        if (other == null) {
            return false;
        }
        join.take().forEach((place, there) -> values[place] = other[there]);
        return true;
    }
}
