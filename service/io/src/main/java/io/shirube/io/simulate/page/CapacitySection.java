package io.shirube.io.simulate.page;

import io.shirube.engine.simulate.SimulationReport;
import io.shirube.engine.simulate.SimulationReport.Group;
import io.shirube.engine.simulate.SimulationReport.Load;
import io.shirube.engine.simulate.SimulationReport.RoleRow;
import java.util.Comparator;
import java.util.List;

/** Sets the hours of work against the hours that people have, and says what is left undone and what that is worth. */
record CapacitySection(Page page) {

    private static final int MOST_GROUPS = 15;
    private static final long UNKNOWN = -1;

    void write(SimulationReport report) {
        page.section("capacity", page.say("必要な時間と対応できる時間", "Hours of work and hours people have"));
        page.note(page.say(
                "これから" + report.weeks() + "週間に期限が来るアクションの時間です。上の帯が前、下の帯が後、縦線が対応できる時間です。縦線を超える帯は茶色です。",
                "Actions due in the next " + report.weeks()
                        + " weeks. The upper bar is before, the lower after, the line is what people have;"
                        + " a bar beyond the line is brown."));
        List<RoleRow> roles = report.roles().stream()
                .sorted(Comparator.comparingLong((RoleRow row) -> -row.after().milli())
                        .thenComparing(RoleRow::role))
                .toList();
        if (roles.isEmpty()) {
            page.paragraph(page.say("この期間に期限が来るアクションはありません。", "No action is due in that time."));
        } else {
            roles(roles);
            undone(roles);
        }
        groups("owners", page.say("担当者", "Owner"), report.owners(), report.personMilli());
        groups("teams", page.say("チーム", "Team"), report.teams(), UNKNOWN);
        page.html().close();
    }

    private void roles(List<RoleRow> roles) {
        page.beside();
        new Bars(
                        page,
                        "role-bars",
                        page.say("役割ごとの時間", "Hours by role"),
                        page.say(
                                "役割ごとに、必要な時間の前と後、対応できる時間を示します。同じ数字は隣の表にあります。",
                                "For each role, hours before and after, and what its people have. The table beside has the same figures."))
                .draw(roles.stream().map(this::pair).toList());
        page.table(
                page.say("役割ごとの時間", "Hours by role"),
                List.of(
                        page.say("役割", "Role"),
                        page.say("対応できる時間", "Capacity"),
                        page.say("必要な時間（前）", "Hours before"),
                        page.say("（後）", "after"),
                        page.say("件数（前）", "Actions before"),
                        page.say("（後）", "after")));
        for (RoleRow row : roles) {
            String key = "role." + row.role() + ".";
            page.row(page.label(Names.ROLE, row.role()));
            if (row.capacityMilli() < 0) {
                page.cell(page.say("人数未設定", "not told"));
            } else {
                page.cell(page.numbers().hours(key + "capacity", row.capacityMilli()));
            }
            page.cell(page.numbers().hours(key + "hoursBefore", row.before().milli()));
            page.cell(page.numbers().hours(key + "hoursAfter", row.after().milli()));
            page.cell(page.numbers().count(key + "actionsBefore", row.before().actions()));
            page.cell(page.numbers().count(key + "actionsAfter", row.after().actions()));
            page.endRow();
        }
        page.endTable();
        page.html().close();
    }

    private Bars.Pair pair(RoleRow row) {
        String key = "role." + row.role() + ".";
        return new Bars.Pair(
                page.label(Names.ROLE, row.role()),
                true,
                row.before().milli(),
                row.after().milli(),
                row.capacityMilli(),
                page.numbers().hours(key + "hoursBefore", row.before().milli()),
                page.numbers().hours(key + "hoursAfter", row.after().milli()));
    }

    private void undone(List<RoleRow> roles) {
        List<RoleRow> known =
                roles.stream().filter(row -> row.capacityMilli() >= 0).toList();
        page.html().element("h3", page.say("手が回らない仕事とその金額", "Work left undone, and its worth"));
        if (known.isEmpty()) {
            page.note(page.say(
                    "役割の人数が分からないため、計算していません。--people CSM=3 のように人数を指定すると表示します。",
                    "Nobody said how many people there are. Say it, such as --people CSM=3, and it stands here."));
            return;
        }
        page.paragraph(
                page.say(
                        "優先度の高い順に対応したときに終わらない仕事です。年間契約額は、その役割が何も対応できない会社のものです。",
                        "What does not fit when the most urgent is done first. ARR is that of the accounts for which the role does nothing at all."));
        page.table(
                page.say("手が回らない仕事", "Work left undone"),
                List.of(
                        page.say("役割", "Role"),
                        page.say("アクション（前）", "Actions before"),
                        page.say("（後）", "after"),
                        page.say("時間（前）", "Hours before"),
                        page.say("（後）", "after"),
                        page.say("会社（前）", "Accounts before"),
                        page.say("（後）", "after"),
                        page.say("年間契約額（前）", "ARR before"),
                        page.say("（後）", "after")));
        known.forEach(this::undone);
        page.endTable();
    }

    private void undone(RoleRow row) {
        Load was = row.before();
        Load is = row.after();
        String key = "role." + row.role() + ".";
        Numbers numbers = page.numbers();
        page.row(page.label(Names.ROLE, row.role()));
        page.cell(numbers.count(key + "undoneActionsBefore", was.undone()));
        page.cell(numbers.count(key + "undoneActionsAfter", is.undone()));
        page.cell(numbers.hours(key + "undoneHoursBefore", was.undoneMilli()));
        page.cell(numbers.hours(key + "undoneHoursAfter", is.undoneMilli()));
        page.cell(numbers.count(key + "unservedAccountsBefore", was.unserved()));
        page.cell(numbers.count(key + "unservedAccountsAfter", is.unserved()));
        page.cell(numbers.money(key + "unservedArrBefore", was.unservedArr()));
        page.cell(numbers.money(key + "unservedArrAfter", is.unservedArr()));
        page.endRow();
    }

    /** @param person thousandths of an hour that one person has in a year, or less than 0 when groups are no persons */
    private void groups(String id, String title, List<Group> groups, long person) {
        page.html().element("h3", title);
        if (groups.isEmpty()) {
            page.sentence(
                    page.say(
                            "対象データの顧客企業に {0} の属性がないため、分けて示せません。",
                            "No account tells the attribute {0}, so nothing is shown by it."),
                    id.substring(0, id.length() - 1));
            return;
        }
        Comparator<Group> most = Comparator.comparingLong((Group group) ->
                -Math.abs(group.all().careMilliAfter() - group.all().careMilliBefore()));
        List<Group> shown = groups.stream()
                .sorted(most.thenComparing(group -> -group.all().careMilliAfter())
                        .thenComparing(Group::name))
                .limit(MOST_GROUPS)
                .toList();
        page.beside();
        new Bars(
                        page,
                        id + "-bars",
                        page.say("年間の対応時間", "Hours of care a year"),
                        page.say(
                                "年間の対応時間の前と後です。縦線は一人が年間に対応できる時間です。同じ数字は隣の表にあります。",
                                "Hours of care a year before and after; the line is what one person has in a year. The table beside has the"
                                        + " same figures."))
                .draw(shown.stream().map(group -> pair(id, group, person)).toList());
        table(id, title, shown, person);
        page.html().close();
        if (groups.size() > shown.size()) {
            page.sentence(
                    page.say(
                            "変化の大きい順です。ほか {0} 件は report.xlsx にあります。",
                            "Largest changes first; {0} more are in report.xlsx."),
                    page.numbers().count(id + ".more", groups.size() - shown.size()));
        }
    }

    private String name(Group group) {
        return group.name().isEmpty() ? page.say("（なし）", "(none)") : group.name();
    }

    private Bars.Pair pair(String id, Group group, long person) {
        String key = id + "." + group.name() + ".";
        return new Bars.Pair(
                name(group),
                true,
                group.all().careMilliBefore(),
                group.all().careMilliAfter(),
                group.name().isEmpty() ? UNKNOWN : person,
                page.numbers().hours(key + "careHoursBefore", group.all().careMilliBefore()),
                page.numbers().hours(key + "careHoursAfter", group.all().careMilliAfter()));
    }

    private void table(String id, String title, List<Group> groups, long person) {
        page.table(
                person < 0
                        ? page.say("年間の対応時間", "Hours of care a year")
                        : page.say("年間の対応時間（縦線は一人の年間の時間）", "Hours of care a year (line: one person's year)"),
                List.of(
                        title,
                        page.say("社数", "Accounts"),
                        page.say("年間契約額", "ARR"),
                        page.say("対応時間/年（前）", "Care h before"),
                        page.say("（後）", "after"),
                        page.say("アクション時間（前）", "Action h before"),
                        page.say("（後）", "after")));
        for (Group group : groups) {
            String key = id + "." + group.name() + ".";
            Numbers numbers = page.numbers();
            page.row(name(group));
            page.cell(numbers.count(key + "accounts", group.all().accounts()));
            page.cell(numbers.money(key + "arr", group.all().arr()));
            page.cell(numbers.hours(key + "careHoursBefore", group.all().careMilliBefore()));
            page.cell(numbers.hours(key + "careHoursAfter", group.all().careMilliAfter()));
            page.cell(numbers.hours(key + "actionHoursBefore", group.all().workMilliBefore()));
            page.cell(numbers.hours(key + "actionHoursAfter", group.all().workMilliAfter()));
            page.endRow();
        }
        page.endTable();
    }
}
