package io.shirube.engine.evaluate;

import io.shirube.engine.model.Slots;
import io.shirube.engine.rules.Table;
import io.shirube.engine.rules.Table.Cell;
import io.shirube.engine.rules.Table.Part;
import io.shirube.engine.rules.ValueType;
import java.util.List;

/** What a cell says of a value: the one reading of tables, from which their index is built too. */
final class CellReading {

    private CellReading() {}

    /** Returns the Kleene conjunction of a row's cells. */
    static Verdict row(Table table, Table.Row row, Slots account) {
        List<Cell> cells = row.cells();
        Verdict verdict = Verdict.TRUE;
        for (int i = 0; i < cells.size() && verdict != Verdict.FALSE; i++) {
            Table.Column column = table.columns().get(i);
            verdict = verdict.and(cell(
                    cells.get(i), column.field().type(), account, column.field().slot()));
        }
        return verdict;
    }

    /** Returns what a cell says of the value in a slot. */
    static Verdict cell(Cell cell, ValueType type, Slots slots, int slot) {
        if (cell.isAny()) {
            return Verdict.TRUE;
        }
        Verdict verdict = Verdict.FALSE;
        for (Part part : cell.parts()) {
            verdict = verdict.or(part(part, type, slots, slot));
        }
        return cell.negated() ? verdict.not() : verdict;
    }

    private static Verdict part(Part part, ValueType type, Slots slots, int slot) {
        byte state = slots.state(slot);
        if (part instanceof Table.IsNull) {
            return Verdict.of(state != Slots.KNOWN);
        }
        if (part instanceof Table.IsKnown) {
            return Verdict.of(state == Slots.KNOWN);
        }
        if (state != Slots.KNOWN) {
            return state == Slots.ABSENT ? Verdict.FALSE : Verdict.UNKNOWN;
        }
        if (part instanceof Table.Range range) {
            return Verdict.of(inside(range, slots.number(slot)));
        }
        double value = ((Table.Value) part).value();
        return Verdict.of(type == ValueType.TEXT_SET ? slots.contains(slot, (int) value) : slots.number(slot) == value);
    }

    private static boolean inside(Table.Range range, double number) {
        boolean aboveLow = range.lowIncluded() ? number >= range.low() : number > range.low();
        boolean belowHigh = range.highIncluded() ? number <= range.high() : number < range.high();
        return aboveLow && belowHigh;
    }
}
