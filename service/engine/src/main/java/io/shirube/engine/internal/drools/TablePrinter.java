package io.shirube.engine.internal.drools;

import io.shirube.engine.rules.Table;

/** Prints a table as one rule joined to its row facts, however many rows it has. */
final class TablePrinter {

    private TablePrinter() {}

    static String print(Table table) {
        String ofTable = "table == " + table.number();
        String match = switch (table.hit()) {
            case SINGLE, COLLECT -> "$r : RowFact( " + ofTable + ", verdict($a) > 0 )";
            case FIRST ->
                "$r : RowFact( verdict($a) > 0 ) from accumulate( $t : RowFact( " + ofTable
                        + ", verdict($a) >= 0 ), topmost( $t ) )";
        };
        return "rule u" + table.number() + "\nwhen\n  $a : AccountFact( " + String.join(", ", RulePrinter.days(table))
                + " )\n  " + match + "\nthen\n  collector.row(" + table.number() + ", $r.getRow());\nend\n";
    }
}
