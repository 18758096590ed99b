package io.shirube.io.simulate;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.shirube.engine.model.Text;
import io.shirube.engine.simulate.Blame;
import io.shirube.engine.simulate.Compared;
import io.shirube.engine.simulate.Edit;
import io.shirube.engine.simulate.Mover;
import io.shirube.engine.simulate.Outcome;
import io.shirube.engine.simulate.Side;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Writes the accounts that move as CSV, one a line, with a byte order mark because that is what spreadsheets read as UTF-8. The
 * headings are there even when nobody moves. Used by one thread.
 */
public final class MoversFile {

    /** The headings, in their order. */
    public static final List<String> HEADINGS = List.of(
            "account",
            "name",
            "arr",
            "touchBefore",
            "touchAfter",
            "programmeBefore",
            "programmeAfter",
            "stageBefore",
            "stageAfter",
            "bandBefore",
            "bandAfter",
            "successBefore",
            "successAfter",
            "careHoursBefore",
            "careHoursAfter",
            "actionHoursBefore",
            "actionHoursAfter",
            "contactsBefore",
            "contactsAfter",
            "decisionDateBefore",
            "decisionDateAfter",
            "owner",
            "team",
            "opened",
            "withdrawn",
            "held",
            "actionsBefore",
            "actionsAfter",
            "blame",
            "blameSearch",
            "edits",
            "reasonsBefore",
            "reasonsAfter");

    private final CsvWriter csv;
    private final List<Edit> edits;
    private final String language;

    /**
     * @param edits what blame names, by their numbers
     * @param language of reasons and edits, {@code ja} or else English
     */
    public MoversFile(OutputStream out, List<Edit> edits, String language) throws IOException {
        OutputStreamWriter text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write('\uFEFF');
        this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text);
        this.edits = List.copyOf(edits);
        this.language = language;
        csv.writeRecord(HEADINGS);
    }

    /** Writes an account that moves; others are left out. */
    public void write(Compared account) {
        account.mover().ifPresent(mover -> csv.writeRecord(cells(account, mover)));
    }

    private List<String> cells(Compared account, Mover mover) {
        Outcome before = account.before().outcome();
        Outcome after = account.after().outcome();
        List<String> cells = new ArrayList<>(List.of(
                safe(account.accountId()),
                account.name() == null ? "" : safe(account.name()),
                account.arr() == null ? "" : account.arr().toString()));
        cells.addAll(List.of(before.touch(), after.touch(), before.programme(), after.programme()));
        cells.addAll(List.of(before.stage(), after.stage(), before.band(), after.band()));
        cells.addAll(List.of(before.success(), after.success()));
        cells.addAll(List.of(
                Hours.text(account.before().careMilli()),
                Hours.text(account.after().careMilli()),
                Hours.text(account.before().workMilli()),
                Hours.text(account.after().workMilli())));
        cells.addAll(List.of(
                String.valueOf(account.before().contacts()),
                String.valueOf(account.after().contacts()),
                day(account.before()),
                day(account.after()),
                safe(account.owner()),
                safe(account.team())));
        cells.addAll(List.of(names(mover.opened()), names(mover.withdrawn()), names(mover.held())));
        cells.addAll(List.of(work(account.before()), work(account.after())));
        cells.addAll(List.of(blame(mover.blame()), mover.blame().search().name(), edits(mover.blame())));
        cells.addAll(List.of(texts(mover.reasonsBefore()), texts(mover.reasonsAfter())));
        return cells;
    }

    private static String day(Side side) {
        return side.decisionDate() == null ? "" : side.decisionDate().toString();
    }

    /** A spreadsheet computes what begins with such a sign, and names come from customers. */
    private static String safe(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String names(List<String> names) {
        return names.stream().map(MoversFile::plain).collect(Collectors.joining(";"));
    }

    /** Writes {@code type:reason|role|hours|due} of each open action. */
    private static String work(Side side) {
        return side.work().stream()
                .map(one ->
                        plain(one.name()) + "|" + one.ownerRole() + "|" + Hours.text(one.milli()) + "|" + one.dueOn())
                .collect(Collectors.joining(";"));
    }

    private static String plain(String name) {
        return safe(name.replace(';', '_').replace('|', '_'));
    }

    /** Writes {@code E1+E3 | E2}: sets with a bar between them, the edits of a set with a plus. */
    static String blame(Blame blame) {
        return blame.sets().stream()
                .map(set -> set.stream().map(number -> "E" + (number + 1)).collect(Collectors.joining("+")))
                .collect(Collectors.joining(" | "));
    }

    private String edits(Blame blame) {
        Set<Integer> named = new TreeSet<>();
        blame.sets().forEach(named::addAll);
        return named.stream()
                .map(number ->
                        edits.get(number).id() + " " + edits.get(number).text().in(language))
                .collect(Collectors.joining("; "));
    }

    private String texts(List<Text> texts) {
        return texts.stream().map(text -> text.in(language)).collect(Collectors.joining(" / "));
    }

    /** Ends the file; the stream stays open. */
    public void finish() throws IOException {
        csv.flush();
    }
}
