package io.shirube.engine.authoring.table;

import static io.shirube.engine.authoring.words.Report.say;

import io.shirube.engine.authoring.words.Report;
import io.shirube.engine.model.FactType;
import io.shirube.engine.model.Position;
import io.shirube.engine.model.Text;
import io.shirube.engine.rules.Consequence;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.Phase;
import io.shirube.engine.rules.ReasonTemplate;
import io.shirube.engine.rules.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the rows of one table under its headings. */
final class RowReader {

    private final Sheet sheet;
    private final Phase phase;
    private final TableContext context;
    private final List<@Nullable Heading> headings;
    private final Report report;
    private final CellReader cellReader;
    private final Conclusions conclusions;

    RowReader(Sheet sheet, Phase phase, TableContext context, List<@Nullable Heading> headings, Report report) {
        this.sheet = sheet;
        this.phase = phase;
        this.context = context;
        this.headings = headings;
        this.report = report;
        this.cellReader = new CellReader(report, context.texts());
        this.conclusions = new Conclusions(context.actions(), context.texts(), report);
    }

    /** Returns the row, or reports what of it cannot be read. */
    Optional<Table.Row> read(int row, int index) {
        boolean whole = true;
        List<Table.Cell> cells = new ArrayList<>();
        List<Consequence> consequences = new ArrayList<>();
        tooLong(row);
        for (int column = 1; column <= headings.size(); column++) {
            Heading heading = headings.get(column - 1);
            String written = sheet.cell(row, column);
            Position at = sheet.at(row, column);
            if (heading instanceof Heading.Test test) {
                Optional<Table.Cell> cell = cellReader.read(test.field(), written, at);
                whole &= cell.isPresent();
                cell.ifPresent(cells::add);
            } else if (heading instanceof Heading.Conclude conclude && !written.isEmpty()) {
                Optional<Consequence> assign = conclusions.assign(conclude.field(), written, at);
                whole &= assign.isPresent();
                assign.ifPresent(consequences::add);
            }
        }
        actions(row, consequences);
        Optional<ReasonTemplate> ja = reason(Heading.Special.REASON_JA, row, consequences);
        Optional<ReasonTemplate> en = reason(Heading.Special.REASON_EN, row, consequences);
        return whole
                ? Optional.of(
                        new Table.Row(index, cells, consequences, ja.orElse(null), en.orElse(null), sheet.at(row, 1)))
                : Optional.empty();
    }

    private void actions(int row, List<Consequence> consequences) {
        int proposeColumn = headings.indexOf(Heading.Special.PROPOSE) + 1;
        int holdColumn = headings.indexOf(Heading.Special.HOLD) + 1;
        int contextColumn = headings.indexOf(Heading.Special.CONTEXT) + 1;
        String proposed = proposeColumn == 0 ? "" : sheet.cell(row, proposeColumn);
        String weight = contextColumn == 0 ? "" : sheet.cell(row, contextColumn);
        if (!weight.isEmpty() && proposed.isEmpty()) {
            report.error(
                    "context-alone",
                    sheet.at(row, contextColumn),
                    say("提案が無い行に状況加点だけがあります。", "The row has a context weight but proposes nothing."),
                    say(
                            "propose の列にアクションを書くか、状況加点を消してください。",
                            "Write an action in the column propose, or delete the weight."));
        } else if (!proposed.isEmpty()) {
            double context = weight.isEmpty()
                    ? 0
                    : conclusions.context(weight, sheet.at(row, contextColumn)).orElse(0.0);
            consequences.addAll(conclusions.propose(proposed, context, sheet.at(row, proposeColumn)));
        }
        if (holdColumn > 0 && !sheet.cell(row, holdColumn).isEmpty()) {
            consequences.addAll(conclusions.hold(sheet.cell(row, holdColumn), sheet.at(row, holdColumn)));
        }
    }

    private Optional<ReasonTemplate> reason(Heading.Special which, int row, List<Consequence> consequences) {
        int column = headings.indexOf(which) + 1;
        if (column == 0) {
            return Optional.empty();
        }
        String written = sheet.cell(row, column);
        if (written.isEmpty()) {
            noReason(consequences, sheet.at(row, column));
            return Optional.empty();
        }
        Position at = sheet.at(row, column);
        return CellChecks.pass(written, at, report) ? context.reasons().read(written, at, phase) : Optional.empty();
    }

    /** An action without a reason may not be proposed, as in rule files; elsewhere a reason is only missed. */
    private void noReason(List<Consequence> consequences, Position at) {
        Text what = say("理由が空欄です。", "The reason is blank.");
        Text tryThis = say("なぜそうなるかを1文で書いてください。", "Say why in a sentence.");
        if (consequences.stream().anyMatch(Consequence.Propose.class::isInstance)) {
            report.error("no-reason", at, what, tryThis);
        } else if (consequences.stream().anyMatch(RowReader::wantsReason)) {
            report.notice("no-reason", at, what, tryThis);
        }
    }

    /** A weight or a value for later rules is explained by what uses it. */
    private static boolean wantsReason(Consequence consequence) {
        return !(consequence instanceof Consequence.Assign assign) || wantsReason(assign.target());
    }

    static boolean wantsReason(Field field) {
        return field.owner() != FactType.VALUES
                && !(field.owner() == FactType.HEALTH && field.name().endsWith("Weight"));
    }

    private void tooLong(int row) {
        for (int column = 1; column <= sheet.width(row); column++) {
            String written = sheet.cell(row, column);
            boolean unheaded = column > headings.size() || headings.get(column - 1) == null;
            if (unheaded && !written.isEmpty()) {
                report.error(
                        "cell-without-heading",
                        sheet.at(row, column),
                        say(
                                "見出しの無い列に「" + shortened(written) + "」があります。",
                                "\"" + shortened(written) + "\" stands in a column without a heading."),
                        say(
                                "カンマの数を確かめてください。カンマを含む文は全体を「\"」で囲みます。",
                                "Count the commas; put a sentence with commas in quotation marks."));
                return;
            }
        }
    }

    private static String shortened(String text) {
        return text.length() <= 30 ? text : text.substring(0, 30) + "…";
    }
}
