package io.shirube.io.simulate;

import io.shirube.engine.simulate.SimulationReport;
import io.shirube.engine.simulate.SimulationReport.Cell;
import io.shirube.engine.simulate.SimulationReport.Group;
import io.shirube.engine.simulate.SimulationReport.Load;
import io.shirube.engine.simulate.Sums;
import io.shirube.io.sheet.SheetCell;
import io.shirube.io.sheet.WorkbookWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Writes the report of a simulation as a workbook, a sheet for each table, in one language. Used by one thread. */
public final class ReportWorkbook {

    private final String language;

    /** @param language {@code ja}, or else English */
    public ReportWorkbook(String language) {
        this.language = language;
    }

    /** Writes the report and leaves the stream open. Same report, same bytes. */
    public void write(SimulationReport report, OutputStream out) throws IOException {
        try (WorkbookWriter book = new WorkbookWriter(out, say("概要", "Summary"))) {
            summary(report, book);
            edits(report, book);
            cells(say("タッチ", "Touch"), report.touches(), book);
            cells(say("段階", "Stage"), report.stages(), book);
            cells(say("健康度", "Health"), report.bands(), book);
            actions(report, book);
            roles(report, book);
            contacts(report, book);
            groups(say("担当者", "Owners"), report.owners(), book);
            groups(say("チーム", "Teams"), report.teams(), book);
            new MoversSheet(book, language).write(report.largest());
        }
    }

    private void summary(SimulationReport report, WorkbookWriter book) throws IOException {
        SimulationReport.Calibration held = report.calibration();
        row(book, say("項目", "What"), say("値", "Value"));
        row(book, say("タッチの一致（申告あり）", "Touches told"), held.touchesTold());
        row(book, say("　うち今のルールと一致", "  of these agreed by today's rules"), held.touchesAgreed());
        row(book, say("開いているアクション（申告あり）", "Open actions told"), held.actionsTold());
        row(book, say("　うち今のルールと一致", "  of these agreed by today's rules"), held.actionsAgreed());
        row(book, say("判定日", "As of"), report.asOf());
        row(book, say("今のルール", "Baseline"), report.baseline());
        row(book, say("試すルール", "Candidate"), report.candidate());
        row(book, say("顧客企業数", "Accounts"), report.all().accounts());
        row(book, say("判定が変わる社数", "Accounts that move"), report.movers());
        row(book, say("読めなかった行", "Errors"), report.errors());
        row(book, say("年間契約額", "ARR"), report.all().arr());
        row(
                book,
                say("年間の対応時間（前）", "Hours of care a year, before"),
                hours(report.all().careMilliBefore()));
        row(
                book,
                say("年間の対応時間（後）", "Hours of care a year, after"),
                hours(report.all().careMilliAfter()));
    }

    private void edits(SimulationReport report, WorkbookWriter book) throws IOException {
        book.sheet(say("変更", "Edits"));
        row(book, "id", say("変更", "Edit"), say("社数", "Accounts"), say("うち単独", "By itself"), say("年間契約額", "ARR"));
        for (SimulationReport.EditEffect effect : report.effects()) {
            row(
                    book,
                    effect.edit().id(),
                    effect.edit().text().in(language),
                    effect.movers(),
                    effect.alone(),
                    effect.arr());
        }
    }

    private void cells(String name, List<Cell> cells, WorkbookWriter book) throws IOException {
        List<SumRow> rows = cells.stream()
                .map(cell -> new SumRow(List.of(cell.before(), cell.after()), cell.all()))
                .toList();
        sums(name, List.of(say("前", "Before"), say("後", "After")), rows, book);
    }

    private void groups(String name, List<Group> groups, WorkbookWriter book) throws IOException {
        List<SumRow> rows = groups.stream()
                .map(group -> new SumRow(List.of(group.name()), group.all()))
                .toList();
        sums(name, List.of(say("名前", "Name")), rows, book);
    }

    /** Sums under one or two names. */
    private record SumRow(List<String> names, Sums sums) {}

    private void sums(String name, List<String> names, List<SumRow> rows, WorkbookWriter book) throws IOException {
        book.sheet(name);
        List<Object> headings = new ArrayList<>(names);
        headings.addAll(List.of(
                say("社数", "Accounts"),
                say("年間契約額", "ARR"),
                say("年間の対応時間（前）", "Care h, before"),
                say("年間の対応時間（後）", "Care h, after"),
                say("アクションの時間（前）", "Action h, before"),
                say("アクションの時間（後）", "Action h, after")));
        row(book, headings.toArray());
        for (SumRow one : rows) {
            List<Object> cells = new ArrayList<>(one.names());
            cells.addAll(List.of(
                    one.sums().accounts(),
                    one.sums().arr(),
                    hours(one.sums().careMilliBefore()),
                    hours(one.sums().careMilliAfter()),
                    hours(one.sums().workMilliBefore()),
                    hours(one.sums().workMilliAfter())));
            row(book, cells.toArray());
        }
    }

    private void actions(SimulationReport report, WorkbookWriter book) throws IOException {
        book.sheet(say("アクション", "Actions"));
        row(
                book,
                say("種類", "Type"),
                say("タッチ", "Touch"),
                say("新たに開く", "Opened"),
                say("取り下げ", "Withdrawn"),
                say("見合わせ", "Held"),
                say("開いている（前）", "Open, before"),
                say("開いている（後）", "Open, after"),
                say("時間（前）", "Hours, before"),
                say("時間（後）", "Hours, after"));
        for (SimulationReport.ActionRow one : report.actions()) {
            row(
                    book,
                    one.type(),
                    one.touch(),
                    one.opened(),
                    one.withdrawn(),
                    one.held(),
                    one.openBefore(),
                    one.openAfter(),
                    hours(one.milliBefore()),
                    hours(one.milliAfter()));
        }
    }

    private void roles(SimulationReport report, WorkbookWriter book) throws IOException {
        book.sheet(say("役割と稼働", "Roles"));
        String weeks = say("（" + report.weeks() + "週）", " (" + report.weeks() + " weeks)");
        row(
                book,
                say("役割", "Role"),
                say("対応できる時間", "Capacity h") + weeks,
                say("必要な時間（前）", "Hours, before"),
                say("必要な時間（後）", "Hours, after"),
                say("終わらない時間（前）", "Undone h, before"),
                say("終わらない時間（後）", "Undone h, after"),
                say("手が回らない社数（前）", "Unserved, before"),
                say("手が回らない社数（後）", "Unserved, after"),
                say("その年間契約額（前）", "Their ARR, before"),
                say("その年間契約額（後）", "Their ARR, after"));
        for (SimulationReport.RoleRow one : report.roles()) {
            Load was = one.before();
            Load is = one.after();
            row(
                    book,
                    one.role(),
                    one.capacityMilli() < 0 ? "" : hours(one.capacityMilli()),
                    hours(was.milli()),
                    hours(is.milli()),
                    hours(was.undoneMilli()),
                    hours(is.undoneMilli()),
                    was.unserved(),
                    is.unserved(),
                    was.unservedArr(),
                    is.unservedArr());
        }
    }

    private void contacts(SimulationReport report, WorkbookWriter book) throws IOException {
        book.sheet(say("接触", "Contacts"));
        row(
                book,
                say("タッチ", "Touch"),
                say("社数（前）", "Accounts, before"),
                say("社数（後）", "Accounts, after"),
                say("28日間の予定（前）", "Planned in 28 days, before"),
                say("28日間の予定（後）", "Planned in 28 days, after"),
                say("5回以上の社数（前）", "Accounts with 5 or more, before"),
                say("5回以上の社数（後）", "Accounts with 5 or more, after"));
        for (SimulationReport.ContactRow one : report.contacts()) {
            row(
                    book,
                    one.touch(),
                    one.accountsBefore(),
                    one.accountsAfter(),
                    one.plannedBefore(),
                    one.plannedAfter(),
                    one.crowdedBefore(),
                    one.crowdedAfter());
        }
    }

    private static BigDecimal hours(long milli) {
        return Hours.of(milli);
    }

    static void row(WorkbookWriter book, Object... values) throws IOException {
        List<SheetCell> cells = new ArrayList<>();
        for (Object value : values) {
            cells.add(
                    value instanceof Number number
                            ? new SheetCell(SheetCell.Kind.NUMBER, number.toString())
                            : SheetCell.text(value.toString()));
        }
        book.write(cells);
    }

    private String say(String ja, String en) {
        return language.equals("ja") ? ja : en;
    }
}
