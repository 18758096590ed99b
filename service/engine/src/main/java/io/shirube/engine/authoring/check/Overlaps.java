package io.shirube.engine.authoring.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Finds rows that are true for one and the same input: sorted by one column, only rows that meet there are compared. */
final class Overlaps {

    private static final long MOST_COMPARISONS = 20_000_000;

    private final Spans[][] rows;

    Overlaps(Spans[][] rows) {
        this.rows = rows;
    }

    /** Returns pairs of rows that overlap, at most one for each later row; null when looking took too long. */
    @Nullable
    List<int[]> find(int most) {
        int columns = rows.length == 0 ? 0 : rows[0].length;
        int[] order = order(columns);
        List<int[]> pairs = new ArrayList<>();
        Set<Integer> reported = new HashSet<>();
        long comparisons = 0;
        int by = sortColumn(columns);
        for (int i = 0; i < order.length && pairs.size() < most; i++) {
            for (int j = i + 1; j < order.length && pairs.size() < most; j++) {
                if (columns > 0 && rows[order[j]][by].begin() >= rows[order[i]][by].end()) {
                    break;
                }
                if (++comparisons > MOST_COMPARISONS) {
                    return null;
                }
                int later = Math.max(order[i], order[j]);
                if (overlap(rows[order[i]], rows[order[j]]) && reported.add(later)) {
                    pairs.add(new int[] {Math.min(order[i], order[j]), later});
                }
            }
        }
        return pairs;
    }

    private int[] order(int columns) {
        IntStream all = IntStream.range(0, rows.length).filter(row -> canHit(rows[row]));
        if (columns == 0) {
            return all.toArray();
        }
        int by = sortColumn(columns);
        return all.boxed()
                .sorted(Comparator.comparingInt((Integer row) -> rows[row][by].begin())
                        .thenComparing(Comparator.naturalOrder()))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private int sortColumn(int columns) {
        int best = 0;
        int most = -1;
        for (int column = 0; column < columns; column++) {
            int by = column;
            int distinct = (int) IntStream.range(0, rows.length)
                    .filter(row -> canHit(rows[row]))
                    .map(row -> rows[row][by].begin())
                    .distinct()
                    .count();
            if (distinct > most) {
                most = distinct;
                best = column;
            }
        }
        return best;
    }

    private static boolean canHit(Spans[] row) {
        for (Spans cell : row) {
            if (cell.isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private static boolean overlap(Spans[] one, Spans[] other) {
        for (int column = 0; column < one.length; column++) {
            if (one[column].firstCommon(other[column], 0) < 0) {
                return false;
            }
        }
        return true;
    }
}
