package io.shirube.engine.simulate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntBiFunction;

/** Lays two lists beside each other, in order, so that as much as possible of both is alike. */
final class Alignment {

    /** What two equal items are worth; what two similar ones are must be far below. */
    static final int EQUAL = 10_000;

    /** Pairs that are tried at most; beyond, the lists are not compared. */
    private static final long MOST_PAIRS = 4_000_000;

    private Alignment() {}

    /** Two items that belong together; -1 where one list has none. */
    record Pair(int before, int after) {}

    /**
     * Returns the pairs in order; empty when the lists are too long to be compared.
     *
     * @param likeness {@link #EQUAL} for equal items, less for similar ones, 0 for items that do not belong together
     */
    static <T> Optional<List<Pair>> of(List<T> before, List<T> after, ToIntBiFunction<T, T> likeness) {
        int start = 0;
        int shorter = Math.min(before.size(), after.size());
        while (start < shorter && likeness.applyAsInt(before.get(start), after.get(start)) == EQUAL) {
            start++;
        }
        int end = 0;
        while (end < shorter - start
                && likeness.applyAsInt(before.get(before.size() - 1 - end), after.get(after.size() - 1 - end))
                        == EQUAL) {
            end++;
        }
        int rows = before.size() - start - end;
        int columns = after.size() - start - end;
        if ((long) rows * columns > MOST_PAIRS) {
            return Optional.empty();
        }
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < start; i++) {
            pairs.add(new Pair(i, i));
        }
        pairs.addAll(
                middle(before.subList(start, start + rows), after.subList(start, start + columns), start, likeness));
        for (int i = 0; i < end; i++) {
            pairs.add(new Pair(start + rows + i, start + columns + i));
        }
        return Optional.of(pairs);
    }

    private static <T> List<Pair> middle(List<T> before, List<T> after, int offset, ToIntBiFunction<T, T> likeness) {
        int[][] worth = new int[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                int alike = likeness.applyAsInt(before.get(i), after.get(j));
                int paired = alike == 0 ? 0 : alike + worth[i + 1][j + 1];
                worth[i][j] = Math.max(paired, Math.max(worth[i + 1][j], worth[i][j + 1]));
            }
        }
        List<Pair> pairs = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            boolean both = i < before.size() && j < after.size();
            int alike = both ? likeness.applyAsInt(before.get(i), after.get(j)) : 0;
            if (both && alike > 0 && worth[i][j] == alike + worth[i + 1][j + 1]) {
                pairs.add(new Pair(offset + i++, offset + j++));
            } else if (j == after.size() || (i < before.size() && worth[i][j] == worth[i + 1][j])) {
                pairs.add(new Pair(offset + i++, -1));
            } else {
                pairs.add(new Pair(-1, offset + j++));
            }
        }
        return Collections.unmodifiableList(pairs);
    }
}
