package io.shirube.io.map;

import static io.shirube.engine.authoring.words.Report.say;

import io.shirube.engine.authoring.catalogue.Yaml;
import io.shirube.engine.authoring.words.Hint;
import io.shirube.engine.authoring.words.Report;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads a mapping from YAML. */
final class MappingReader {

    private static final Set<String> KEYS = Set.of("about", "fiscalYearStartMonth", "tables", "portfolio", "ruleTable");
    private static final int APRIL = 4;
    private static final Template.Fields NOBODY = new Template.Fields(Map.of());

    private final Report report;
    private final Map<String, TableSpec> tables = new LinkedHashMap<>();

    MappingReader(Report report) {
        this.report = report;
    }

    /** Returns the mapping; it can be run when nothing was reported as an error. */
    @Nullable
    Mapping read(Yaml yaml) {
        Section root = Section.of(yaml, KEYS, report);
        root.get("tables")
                .ifPresent(given -> Section.named(given, report)
                        .forEach(entry -> tables.put(entry.key(), new TableSpecReader(tables, report).read(entry))));
        if (tables.isEmpty()) {
            root.required("tables");
            return null;
        }
        int start = root.whole("fiscalYearStartMonth", 1, 12);
        int month = start == 0 ? APRIL : start;
        if (root.get("portfolio").isPresent() == root.get("ruleTable").isPresent()) {
            report.error(
                    "output",
                    root.at(),
                    say(
                            "portfolio か ruleTable のどちらか1つを書きます。",
                            "Say what comes out: portfolio or ruleTable, one of them."),
                    say("portfolio: {from: 表, account: {id: 列}}", "portfolio: {from: TABLE, account: {id: COLUMN}}"));
            return null;
        }
        return root.get("portfolio")
                .map(given -> portfolio(given, month))
                .orElseGet(() -> root.get("ruleTable")
                        .map(given -> ruleTable(given, month))
                        .orElse(null));
    }

    private @Nullable Mapping portfolio(Yaml yaml, int month) {
        Section section = Section.of(yaml, TemplateReader.TOP, report);
        TableSpec base = base(section);
        if (base == null) {
            return null;
        }
        Names names = base.names();
        for (TableSpec table : tables.values()) {
            if (!table.name().equals(base.name()) && table.account() >= 0) {
                table.names()
                        .words()
                        .forEach(word -> table.names()
                                .find(word)
                                .ifPresent(column -> names.add(table.name() + "." + word, column.type())));
                table.aggregates().forEach(each -> names.add(table.name() + "." + each.name(), each.type()));
            }
        }
        if (base.account() < 0) {
            report.error(
                    "missing-key",
                    base.at(),
                    say(
                            "表「" + base.name() + "」に account（顧客企業のキー）がありません。",
                            "Table \"" + base.name() + "\" does not say which column is the account's key."),
                    say("account: 列 を書いてください。", "Write account: COLUMN."));
        }
        Template.Fields account = new TemplateReader(names, tables, report).read(section);
        return new Mapping(tables, base.name(), names, account, month, null);
    }

    private @Nullable Mapping ruleTable(Yaml yaml, int month) {
        Section section = Section.of(yaml, Set.of("from", "head", "rows"), report);
        TableSpec base = base(section);
        if (base == null) {
            return null;
        }
        List<List<String>> head = new ArrayList<>();
        section.get("head")
                .filter(Yaml.Mapping.class::isInstance)
                .map(Yaml.Mapping.class::cast)
                .ifPresent(given -> given.entries().forEach(entry -> {
                    if (entry.value() instanceof Yaml.Scalar value) {
                        head.add(List.of(entry.key(), value.text()));
                    }
                }));
        List<Map<String, Expr>> rows = new ArrayList<>();
        section.get("rows")
                .ifPresent(given -> (given instanceof Yaml.Sequence list ? list.items() : List.of(given))
                        .forEach(item -> rows.add(row(item, base.names()))));
        if (rows.isEmpty()
                || !rows.stream()
                        .allMatch(row -> row.keySet().equals(rows.get(0).keySet()))) {
            report.error(
                    "rows",
                    section.at("rows"),
                    say("rows の各行には同じ見出しを書きます。", "The rows of a rule table must all have the same headings."),
                    say(
                            "例: rows: [{席利用率: 五点, adoption: 100}]",
                            "For example rows: [{seatUtilisation: five, adoption: 100}]"));
            return null;
        }
        return new Mapping(tables, base.name(), base.names(), NOBODY, month, new RuleTable(head, rows));
    }

    private Map<String, Expr> row(Yaml yaml, Names names) {
        Map<String, Expr> columns = new LinkedHashMap<>();
        if (yaml instanceof Yaml.Mapping mapping) {
            for (Yaml.Entry entry : mapping.entries()) {
                if (entry.value() instanceof Yaml.Scalar value) {
                    ExprParser.read(value.text(), names, report, value.at())
                            .ifPresent(expr -> columns.put(entry.key(), expr));
                }
            }
        }
        return columns;
    }

    private @Nullable TableSpec base(Section section) {
        String from = section.required("from");
        TableSpec base = tables.get(from);
        if (base == null && !from.isEmpty()) {
            report.error(
                    "unknown-table",
                    section.at("from"),
                    say("表「" + from + "」はありません。", "There is no table \"" + from + "\"."),
                    Hint.of(from, new TreeSet<>(tables.keySet())));
        }
        return base;
    }
}
