package io.shirube.engine.authoring.check;

import io.shirube.engine.model.Text;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.Table.Cell;
import io.shirube.engine.rules.Table.IsKnown;
import io.shirube.engine.rules.Table.IsNull;
import io.shirube.engine.rules.Table.Part;
import io.shirube.engine.rules.Table.Range;
import io.shirube.engine.rules.Table.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The values of one column, cut into the fewest pieces no cell tells apart. Atom 0 is the unknown value where there may be
 * one; then comes the absent value where there may be one; then follow the known values in ascending order.
 */
final class Atoms {

    /** Most texts of a set column whose combinations are looked at. */
    private static final int MOST_MEMBERS = 6;

    private final Field field;
    private final boolean unknown;
    private final boolean absent;
    private final List<Double> samples;
    private final List<Double> members;

    private Atoms(Column column, List<Double> samples, List<Double> members) {
        this.field = column.field();
        this.unknown = column.unknown();
        this.absent = column.absent();
        this.samples = samples;
        this.members = members;
    }

    /**
     * What a column tests.
     *
     * @param unknown whether the field may be unknown
     * @param absent whether it may be absent
     */
    record Column(Field field, boolean unknown, boolean absent) {}

    /** Returns the atoms of a column, or nothing when they would be too many. */
    static Optional<Atoms> of(Column column, List<Cell> cells) {
        Field field = column.field();
        return switch (field.type()) {
            case NUMBER -> Optional.of(new Atoms(column, Pieces.of(field, cells), List.of()));
            case DATE -> Optional.of(new Atoms(column, List.of(0.0), List.of()));
            case BOOLEAN -> Optional.of(new Atoms(column, List.of(0.0, 1.0), List.of()));
            case ENUM ->
                Optional.of(new Atoms(
                        column,
                        upTo(Objects.requireNonNull(field.enumType()).values().size()),
                        List.of()));
            case TEXT -> Optional.of(new Atoms(column, withOther(mentioned(cells)), List.of()));
            case TEXT_SET -> {
                List<Double> members = mentioned(cells);
                yield members.size() > MOST_MEMBERS
                        ? Optional.empty()
                        : Optional.of(new Atoms(column, upTo(1 << members.size()), members));
            }
        };
    }

    int size() {
        return firstKnown() + samples.size();
    }

    int firstKnown() {
        return (unknown ? 1 : 0) + (absent ? 1 : 0);
    }

    /** Returns where a cell is true, and whether it is unknown for the unknown value. */
    Spans spans(Cell cell) {
        if (cell.isAny()) {
            return Spans.all(size());
        }
        List<int[]> found = new ArrayList<>();
        boolean saysNull = cell.parts().stream().anyMatch(IsNull.class::isInstance);
        boolean saysKnown = cell.parts().stream().anyMatch(IsKnown.class::isInstance);
        boolean compares = cell.parts().stream().anyMatch(part -> part instanceof Range || part instanceof Value);
        if (unknown && saysNull != cell.negated() && (saysNull || !compares)) {
            found.add(new int[] {0, 1});
        }
        if (absent && saysNull != cell.negated()) {
            found.add(new int[] {firstKnown() - 1, firstKnown()});
        }
        List<int[]> known = new ArrayList<>();
        if (saysKnown) {
            known.add(new int[] {firstKnown(), size()});
        }
        cell.parts().forEach(part -> add(known, part));
        Spans values = Spans.union(known);
        Spans kept = cell.negated() ? values.complement(firstKnown(), size()) : values;
        return Spans.union(found).plus(kept).withUnknown(unknown && compares && !saysNull);
    }

    private void add(List<int[]> known, Part part) {
        if (part instanceof Range range && members.isEmpty()) {
            int from = firstAtOrAbove(range.low(), range.lowIncluded());
            int to = firstAtOrAbove(range.high(), !range.highIncluded());
            if (from < to) {
                known.add(new int[] {firstKnown() + from, firstKnown() + to});
            }
        } else if (part instanceof Value value && !members.isEmpty()) {
            int bit = 1 << members.indexOf(value.value());
            for (int set = 0; set < samples.size(); set++) {
                if ((set & bit) != 0) {
                    known.add(new int[] {firstKnown() + set, firstKnown() + set + 1});
                }
            }
        } else if (part instanceof Value value) {
            int index = Collections.binarySearch(samples, value.value());
            if (index >= 0) {
                known.add(new int[] {firstKnown() + index, firstKnown() + index + 1});
            }
        }
    }

    private int firstAtOrAbove(double bound, boolean included) {
        int index = Collections.binarySearch(samples, bound);
        if (index < 0) {
            return -index - 1;
        }
        return included ? index : index + 1;
    }

    /** Returns an atom as an author would write it. */
    Text shown(int atom, List<String> texts) {
        if (unknown && atom == 0) {
            return new Text("不明", "unknown");
        }
        if (atom < firstKnown()) {
            return new Text("日付なし", "no date");
        }
        double sample = samples.get(atom - firstKnown());
        return switch (field.type()) {
            case NUMBER -> Shown.number(field, sample);
            case BOOLEAN -> sample == 1 ? new Text("はい", "yes") : new Text("いいえ", "no");
            case ENUM -> Shown.name(Objects.requireNonNull(field.enumType()), (int) sample);
            case DATE -> new Text("日付あり", "a date");
            case TEXT -> Shown.text((int) sample, texts);
            case TEXT_SET -> Shown.members((int) sample, members, texts);
        };
    }

    private static List<Double> upTo(int size) {
        List<Double> samples = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            samples.add((double) i);
        }
        return samples;
    }

    private static List<Double> mentioned(List<Cell> cells) {
        TreeSet<Double> values = new TreeSet<>();
        cells.forEach(cell -> cell.parts().forEach(part -> {
            if (part instanceof Value value) {
                values.add(value.value());
            }
        }));
        return List.copyOf(values);
    }

    /** Adds -1, which stands for any text no cell names. */
    private static List<Double> withOther(List<Double> values) {
        List<Double> all = new ArrayList<>(List.of(-1.0));
        all.addAll(values);
        return all;
    }
}
