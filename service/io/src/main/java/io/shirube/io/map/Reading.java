package io.shirube.io.map;

import io.shirube.engine.model.Text;
import org.jspecify.annotations.Nullable;

/**
 * What became of a cell.
 *
 * @param value BigDecimal, String, Boolean or LocalDate; null when nothing is known
 * @param outcome what to report; null when the cell was plain
 * @param code stable name of what to report
 * @param why what was guessed, changed or wrong
 */
record Reading(@Nullable Object value, MapReport.@Nullable Kind outcome, String code, Text why) {

    private static final Text SILENT = new Text("", "");

    static Reading plain(@Nullable Object value) {
        return new Reading(value, null, "", SILENT);
    }

    static Reading normalised(Object value, String code, String ja, String en) {
        return new Reading(value, MapReport.Kind.NORMALISED, code, new Text(ja, en));
    }

    static Reading guessed(Object value, String code, String ja, String en) {
        return new Reading(value, MapReport.Kind.GUESSED, code, new Text(ja, en));
    }

    static Reading dropped(String code, String ja, String en) {
        return new Reading(null, MapReport.Kind.DROPPED, code, new Text(ja, en));
    }

    static Reading refused(String code, String ja, String en) {
        return new Reading(null, MapReport.Kind.REFUSED, code, new Text(ja, en));
    }
}
