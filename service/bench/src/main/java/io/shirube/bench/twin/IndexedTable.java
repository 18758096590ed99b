package io.shirube.bench.twin;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The same table by what a programmer would index who knows its columns: hashed by industry and stage, then searched by
 * employees. Immutable, safe for use by many threads.
 */
public final class IndexedTable {

    private final List<TwinRow> rows;
    private final Map<String, Map<TwinCustomer.Stage, NavigableMap<Double, List<Integer>>>> index = new HashMap<>();

    public IndexedTable(List<TwinRow> rows) {
        this.rows = List.copyOf(rows);
        for (int i = 0; i < rows.size(); i++) {
            TwinRow row = rows.get(i);
            for (TwinCustomer.Stage stage : row.stages()) {
                index.computeIfAbsent(row.industry(), industry -> new EnumMap<>(TwinCustomer.Stage.class))
                        .computeIfAbsent(stage, of -> new TreeMap<>())
                        .computeIfAbsent(row.employeesFrom(), from -> new ArrayList<>())
                        .add(i);
            }
        }
    }

    /** Returns the number of the row that takes a customer, first is 0; -1 for none. */
    public int row(TwinCustomer customer) {
        @Nullable
        Map<TwinCustomer.Stage, NavigableMap<Double, List<Integer>>> ofIndustry = index.get(customer.industry());
        if (ofIndustry == null || customer.stage() == null || Double.isNaN(customer.employees())) {
            return -1;
        }
        @Nullable NavigableMap<Double, List<Integer>> ofStage = ofIndustry.get(customer.stage());
        Map.@Nullable Entry<Double, List<Integer>> band =
                ofStage == null ? null : ofStage.floorEntry(customer.employees());
        if (band == null) {
            return -1;
        }
        for (int row : band.getValue()) {
            if (rows.get(row).takes(customer)) {
                return row;
            }
        }
        return -1;
    }
}
