package io.shirube.engine.authoring.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A set of atoms as ascending half-open intervals that do not touch.
 *
 * @param bounds begin and end of each interval
 * @param unknown whether the cell is unknown, neither true nor false, for the unknown value
 */
@SuppressWarnings("ArrayRecordComponent") // because it never leaves this package and is never compared
record Spans(int[] bounds, boolean unknown) {

    static Spans all(int size) {
        return new Spans(new int[] {0, size}, false);
    }

    /** Returns the union of intervals in any order. */
    static Spans union(List<int[]> intervals) {
        List<int[]> sorted = new ArrayList<>(intervals);
        sorted.sort(Comparator.comparingInt(interval -> interval[0]));
        List<int[]> merged = new ArrayList<>();
        for (int[] interval : sorted) {
            int last = merged.size() - 1;
            if (last >= 0 && interval[0] <= merged.get(last)[1]) {
                merged.get(last)[1] = Math.max(merged.get(last)[1], interval[1]);
            } else {
                merged.add(interval.clone());
            }
        }
        int[] bounds = new int[merged.size() * 2];
        for (int i = 0; i < merged.size(); i++) {
            bounds[2 * i] = merged.get(i)[0];
            bounds[2 * i + 1] = merged.get(i)[1];
        }
        return new Spans(bounds, false);
    }

    Spans plus(Spans other) {
        List<int[]> intervals = intervals();
        intervals.addAll(other.intervals());
        return union(intervals);
    }

    /** Returns what of an interval is not in this set. */
    Spans complement(int from, int to) {
        List<int[]> left = new ArrayList<>();
        int next = from;
        for (int[] interval : intervals()) {
            if (interval[0] > next) {
                left.add(new int[] {next, interval[0]});
            }
            next = Math.max(next, interval[1]);
        }
        if (next < to) {
            left.add(new int[] {next, to});
        }
        return union(left);
    }

    Spans withUnknown(boolean value) {
        return new Spans(bounds, value);
    }

    /** Returns this set together with the unknown value where the cell is unknown: all it is not false for. */
    Spans notFalse() {
        return unknown ? plus(union(List.of(new int[] {0, 1}))).withUnknown(true) : this;
    }

    boolean isEmpty() {
        return bounds.length == 0;
    }

    boolean isAll(int size) {
        return bounds.length == 2 && bounds[0] == 0 && bounds[1] == size;
    }

    int begin() {
        return bounds[0];
    }

    int end() {
        return bounds[bounds.length - 1];
    }

    /** Returns the first common atom at or above a place, or -1. */
    int firstCommon(Spans other, int from) {
        int i = 0;
        int j = 0;
        while (i < bounds.length && j < other.bounds.length) {
            int begin = Math.max(from, Math.max(bounds[i], other.bounds[j]));
            int end = Math.min(bounds[i + 1], other.bounds[j + 1]);
            if (begin < end) {
                return begin;
            }
            if (bounds[i + 1] < other.bounds[j + 1]) {
                i += 2;
            } else {
                j += 2;
            }
        }
        return -1;
    }

    private List<int[]> intervals() {
        List<int[]> intervals = new ArrayList<>();
        for (int i = 0; i < bounds.length; i += 2) {
            intervals.add(new int[] {bounds[i], bounds[i + 1]});
        }
        return intervals;
    }
}
