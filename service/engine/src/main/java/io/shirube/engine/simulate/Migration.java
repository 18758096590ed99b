package io.shirube.engine.simulate;

import io.shirube.engine.simulate.SimulationReport.Cell;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts accounts by what they were and what they become. Used by one thread. */
final class Migration {

    private final Map<String, Map<String, Cell>> cells = new TreeMap<>();
    private final List<String> order;

    /** @param order of the names that are known; others follow */
    Migration(List<String> order) {
        this.order = List.copyOf(order);
    }

    void add(String before, String after, Compared account) {
        cells.computeIfAbsent(before, row -> new TreeMap<>())
                .compute(after, (name, cell) -> plus(before, after, cell, account));
    }

    private static Cell plus(String before, String after, @Nullable Cell cell, Compared account) {
        Cell known = cell == null ? new Cell(before, after, Sums.NONE, Sums.NONE) : cell;
        return new Cell(
                before,
                after,
                known.all().plus(account),
                account.mover().isPresent() ? known.unmoved() : known.unmoved().plus(account));
    }

    /** Returns the cells that hold an account, row by row. */
    List<Cell> cells() {
        List<Cell> list = new ArrayList<>();
        cells.values().forEach(row -> list.addAll(row.values()));
        Comparator<String> known = Comparator.comparingInt(
                        (String name) -> order.contains(name) ? order.indexOf(name) : order.size())
                .thenComparing(Comparator.naturalOrder());
        list.sort(Comparator.comparing(Cell::before, known).thenComparing(Cell::after, known));
        return list;
    }
}
