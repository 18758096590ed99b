package io.shirube.io.map;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A rule table as a sheet of definitions gives it.
 *
 * @param head lines such as {@code hit,first}, as they stand above the headings
 * @param rows what each row of the sheet becomes: a row for each, expressions by heading; all have the same headings
 */
record RuleTable(List<List<String>> head, List<Map<String, Expr>> rows) {

    RuleTable {
        head = List.copyOf(head);
        rows = List.copyOf(rows);
    }

    /** Returns the headings in order. */
    Set<String> headings() {
        return rows.get(0).keySet();
    }
}
