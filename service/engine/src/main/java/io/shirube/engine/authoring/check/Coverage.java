package io.shirube.engine.authoring.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Looks for inputs that no row of a table answers, column by column: the atoms of a column fall into segments in which the
 * same rows are still possible; where one of these answers whatever the other columns hold, the branch is done.
 */
final class Coverage {

    private static final int MOST_STEPS = 1_000_000;

    private final Spans[][] rows;
    private final int[] sizes;
    private final boolean firstOnly;
    private final int[] freeFrom;
    private final List<int[]> gaps = new ArrayList<>();
    private final List<Set<String>> covered = new ArrayList<>();
    private int steps;
    private int wanted;
    private Spans @Nullable [] box;

    /**
     * @param rows by row and column, where a row is true, or not false when the topmost row decides
     * @param sizes number of atoms by column
     * @param firstOnly whether only the topmost possible row may answer, and only when it is not unknown
     */
    Coverage(Spans[][] rows, int[] sizes, boolean firstOnly) {
        this.rows = rows;
        this.sizes = sizes;
        this.firstOnly = firstOnly;
        this.freeFrom = new int[rows.length];
        for (int row = 0; row < rows.length; row++) {
            int from = sizes.length;
            while (from > 0 && rows[row][from - 1].isAll(sizes[from - 1]) && !rows[row][from - 1].unknown()) {
                from--;
            }
            freeFrom[row] = from;
        }
    }

    /**
     * Returns up to so many inputs, an atom for each column, -1 where any does, that no row answers; null when looking
     * took too long.
     */
    @Nullable
    List<int[]> gaps(int most) {
        int[] all = new int[rows.length];
        Arrays.setAll(all, i -> i);
        return search(all, most, null);
    }

    /** Returns whether some input of one row's own is answered by none of the rows above; null when looking took too long. */
    @Nullable
    Boolean reachable(int row, Spans[] own) {
        int[] above = new int[row];
        Arrays.setAll(above, i -> i);
        @Nullable List<int[]> found = search(above, 1, own);
        return found == null ? null : !found.isEmpty();
    }

    private @Nullable List<int[]> search(int[] active, int most, Spans @Nullable [] within) {
        gaps.clear();
        covered.clear();
        for (int i = 0; i < sizes.length; i++) {
            covered.add(new HashSet<>());
        }
        wanted = most;
        box = within;
        int[] path = new int[sizes.length];
        Arrays.fill(path, -1);
        explore(0, active, new boolean[active.length], path);
        return steps > MOST_STEPS ? null : List.copyOf(gaps);
    }

    /** Returns whether every input below this path is answered. */
    private boolean explore(int column, int[] active, boolean[] unknown, int[] path) {
        if (gaps.size() >= wanted || steps > MOST_STEPS || answered(column, active, unknown)) {
            return true;
        }
        if (column == sizes.length || active.length == 0) {
            gaps.add(path.clone());
            return false;
        }
        String key = key(active, unknown);
        if (covered.get(column).contains(key)) {
            return true;
        }
        steps += active.length;
        boolean all = true;
        int[] cuts = cuts(column, active);
        int[][] members = members(column, active, cuts);
        for (int segment = 0; segment + 1 < cuts.length; segment++) {
            if (outside(column, cuts[segment])) {
                continue;
            }
            path[column] = cuts[segment];
            all &= exploreSegment(column, active, unknown, path, members[segment]);
        }
        path[column] = -1;
        if (all) {
            covered.get(column).add(key);
        }
        return all;
    }

    private boolean exploreSegment(int column, int[] active, boolean[] unknown, int[] path, int[] members) {
        int[] rest = new int[members.length];
        boolean[] restUnknown = new boolean[members.length];
        for (int i = 0; i < members.length; i++) {
            rest[i] = active[members[i]];
            restUnknown[i] = unknown[members[i]] || (path[column] == 0 && rows[rest[i]][column].unknown());
        }
        return explore(column + 1, rest, restUnknown, path);
    }

    private boolean answered(int column, int[] active, boolean[] unknown) {
        if (firstOnly) {
            return active.length > 0 && !unknown[0] && freeFrom[active[0]] <= column;
        }
        for (int row : active) {
            if (freeFrom[row] <= column) {
                return true;
            }
        }
        return false;
    }

    private boolean outside(int column, int atom) {
        return box != null && box[column].firstCommon(new Spans(new int[] {atom, atom + 1}, false), 0) < 0;
    }

    private int[] cuts(int column, int[] active) {
        TreeSet<Integer> cuts = new TreeSet<>(List.of(0, 1, sizes[column]));
        for (int row : active) {
            for (int bound : rows[row][column].bounds()) {
                cuts.add(bound);
            }
        }
        if (box != null) {
            for (int bound : box[column].bounds()) {
                cuts.add(bound);
            }
        }
        return cuts.stream().mapToInt(Integer::intValue).toArray();
    }

    private int[][] members(int column, int[] active, int[] cuts) {
        List<List<Integer>> members = new ArrayList<>();
        for (int i = 0; i + 1 < cuts.length; i++) {
            members.add(new ArrayList<>());
        }
        for (int i = 0; i < active.length && steps <= MOST_STEPS; i++) {
            int[] bounds = rows[active[i]][column].bounds();
            for (int b = 0; b < bounds.length; b += 2) {
                int end = Arrays.binarySearch(cuts, bounds[b + 1]);
                for (int segment = Arrays.binarySearch(cuts, bounds[b]); segment < end; segment++) {
                    members.get(segment).add(i);
                    steps++;
                }
            }
        }
        return members.stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    private static String key(int[] active, boolean[] unknown) {
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < active.length; i++) {
            key.append((char) active[i]).append(unknown[i] ? '?' : '!');
        }
        return key.toString();
    }
}
