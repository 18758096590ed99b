package io.shirube.engine.internal.drools;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The patterns and tables that lowered rules name by number. Filled while a phase is printed, only read afterwards, then by
 * many threads.
 */
final class Constants {

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<Pattern> patterns = new ArrayList<>();
    private final Map<Integer, TableRows> tables = new HashMap<>();

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
