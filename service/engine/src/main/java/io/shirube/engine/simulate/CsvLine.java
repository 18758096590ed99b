package io.shirube.engine.simulate;

import java.util.List;

/** Writes a row of a table. */
final class CsvLine {

    private CsvLine() {}

    static void append(List<String> cells, StringBuilder text) {
        for (int i = 0; i < cells.size(); i++) {
            text.append(i == 0 ? "" : ",");
            String cell = cells.get(i);
            boolean plain = cell.indexOf(',') < 0 && cell.indexOf('"') < 0 && cell.indexOf('\n') < 0;
            text.append(plain ? cell : '"' + cell.replace("\"", "\"\"") + '"');
        }
        text.append('\n');
    }
}
