package io.shirube.engine.authoring.table;

import io.shirube.engine.authoring.words.Report;
import io.shirube.engine.rules.Phase;
import io.shirube.engine.rules.Table;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Reads the {@code *.table.csv} files of one ruleset. Used by one thread. */
public final class TableReader {

    private final TableContext context;
    private final Report report;
    private final Map<Phase, Headings> headings = new EnumMap<>(Phase.class);

    public TableReader(TableContext context, Report report) {
        this.context = context;
        this.report = report;
    }

    /**
     * Returns the table with everything of it that could be read; what could not is reported.
     *
     * @param text with line feeds only
     * @param number of the table in the ruleset
     */
    public Optional<Table> read(String file, String text, Phase phase, int number) {
        Headings known = headings.computeIfAbsent(phase, folder -> new Headings(context.vocabulary(), folder, report));
        return CsvReader.read(file, text, report)
                .flatMap(sheet -> new SheetReader(sheet, phase, context, known, report).read(number));
    }
}
