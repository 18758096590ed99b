package io.shirube.io.simulate.page;

import io.shirube.engine.simulate.SimulationReport;
import io.shirube.engine.simulate.SimulationReport.ActionRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Shows which actions open, are withdrawn or held. */
record ActionSection(Page page) {

    private static final int MOST_BARS = 14;

    /** What happens to actions of a type, over all touches. */
    private record Type(
            String name,
            long opened,
            long withdrawn,
            long held,
            long before,
            long after,
            long milliBefore,
            long milliAfter) {

        static Type of(ActionRow row) {
            return new Type(
                    row.type(),
                    row.opened(),
                    row.withdrawn(),
                    row.held(),
                    row.openBefore(),
                    row.openAfter(),
                    row.milliBefore(),
                    row.milliAfter());
        }

        Type plus(Type more) {
            return new Type(
                    name,
                    opened + more.opened,
                    withdrawn + more.withdrawn,
                    held + more.held,
                    before + more.before,
                    after + more.after,
                    milliBefore + more.milliBefore,
                    milliAfter + more.milliAfter);
        }

        boolean same() {
            return changes() == 0 && before == after && milliBefore == milliAfter;
        }

        long changes() {
            return opened + withdrawn + held;
        }
    }

    void write(SimulationReport report) {
        page.section("actions", page.say("アクションの変化", "Actions before and after"));
        Map<String, Type> types = new LinkedHashMap<>();
        report.actions().forEach(row -> types.merge(row.type(), Type.of(row), Type::plus));
        List<Type> all = new ArrayList<>(types.values());
        all.sort(Comparator.comparingLong(Type::changes).reversed().thenComparing(Type::name));
        List<Type> changed = all.stream().filter(type -> type.changes() > 0).toList();
        if (changed.isEmpty()) {
            page.paragraph(page.say("新たに開く・取り下げ・見合わせになるアクションはありません。", "No action opens, is withdrawn or held."));
        }
        page.beside();
        if (!changed.isEmpty()) {
            draw(changed.subList(0, Math.min(MOST_BARS, changed.size())));
        }
        table(all);
        page.html().close().close();
    }

    private void draw(List<Type> types) {
        new Diverging(page)
                .draw(types.stream()
                        .map(type -> new Diverging.Row(
                                page.label(Names.ACTION, type.name()),
                                "action." + type.name() + ".",
                                type.opened(),
                                type.withdrawn(),
                                type.held()))
                        .toList());
    }

    private void table(List<Type> types) {
        page.table(
                page.say("アクションの種類ごとの件数と時間", "Actions by type, counts and hours"),
                List.of(
                        page.say("種類", "Type"),
                        page.say("開いている（前）", "Open before"),
                        page.say("（後）", "after"),
                        page.say("新たに開く", "Opened"),
                        page.say("取り下げ", "Withdrawn"),
                        page.say("見合わせ", "Held"),
                        page.say("時間（前）", "Hours before"),
                        page.say("（後）", "after")));
        Type rest = new Type("", 0, 0, 0, 0, 0, 0, 0);
        Type sum = rest;
        long unchanged = 0;
        for (Type type : types) {
            sum = sum.plus(type);
            if (type.same()) {
                rest = rest.plus(type);
                unchanged++;
            } else {
                row(page.label(Names.ACTION, type.name()), "action." + type.name() + ".", type);
            }
        }
        if (unchanged > 0) {
            row(page.say("変わらない種類の合計", "Types that stay as they are"), "actions.same.", rest);
        }
        row(page.say("合計", "All"), "actions.all.", sum);
        page.endTable();
    }

    private void row(String name, String key, Type type) {
        Numbers numbers = page.numbers();
        page.row(name);
        page.cell(numbers.count(key + "openBefore", type.before()));
        page.cell(numbers.count(key + "openAfter", type.after()));
        page.cell(numbers.count(key + "opened", type.opened()));
        page.cell(numbers.count(key + "withdrawn", type.withdrawn()));
        page.cell(numbers.count(key + "held", type.held()));
        page.cell(numbers.hours(key + "hoursBefore", type.milliBefore()));
        page.cell(numbers.hours(key + "hoursAfter", type.milliAfter()));
        page.endRow();
    }
}
