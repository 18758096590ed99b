package io.shirube.io.map;

import static io.shirube.engine.authoring.words.Report.say;

import io.shirube.engine.authoring.catalogue.Yaml;
import io.shirube.engine.authoring.words.Report;
import io.shirube.engine.model.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what a mapping gathers of the rows of an account. */
final class AggregateReader {

    private static final Set<String> AGGREGATE_KEYS =
            Set.of("count", "sum", "avg", "min", "max", "first", "last", "distinct", "over", "before", "where");

    private final Names names;
    private final Report report;

    AggregateReader(Names names, Report report) {
        this.names = names;
        this.report = report;
    }

    /** Returns the figure; day is the place of the table's date, or -1. */
    Optional<TableSpec.Aggregate> read(Yaml.Entry entry, int day) {
        Section section = Section.of(entry.value(), AGGREGATE_KEYS, report);
        List<TableSpec.Gather> asked = new ArrayList<>();
        for (TableSpec.Gather gather : TableSpec.Gather.values()) {
            if (section.get(key(gather)).isPresent()) {
                asked.add(gather);
            }
        }
        if (asked.size() != 1) {
            report.error(
                    "aggregate",
                    entry.keyAt(),
                    say(
                            "count、sum、avg、min、max、first、last、distinct のどれか1つを書きます。",
                            "Say one of count, sum, avg, min, max, first, last, distinct."),
                    say("例: {sum: 回数, over: 30d}", "For example {sum: uses, over: 30d}"));
            return Optional.empty();
        }
        TableSpec.Gather gather = asked.get(0);
        @Nullable
        Expr of = gather == TableSpec.Gather.COUNT
                ? null
                : section.expression(key(gather), names).orElse(null);
        boolean number = gather == TableSpec.Gather.SUM || gather == TableSpec.Gather.AVG;
        if (of != null && number) {
            expect(of, Type.NUMBER, section.at(key(gather)), report);
        }
        int over = section.days("over");
        int earlier = section.days("before");
        if (day < 0
                && (over > 0 || earlier > 0 || gather == TableSpec.Gather.FIRST || gather == TableSpec.Gather.LAST)) {
            report.error(
                    "undated-window",
                    entry.keyAt(),
                    say("期間や最初・最後の値には表の日付（at）が要ります。", "Windows, first and last need the table's date (at)."),
                    say("表に at: 日付の列 を書いてください。", "Write at: COLUMN for the table."));
        }
        @Nullable
        Expr where = section.expression("where", names)
                .filter(expr -> expect(expr, Type.BOOLEAN, section.at("where"), report))
                .orElse(null);
        return Optional.of(new TableSpec.Aggregate(entry.key(), gather, of, over, earlier, where));
    }

    private static String key(TableSpec.Gather gather) {
        return gather.name().toLowerCase(Locale.ROOT);
    }

    /** Returns whether an expression has a type; reports when it has not. */
    static boolean expect(Expr expr, Type type, Position at, Report report) {
        if (!expr.type().fits(type)) {
            report.error(
                    "expression",
                    at,
                    say(
                            "この式は" + expr.type().label().ja() + "で、"
                                    + type.label().ja() + "ではありません。",
                            "This is a " + expr.type().label().en() + ", not a "
                                    + type.label().en() + "."),
                    say("比較の式などにしてください。", "Look at the types of its columns."));
            return false;
        }
        return true;
    }
}
