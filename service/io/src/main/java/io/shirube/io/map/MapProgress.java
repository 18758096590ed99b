package io.shirube.io.map;

/** Hears how far a mapping is. */
@FunctionalInterface
public interface MapProgress {

    /** Hears nothing. */
    MapProgress NONE = (table, rows) -> {};

    /** Called now and then, and at each table's end. */
    void rows(String table, long rows);
}
