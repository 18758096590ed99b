package io.shirube.engine.rules;

import io.shirube.engine.model.Position;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A decision table over the account's own slots. A row's verdict is the Kleene conjunction of its cells.
 *
 * @param hit which rows fire
 * @param columns the condition columns, in the author's order
 */
public record Table(
        int number,
        String name,
        Phase phase,
        Position position,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        Hit hit,
        List<Column> columns,
        List<Row> rows,
        Map<String, String> metadata)
        implements RuleUnit {

    public Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        metadata = Map.copyOf(metadata);
    }

    /** Which rows fire. */
    public enum Hit {
        /** Every row that is true; the author promises at most one, which {@code check} proves. */
        SINGLE,
        /** The topmost row that is true while every row above it is false; an unknown row above lets none fire. */
        FIRST,
        /** Every row that is true. */
        COLLECT
    }

    /** A condition column: a field of the account, never of a collection. */
    public record Column(Field field, Position position) {}

    /**
     * One row.
     *
     * @param index 0 for the first row of data
     * @param cells one for each condition column
     */
    public record Row(
            int index,
            List<Cell> cells,
            List<Consequence> consequences,
            @Nullable ReasonTemplate reasonJa,
            @Nullable ReasonTemplate reasonEn,
            Position position) {
        public Row {
            cells = List.copyOf(cells);
            consequences = List.copyOf(consequences);
        }
    }

    /**
     * The condition of one cell: the Kleene disjunction of its parts, negated if said so. No parts: any value, even an
     * unknown one.
     */
    public record Cell(List<Part> parts, boolean negated, Origin origin) {
        public Cell {
            parts = List.copyOf(parts);
            if (negated && parts.isEmpty()) {
                throw new IllegalArgumentException("parts: a negated cell needs one");
            }
        }

        /** Returns whether the cell accepts everything. */
        public boolean isAny() {
            return parts.isEmpty();
        }
    }

    /** One alternative of a cell. */
    public sealed interface Part {}

    /** A range of numbers or dates; unknown value: unknown, absent value: false. Bounds may be infinite. */
    public record Range(double low, boolean lowIncluded, double high, boolean highIncluded) implements Part {}

    /** One number, enum ordinal, boolean or text number; a TEXT_SET contains it. Unknown: unknown, absent: false. */
    public record Value(double value) implements Part {}

    /** 不明: true when unknown or absent, else false. */
    public record IsNull() implements Part {}

    /** 既知: false when unknown or absent, else true. */
    public record IsKnown() implements Part {}
}
