package io.shirube.io.map;

import static io.shirube.engine.authoring.words.Report.say;

import io.shirube.engine.authoring.catalogue.Yaml;
import io.shirube.engine.authoring.words.Hint;
import io.shirube.engine.authoring.words.Report;
import io.shirube.engine.model.Position;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads what a mapping says about one table. Tables it joins must stand further up. */
final class TableSpecReader {

    private static final Set<String> KEYS = Set.of(
            "file",
            "sheet",
            "encoding",
            "header",
            "columns",
            "unpivot",
            "join",
            "derive",
            "where",
            "at",
            "undated",
            "account",
            "aggregates");
    private static final int MOST_HEADER_ROW = 100;

    private final Map<String, TableSpec> before;
    private final Report report;
    private final Names names = new Names();

    TableSpecReader(Map<String, TableSpec> before, Report report) {
        this.before = before;
        this.report = report;
        names.add("asOf", Type.DATE);
    }

    TableSpec read(Yaml.Entry entry) {
        Section table = Section.of(entry.value(), KEYS, report);
        ColumnReader reader = new ColumnReader(names, report);
        List<ColumnSpec> columns = new ArrayList<>();
        table.get("columns")
                .ifPresent(yaml -> Section.named(yaml, report).forEach(column -> columns.add(reader.column(column))));
        if (columns.isEmpty()) {
            table.required("columns");
        }
        TableSpec.Unpivot unpivot =
                table.get("unpivot").map(yaml -> unpivot(yaml, reader)).orElse(null);
        List<TableSpec.Join> joins = new ArrayList<>();
        table.get("join")
                .ifPresent(yaml -> items(yaml).forEach(item -> join(item).ifPresent(joins::add)));
        Map<Integer, Expr> derived = new LinkedHashMap<>();
        table.get("derive").ifPresent(yaml -> Section.named(yaml, report).forEach(each -> derive(each, derived)));
        Expr where = table.expression("where", names)
                .filter(expr -> AggregateReader.expect(expr, Type.BOOLEAN, table.at("where"), report))
                .orElse(null);
        int day = place(table, "at", Type.DATE);
        int account = place(table, "account", Type.TEXT);
        if (day < 0 && table.text("at").isEmpty() && !table.flag("undated")) {
            report.error(
                    "undated",
                    entry.keyAt(),
                    say(
                            "表「" + entry.key() + "」に日付の列（at）がありません。判定日より後の行を除けません。",
                            "Table \"" + entry.key() + "\" names no date (at): rows of the future could leak in."),
                    say(
                            "at: 日付の列 を書くか、いつの行か問わないなら undated: true と書いてください。",
                            "Write at: COLUMN, or undated: true when its rows hold at any time."));
        }
        List<TableSpec.Aggregate> aggregates = new ArrayList<>();
        AggregateReader figures = new AggregateReader(names, report);
        table.get("aggregates")
                .ifPresent(yaml -> Section.named(yaml, report)
                        .forEach(each -> figures.read(each, day).ifPresent(aggregates::add)));
        return new TableSpec(
                entry.key(),
                table.text("file").orElse(null),
                table.text("sheet").orElse(null),
                table.word("encoding", Set.of("utf-8", "cp932")).orElse(null),
                headers(table),
                names,
                columns,
                unpivot,
                joins,
                derived,
                where,
                day,
                account,
                aggregates,
                entry.keyAt());
    }

    private List<Integer> headers(Section table) {
        List<Integer> rows = new ArrayList<>();
        table.get("header")
                .ifPresent(yaml -> items(yaml).forEach(item -> {
                    String text = item instanceof Yaml.Scalar scalar ? scalar.text() : "";
                    if (text.matches("[1-9]\\d?") && rows.size() < 2) {
                        rows.add(Math.min(MOST_HEADER_ROW, Integer.parseInt(text)));
                    } else {
                        report.error(
                                "shape",
                                item.at(),
                                say("header には見出しの行番号を1つか2つ書きます。", "header must be one or two row numbers."),
                                say("例: header: [1, 2]", "For example header: [1, 2]"));
                    }
                }));
        return rows;
    }

    private static List<Yaml> items(Yaml yaml) {
        return yaml instanceof Yaml.Sequence sequence ? sequence.items() : List.of(yaml);
    }

    private TableSpec.Unpivot unpivot(Yaml yaml, ColumnReader reader) {
        Section section = Section.of(yaml, Set.of("month", "value", "fiscalYear"), report);
        int month = names.add(section.text("month").orElse("month"), Type.DATE);
        Optional<Yaml> value = section.get("value");
        List<Yaml.Entry> entries =
                value.map(given -> Section.named(given, report)).orElse(List.of());
        Yaml.Entry entry = entries.isEmpty()
                ? new Yaml.Entry("value", section.at(), new Yaml.Mapping(List.of(), section.at()))
                : entries.get(0);
        ColumnSpec spec =
                reader.spec(entry.key(), "", Section.of(entry.value(), ColumnReader.KEYS, report), entry.keyAt());
        return new TableSpec.Unpivot(month, spec, section.whole("fiscalYear", 1990, 2100));
    }

    private Optional<TableSpec.Join> join(Yaml yaml) {
        Section section = Section.of(yaml, Set.of("table", "on", "key", "take"), report);
        String name = section.required("table");
        TableSpec other = before.get(name);
        if (other == null) {
            report.error(
                    "unknown-table",
                    section.at("table"),
                    say("表「" + name + "」が、この表より上にありません。", "No table \"" + name + "\" stands above this one."),
                    Hint.of(name, new TreeSet<>(before.keySet())));
            return Optional.empty();
        }
        int on = place(section, "on", Type.TEXT);
        String key = section.text("key").orElse(section.text("on").orElse(""));
        found(key, other.names(), section, "key", Type.TEXT);
        Map<Integer, Integer> take = new LinkedHashMap<>();
        section.get("take")
                .ifPresent(list -> items(list).forEach(item -> {
                    String column = item instanceof Yaml.Scalar scalar ? scalar.text() : "";
                    other.names()
                            .find(column)
                            .ifPresentOrElse(
                                    there -> take.put(names.add(column, there.type()), there.number()),
                                    () -> unknownColumn(column, other.names(), item.at()));
                }));
        return Optional.of(new TableSpec.Join(name, on, key, take));
    }

    private void derive(Yaml.Entry entry, Map<Integer, Expr> derived) {
        if (!(entry.value() instanceof Yaml.Scalar scalar)) {
            report.error(
                    "shape",
                    entry.keyAt(),
                    say("derive には「名前: 式」を書きます。", "derive must be names with expressions."),
                    say("例: 利用率: 稼働 / 契約", "For example share: used / bought"));
            return;
        }
        ExprParser.read(scalar.text(), names, report, scalar.at()).ifPresent(expr -> {
            if (names.find(entry.key()).isPresent()) {
                report.error(
                        "duplicate-name",
                        entry.keyAt(),
                        say("「" + entry.key() + "」は列の名前と同じです。", "\"" + entry.key() + "\" is a column's name too."),
                        say("別の名前にしてください。", "Choose another name."));
            } else {
                derived.put(names.add(entry.key(), expr.type()), expr);
            }
        });
    }

    private int place(Section section, String key, Type type) {
        Optional<String> name = section.text(key);
        return name.isEmpty() ? -1 : found(name.get(), names, section, key, type);
    }

    private int found(String name, Names among, Section section, String key, Type type) {
        Optional<Expr.Column> column = among.find(name);
        if (column.isEmpty()) {
            unknownColumn(name, among, section.at(key));
            return -1;
        }
        if (column.get().type() != type) {
            report.error(
                    "column-type",
                    section.at(key),
                    say(
                            "「" + name + "」は" + type.label().ja() + "の列ではありません。",
                            "\"" + name + "\" is no " + type.label().en() + " column."),
                    say(
                            "その列に type: " + (type == Type.DATE ? "date" : "text") + " と書いてください。",
                            "Give that column type: " + (type == Type.DATE ? "date" : "text") + "."));
            return -1;
        }
        return column.get().number();
    }

    private void unknownColumn(String name, Names among, Position at) {
        report.error(
                "unknown-column",
                at,
                say("「" + name + "」という列はありません。", "There is no column \"" + name + "\"."),
                Hint.of(name, new TreeSet<>(among.words())));
    }
}
