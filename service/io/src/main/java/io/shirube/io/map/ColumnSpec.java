package io.shirube.io.map;

import io.shirube.engine.model.Position;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the cells under one heading are read.
 *
 * @param number the column's place in a row
 * @param heading folded, see {@link Headings}; empty for the value of an unpivoted table
 * @param company whether the legal forms of companies are written out
 * @param unit narrowed, or null
 * @param words what words mean, by the folded word; a null value is unknown
 * @param strict whether other words are refused
 * @param fillDown whether a blank cell means what stands above
 * @param day what a month stands for, or null when it is no day
 * @param relativeTo place of the day from which a month's end is counted, or -1
 * @param knownOn place of the day before which the value was not known, or -1
 * @param digits length of a code whose leading zeros may have been lost, or 0
 * @param optional whether the heading may be missing
 * @param at where the mapping says so
 */
record ColumnSpec(
        String name,
        int number,
        Type type,
        String heading,
        boolean company,
        @Nullable String unit,
        Map<String, Word> words,
        boolean strict,
        boolean fillDown,
        DateText.@Nullable MonthDay day,
        int relativeTo,
        int knownOn,
        int digits,
        boolean optional,
        Position at) {

    ColumnSpec {
        words = Map.copyOf(words);
    }

    /** What a word means; a null value is unknown. */
    record Word(@Nullable Object value) {}
}
