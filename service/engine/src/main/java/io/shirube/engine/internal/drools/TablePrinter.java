package io.shirube.engine.internal.drools;

import io.shirube.engine.rules.Table;

/** Prints a table as one rule over its rows, however many it has. */
final class TablePrinter {

    private TablePrinter() {}

    static String print(Table table) {
        String rows = "from $a.rows(" + table.number() + ")";
        String match = switch (table.hit()) {
            case SINGLE, COLLECT -> "$r : RowFact( verdict($a) > 0 ) " + rows;
            case FIRST ->
                "$r : RowFact( verdict($a) > 0 ) from accumulate( $t : RowFact( verdict($a) >= 0 ) " + rows
                        + ", topmost( $t ) )";
        };
        return "rule u" + table.number() + "\nwhen\n  $a : AccountFact( " + String.join(", ", RulePrinter.days(table))
                + " )\n  " + match + "\nthen\n  collector.row(" + table.number() + ", $r.getRow());\nend\n";
    }
}
