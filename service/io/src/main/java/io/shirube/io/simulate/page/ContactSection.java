package io.shirube.io.simulate.page;

import io.shirube.engine.simulate.SimulationReport;
import io.shirube.engine.simulate.SimulationReport.ContactRow;
import java.util.List;

/** Shows how often accounts would be contacted. */
record ContactSection(Page page) {

    void write(SimulationReport report) {
        page.section("contacts", page.say("接触の多さ", "How often accounts are contacted"));
        page.note(page.say(
                "これから28日間に顧客企業に届く予定の接触です。同じ担当者が同じ週に行うアクションは1回に数えます。「多い会社」は5回以上の会社です。",
                "Contacts planned for the next 28 days; what one owner does for an account in one week is one contact."
                        + " Crowded accounts have five or more."));
        page.beside();
        new Bars(
                        page,
                        "contact-bars",
                        page.say("予定される接触", "Contacts planned"),
                        page.say(
                                "タッチごとに、予定される接触の前と後を示します。同じ数字は隣の表にあります。",
                                "For each touch, contacts planned before and after. The table beside has the same figures."))
                .draw(report.contacts().stream().map(this::pair).toList());
        page.table(
                page.say("タッチごとの接触", "Contacts by touch"),
                List.of(
                        page.say("タッチ", "Touch"),
                        page.say("予定（前）", "Planned before"),
                        page.say("（後）", "after"),
                        page.say("会社あたり（前）", "Per account before"),
                        page.say("（後）", "after"),
                        page.say("多い会社（前）", "Crowded before"),
                        page.say("（後）", "after"),
                        page.say("最多（前）", "Most before"),
                        page.say("（後）", "after")));
        report.contacts().forEach(this::row);
        page.endTable();
        page.html().close().close();
    }

    private Bars.Pair pair(ContactRow row) {
        String key = "contacts." + row.touch() + ".";
        return new Bars.Pair(
                page.label(Names.TOUCH, row.touch()),
                false,
                row.plannedBefore(),
                row.plannedAfter(),
                -1,
                page.numbers().count(key + "plannedBefore", row.plannedBefore()),
                page.numbers().count(key + "plannedAfter", row.plannedAfter()));
    }

    private void row(ContactRow row) {
        String key = "contacts." + row.touch() + ".";
        Numbers numbers = page.numbers();
        page.row(page.label(Names.TOUCH, row.touch()));
        page.cell(numbers.count(key + "plannedBefore", row.plannedBefore()));
        page.cell(numbers.count(key + "plannedAfter", row.plannedAfter()));
        mean(key + "meanBefore", row.plannedBefore(), row.accountsBefore());
        mean(key + "meanAfter", row.plannedAfter(), row.accountsAfter());
        page.cell(numbers.count(key + "crowdedBefore", row.crowdedBefore()));
        page.cell(numbers.count(key + "crowdedAfter", row.crowdedAfter()));
        page.cell(numbers.count(key + "mostBefore", row.mostBefore()));
        page.cell(numbers.count(key + "mostAfter", row.mostAfter()));
        page.endRow();
    }

    private void mean(String key, long planned, long accounts) {
        if (accounts == 0) {
            page.cell("–");
        } else {
            page.cell(page.numbers().mean(key, planned, accounts));
        }
    }
}
