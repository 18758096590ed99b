package io.shirube.engine.internal.drools;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The numbers, patterns and tables that lowered rules name by number, so that an edit of one of them changes nothing that
 * Drools is given. Filled while a phase is printed, only read afterwards, then by many threads.
 */
final class Constants {

    private double[] constants = new double[64];
    private int count;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<Pattern> patterns = new ArrayList<>();
    private final Map<Integer, TableRows> tables = new HashMap<>();

    /**
     * Takes up a number at the place where it is compared; equal numbers elsewhere have places of their own, because an
     * edit may change one of them.
     */
    int place(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a number that is not finite");
        }
        if (count == constants.length) {
            constants = Arrays.copyOf(constants, count * 2);
        }
        constants[count] = value;
        return count++;
    }

    double at(int place) {
        return constants[place];
    }

    /** Returns the number of a pattern; the same text has the same number. */
    int number(String pattern) {
        return numbers.computeIfAbsent(pattern, text -> {
            patterns.add(Pattern.compile(text));
            return patterns.size() - 1;
        });
    }

    Pattern pattern(int number) {
        return patterns.get(number);
    }

    void addRows(int table, TableRows rows) {
        tables.put(table, rows);
    }

    /** Returns the rows of the table of that number. */
    TableRows rows(int table) {
        return Objects.requireNonNull(tables.get(table), "table");
    }
}
