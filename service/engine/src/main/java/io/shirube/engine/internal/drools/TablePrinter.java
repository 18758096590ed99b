package io.shirube.engine.internal.drools;

import io.shirube.engine.rules.Table;

/** Prints a table as one rule over its rows, however many it has. */
final class TablePrinter {

    private TablePrinter() {}

    static String print(Table table, PartConstants constants) {
        String rows = "from $a.rows(" + constants.addRows(new TableRows(table)) + ")";
        String match = switch (table.hit()) {
            case SINGLE, COLLECT -> "$r : RowFact( verdict($a) > 0 ) " + rows;
            case FIRST ->
                "$r : RowFact( verdict($a) > 0 ) from accumulate( $t : RowFact( verdict($a) >= 0 ) " + rows
                        + ", topmost( $t ) )";
        };
        return "rule " + Collector.name(constants.addUnit(table.number())) + "\nwhen\n  $a : AccountFact( "
                + String.join(", ", RulePrinter.days(table)) + " )\n  " + match
                + "\nthen\n  collector.row(drools.getRule(), $r.getRow());\nend\n";
    }
}
