package io.shirube.io.map;

import io.shirube.engine.model.Text;
import io.shirube.io.PortfolioFormat;
import io.shirube.io.sheet.UnreadableFileException;
import io.shirube.io.tree.TreeWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Runs a mapping once. Used by one thread. */
public final class MapRun {

    private final Mapping mapping;
    private final Path in;
    private final LocalDate asOf;
    private final MapReport report;
    private final MapProgress progress;
    private final Map<String, Lookup> lookups = new HashMap<>();
    private final Map<String, Gathering> gatherings = new LinkedHashMap<>();

    /**
     * @param in a folder with the mapping's files, or the one file
     * @param asOf rows dated later never enter
     */
    public MapRun(Mapping mapping, Path in, LocalDate asOf, MapReport report, MapProgress progress) {
        this.mapping = mapping;
        this.in = in;
        this.asOf = asOf;
        this.report = report;
        this.progress = progress;
    }

    /**
     * Writes the portfolio, or the rule table when the mapping makes one, and leaves the stream open.
     *
     * @param format of a portfolio; a rule table is always CSV
     * @throws UnreadableFileException when a table cannot be used at all
     */
    public void write(OutputStream out, PortfolioFormat format) throws IOException {
        RuleTable ruleTable = mapping.ruleTable();
        prepare();
        if (ruleTable != null) {
            try (TableRows rows = open(mapping.base())) {
                RuleTableWriter.write(ruleTable, rows, out, report);
            }
            return;
        }
        PortfolioBuilder builder = new PortfolioBuilder(mapping, gatherings);
        if (format == PortfolioFormat.CSV || format == PortfolioFormat.XLSX) {
            builder.withoutColumns()
                    .forEach(name -> report.add(
                            MapReport.Kind.DROPPED,
                            "no-columns",
                            name,
                            new Text(
                                    name + " は表の形式に書けないので除きました。.ndjson なら書けます。",
                                    name
                                            + " has no columns in this format and was left out. Write .ndjson"
                                            + " to keep it.")));
        }
        try (TableRows rows = open(mapping.base());
                TreeWriter writer = TreeWriter.of(out, format, builder.headings())) {
            accounts(rows, builder, writer);
        }
        gatherings.forEach((name, gathering) -> {
            List<String> strangers = gathering.strangers();
            strangers.forEach(key -> report.add(
                    MapReport.Kind.DROPPED,
                    "no-account",
                    name + " " + key,
                    new Text(
                            "表「" + name + "」の「" + key + "」は顧客企業の表にありません。",
                            "\"" + key + "\" of table \"" + name + "\" is not among the accounts.")));
        });
    }

    private void accounts(TableRows rows, PortfolioBuilder builder, TreeWriter writer) throws IOException {
        Set<Object> seen = new HashSet<>();
        long written = 0;
        for (TableRows.Row row = rows.next(); row != null; row = rows.next()) {
            Object key = row.values()[mapping.base().account()];
            Map<String, @Nullable Object> entry = key == null ? null : builder.entry(row.values());
            if (entry == null) {
                report.add(
                        MapReport.Kind.REFUSED,
                        "no-key",
                        rows.place(row),
                        new Text("顧客企業のキーがない行です。", "The row has no account key."));
            } else if (!seen.add(key)) {
                report.add(
                        MapReport.Kind.REFUSED,
                        "key-twice",
                        rows.place(row),
                        new Text(
                                "「" + key + "」は2回目です。1回目の行を使いました。",
                                "\"" + key + "\" stands here a second time; the first row counts."));
            } else {
                writer.write(entry);
                written++;
            }
        }
        report.count("accounts", written);
    }

    /** Reads every table but the base, those that others join first. */
    private void prepare() throws IOException {
        Map<String, TreeSet<String>> joined = new HashMap<>();
        mapping.tables()
                .values()
                .forEach(table -> table.joins()
                        .forEach(join -> joined.computeIfAbsent(join.table(), key -> new TreeSet<>())
                                .add(join.key())));
        PortfolioBuilder.Needs needs = PortfolioBuilder.needs(mapping);
        for (TableSpec table : new ArrayList<>(mapping.tables().values())) {
            TreeSet<String> keys = joined.getOrDefault(table.name(), new TreeSet<>());
            if (keys.size() > 1) {
                throw new UnreadableFileException(
                        "表「" + table.name() + "」は1つのキーでだけ結合できます: " + keys,
                        "Table \"" + table.name() + "\" can be joined by one key only: " + keys);
            }
            for (String key : keys) {
                try (TableRows rows = open(table)) {
                    lookups.put(
                            table.name(),
                            Lookup.of(
                                    rows, table.names().find(key).orElseThrow().number()));
                }
            }
            if (!table.name().equals(mapping.base().name()) && needs.tables().contains(table.name())) {
                Gathering gathering = new Gathering(table, asOf, needs.lists().contains(table.name()));
                try (TableRows rows = open(table)) {
                    gathering.read(rows);
                }
                gatherings.put(table.name(), gathering);
            }
        }
    }

    private TableRows open(TableSpec table) throws IOException {
        // because a table that is joined and gathered is read twice, and its cells shall be reported once
        boolean again = lookups.containsKey(table.name());
        MapReport heard = again ? new MapReport((kind, code, place, what) -> {}) : report;
        TableFile file = TableFile.open(table, in, heard);
        try {
            return new TableRows(table, file, asOf, mapping.fiscalYearStart(), lookups, heard, progress);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }
}
