package io.shirube.engine.explain.full;

import io.shirube.engine.evaluate.Evaluator;
import io.shirube.engine.evaluate.TableVerdict;
import io.shirube.engine.evaluate.TableVerdict.CellVerdict;
import io.shirube.engine.evaluate.TableVerdict.RowVerdict;
import io.shirube.engine.evaluate.Verdict;
import io.shirube.engine.explain.Explainer;
import io.shirube.engine.explain.Quoted;
import io.shirube.engine.explain.ValueText;
import io.shirube.engine.model.Explanation.Cell;
import io.shirube.engine.model.Explanation.Column;
import io.shirube.engine.model.Explanation.Hit;
import io.shirube.engine.model.Explanation.Near;
import io.shirube.engine.model.Explanation.TableTold;
import io.shirube.engine.model.Facts;
import io.shirube.engine.model.Position;
import io.shirube.engine.model.Reason;
import io.shirube.engine.model.Text;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.Firing;
import io.shirube.engine.rules.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Tells of one table: the rows that hit, the nearest others, and how many rows lack how much. Immutable. */
final class TableTeller {

    private static final int NEAREST = 5;
    private static final int[] NO_ITEMS = {};

    private final Evaluator evaluator;
    private final Explainer explainer;
    private final Words words;
    private final ProposalTeller proposals;

    TableTeller(Evaluator evaluator, Explainer explainer, Words words, ProposalTeller proposals) {
        this.evaluator = evaluator;
        this.explainer = explainer;
        this.words = words;
        this.proposals = proposals;
    }

    TableTold tell(Table table, Facts facts, Fates fates) {
        boolean inForce = evaluator.mayFireOn(table, facts.asOf());
        TableVerdict verdict = evaluator.verdicts(table, facts);
        List<Integer> hits = inForce ? verdict.hits() : List.of();
        int[] failing = evaluator.failingCells(table, facts);
        Position barred = !inForce || verdict.barredBy().isEmpty()
                ? null
                : table.rows().get(verdict.barredBy().getAsInt()).position();
        return new TableTold(
                table.name(),
                table.position(),
                inForce,
                columns(table, facts),
                hits.stream().map(row -> hit(table, row, facts, fates)).toList(),
                barred,
                nearest(failing, hits).stream()
                        .map(row -> near(table, row, facts))
                        .toList(),
                counts(failing));
    }

    private List<Column> columns(Table table, Facts facts) {
        Set<Field> read = evaluator.reads(table);
        List<Column> columns = new ArrayList<>();
        for (Table.Column column : table.columns()) {
            if (read.contains(column.field())) {
                Object value = ValueText.plain(Quoted.of(evaluator.value(column.field(), facts)), column.field());
                columns.add(new Column(column.position(), Explainer.name(column.field()), value));
            }
        }
        return columns;
    }

    private Hit hit(Table table, int row, Facts facts, Fates fates) {
        Firing firing = new Firing(table.number(), row, NO_ITEMS);
        Reason reason = explainer.reason(firing, facts);
        Table.Row hit = table.rows().get(row);
        return new Hit(
                hit.position(),
                proposals.of(hit.consequences(), List.of(firing), facts, fates),
                new Text(reason.textJa(), reason.textEn()));
    }

    private static List<Integer> nearest(int[] failing, List<Integer> hits) {
        List<Integer> nearest = new ArrayList<>();
        int most = 0;
        for (int cells : failing) {
            most = Math.max(most, cells);
        }
        for (int cells = 0; cells <= most; cells++) {
            for (int row = 0; row < failing.length; row++) {
                if (failing[row] == cells && !hits.contains(row)) {
                    nearest.add(row);
                    if (nearest.size() == NEAREST) {
                        return nearest;
                    }
                }
            }
        }
        return nearest;
    }

    private Near near(Table table, int row, Facts facts) {
        RowVerdict verdict = evaluator.verdicts(table, row, facts);
        List<Cell> failing = new ArrayList<>();
        for (CellVerdict cell : verdict.cells()) {
            if (cell.verdict() != Verdict.TRUE) {
                failing.add(new Cell(
                        cell.cell().origin().at(), words.of(cell.cell().origin()), TestBook.plain(cell.verdict())));
            }
        }
        return new Near(table.rows().get(row).position(), failing);
    }

    private static List<Integer> counts(int[] failing) {
        List<Integer> counts = new ArrayList<>();
        for (int cells : failing) {
            while (counts.size() <= cells) {
                counts.add(0);
            }
            counts.set(cells, counts.get(cells) + 1);
        }
        return counts;
    }
}
