package io.shirube.io.simulate;

import io.shirube.engine.model.Text;
import io.shirube.engine.simulate.Compared;
import io.shirube.engine.simulate.Mover;
import io.shirube.engine.simulate.Outcome;
import io.shirube.io.sheet.WorkbookWriter;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the sheet of a workbook that names the accounts that move. Used by one thread. */
record MoversSheet(WorkbookWriter book, String language) {

    void write(List<Compared> movers) throws IOException {
        book.sheet(say("変わる顧客企業", "Movers"));
        ReportWorkbook.row(
                book,
                say("ID", "Account"),
                say("名前", "Name"),
                say("年間契約額", "ARR"),
                say("前", "Before"),
                say("後", "After"),
                say("新たに開く", "Opened"),
                say("取り下げ", "Withdrawn"),
                say("見合わせ", "Held"),
                say("原因の変更", "Blame"),
                say("理由（前）", "Reasons, before"),
                say("理由（後）", "Reasons, after"));
        for (Compared account : movers) {
            Mover mover = account.mover().orElseThrow();
            ReportWorkbook.row(
                    book,
                    account.accountId(),
                    account.name() == null ? "" : account.name(),
                    account.arr() == null ? "" : account.arr(),
                    outcome(account.before().outcome()),
                    outcome(account.after().outcome()),
                    String.join(", ", mover.opened()),
                    String.join(", ", mover.withdrawn()),
                    String.join(", ", mover.held()),
                    MoversFile.blame(mover.blame()),
                    texts(mover.reasonsBefore()),
                    texts(mover.reasonsAfter()));
        }
    }

    private static String outcome(Outcome outcome) {
        return String.join(" · ", outcome.touch(), outcome.programme(), outcome.stage(), outcome.band());
    }

    private String texts(List<Text> texts) {
        return texts.stream().map(text -> text.in(language)).collect(Collectors.joining(" / "));
    }

    private String say(String ja, String en) {
        return language.equals("ja") ? ja : en;
    }
}
