package io.shirube.engine.evaluate;

import io.shirube.engine.model.Slots;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.Table;
import io.shirube.engine.rules.Table.Cell;
import io.shirube.engine.rules.ValueType;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;

/**
 * For each value of one column, the rows worth looking at: a superset of those whose cell gives a wanted verdict. Immutable.
 *
 * <p>The bounds and values of all cells cut the numbers into points and the gaps between them; within each the column's
 * verdicts are constant. Point i is stretch 2i+1, the gap before it stretch 2i. Neighbouring stretches share one set of rows
 * when there are very many, so an index stays small; and sets of texts are not told apart at all.
 */
final class ColumnIndex {

    private static final int MOST_BITS = 1 << 24;
    private static final int MOST_BUCKETS = 1024;
    private static final int FEWEST_BUCKETS = 64;

    private final int slot;
    private final double[] points;
    private final int shift;
    private final long[][] known;
    private final long[] unknown;
    private final long[] absent;

    /**
     * @param place which column
     * @param wanted the cell verdicts for which a row is worth looking at
     */
    ColumnIndex(Table table, int place, Set<Verdict> wanted) {
        Field field = table.columns().get(place).field();
        List<Cell> cells =
                table.rows().stream().map(row -> row.cells().get(place)).toList();
        boolean isSet = field.type() == ValueType.TEXT_SET;
        this.slot = field.slot();
        this.points = isSet
                ? new double[0]
                : cells.stream()
                        .flatMapToDouble(ColumnIndex::points)
                        .sorted()
                        .distinct()
                        .toArray();
        this.shift = shift(2 * points.length + 1, cells.size());
        int words = (cells.size() + 63) >>> 6;
        this.known = new long[((2 * points.length) >>> shift) + 1][words];
        this.unknown = new long[words];
        this.absent = new long[words];
        Slots probe = new Slots(1);
        for (int row = 0; row < cells.size(); row++) {
            Cell cell = cells.get(row);
            Predicate<Slots> matters = slots -> wanted.contains(CellReading.cell(cell, field.type(), slots, 0));
            if (isSet) {
                set(known[0], row);
            } else {
                addKnown(cell, row, matters, probe);
            }
            probe.setUnknown(0);
            if (matters.test(probe)) {
                set(unknown, row);
            }
            probe.setAbsent(0);
            if (matters.test(probe)) {
                set(absent, row);
            }
        }
    }

    /** Returns the rows worth looking at for the account's value. */
    long[] rows(Slots account) {
        byte state = account.state(slot);
        if (state == Slots.KNOWN) {
            return known[known.length == 1 ? 0 : stretch(account.number(slot)) >>> shift];
        }
        return state == Slots.ABSENT ? absent : unknown;
    }

    private int stretch(double number) {
        int found = Arrays.binarySearch(points, number + 0.0); // because -0.0 is 0.0 but sorts before it
        return found >= 0 ? 2 * found + 1 : 2 * (-found - 1);
    }

    /** Between its own points a cell's verdict is constant, so one probe in each gap and on each point tells all. */
    private void addKnown(Cell cell, int row, Predicate<Slots> matters, Slots probe) {
        double[] own = points(cell).sorted().distinct().toArray();
        int from = 0;
        for (double point : own) {
            int at = stretch(point);
            mark(from, at - 1, Math.nextDown(point), row, matters, probe);
            mark(at, at, point, row, matters, probe);
            from = at + 1;
        }
        double last = own.length == 0 ? 0 : Math.nextUp(own[own.length - 1]);
        mark(from, 2 * points.length, last, row, matters, probe);
    }

    private void mark(int from, int to, double representative, int row, Predicate<Slots> matters, Slots probe) {
        probe.set(0, representative);
        if (matters.test(probe)) {
            for (int bucket = from >>> shift; bucket <= to >>> shift; bucket++) {
                set(known[bucket], row);
            }
        }
    }

    private static DoubleStream points(Cell cell) {
        return cell.parts().stream()
                .flatMapToDouble(ColumnIndex::points)
                .filter(Double::isFinite)
                .map(point -> point + 0.0);
    }

    private static DoubleStream points(Table.Part part) {
        if (part instanceof Table.Range range) {
            return DoubleStream.of(range.low(), range.high());
        }
        return part instanceof Table.Value value ? DoubleStream.of(value.value()) : DoubleStream.empty();
    }

    private static int shift(int stretches, int rows) {
        int most = Math.max(FEWEST_BUCKETS, Math.min(MOST_BUCKETS, MOST_BITS / Math.max(1, rows)));
        int shift = 0;
        while (stretches >>> shift > most) {
            shift++;
        }
        return shift;
    }

    private static void set(long[] bits, int row) {
        bits[row >>> 6] |= 1L << row;
    }
}
