package io.shirube.engine.cases.coverage;

import io.shirube.engine.evaluate.Evaluator;
import io.shirube.engine.evaluate.TableVerdict.CellVerdict;
import io.shirube.engine.evaluate.Value;
import io.shirube.engine.evaluate.Verdict;
import io.shirube.engine.model.Facts;
import io.shirube.engine.model.Position;
import io.shirube.engine.rules.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Watches the cells of one table. A cell decides in a case in which every other cell of its row is true. */
final class TableWatch {

    private final Table table;
    private final Evaluator evaluator;
    private final List<WatchedRow> rows = new ArrayList<>();
    private final Map<BoundKey, Bound> bounds = new LinkedHashMap<>();

    TableWatch(Table table, Edges edges, Evaluator evaluator) {
        this.table = table;
        this.evaluator = evaluator;
        for (Table.Row row : table.rows()) {
            rows.add(new WatchedRow(row, edges));
        }
    }

    Table table() {
        return table;
    }

    void watch(Facts facts) {
        rows.stream().filter(row -> !row.isComplete()).forEach(row -> row.watch(facts));
    }

    void tell(Consumer<Coverage.Condition> toConditions, Consumer<Coverage.Threshold> toThresholds) {
        for (WatchedRow row : rows) {
            row.cells.forEach(cell -> toConditions.accept(cell.told()));
        }
        for (Bound bound : bounds.values()) {
            toThresholds.accept(bound.told());
        }
    }

    /** Two rows that meet at a number share its threshold. */
    private record BoundKey(int column, double at, List<Boolean> above) {}

    private final class WatchedRow {
        private final int index;
        private final List<WatchedCell> cells = new ArrayList<>();

        WatchedRow(Table.Row row, Edges edges) {
            this.index = row.index();
            for (int i = 0; i < row.cells().size(); i++) {
                if (!row.cells().get(i).isAny()) {
                    cells.add(new WatchedCell(row.cells().get(i), i, edges));
                }
            }
        }

        boolean isComplete() {
            return cells.stream().allMatch(WatchedCell::isComplete);
        }

        void watch(Facts facts) {
            List<CellVerdict> verdicts = evaluator.verdicts(table, index, facts).cells();
            long open = verdicts.stream()
                    .filter(cell -> cell.verdict() != Verdict.TRUE)
                    .count();
            for (WatchedCell cell : cells) {
                CellVerdict verdict = verdicts.get(cell.column);
                boolean decides = open == (verdict.verdict() == Verdict.TRUE ? 0 : 1);
                cell.watch(verdict, decides);
            }
        }
    }

    private final class WatchedCell {
        private final Table.Cell cell;
        private final int column;
        private final Seen seen = new Seen();
        private final List<Bound> edges = new ArrayList<>();

        WatchedCell(Table.Cell cell, int column, Edges found) {
            this.cell = cell;
            this.column = column;
            for (Edge edge : found.of(table.columns().get(column), cell)) {
                BoundKey key = new BoundKey(
                        column,
                        edge.at(),
                        edge.sides().stream().map(Edge.Side::above).toList());
                edges.add(bounds.computeIfAbsent(
                        key, unused -> new Bound(edge, cell.origin().at())));
            }
        }

        boolean isComplete() {
            return seen.isTrue
                    && seen.isFalse
                    && seen.isDecisive()
                    && edges.stream().allMatch(Bound::isComplete);
        }

        void watch(CellVerdict verdict, boolean decides) {
            boolean isTrue = verdict.verdict() == Verdict.TRUE;
            boolean isFalse = verdict.verdict() == Verdict.FALSE;
            seen.isTrue |= isTrue;
            seen.isFalse |= isFalse;
            seen.decidesTrue |= decides && isTrue;
            seen.decidesFalse |= decides && isFalse;
            if (decides) {
                edges.forEach(edge -> edge.watch(verdict.value()));
            }
        }

        Coverage.Condition told() {
            String field = table.columns().get(column).field().labelEn();
            return new Coverage.Condition(
                    table.name(),
                    cell.origin().at(),
                    field + " " + cell.origin().text(),
                    seen);
        }
    }

    private final class Bound {
        private final Edge edge;
        private final Position at;
        private boolean on;
        private boolean beside;

        Bound(Edge edge, Position at) {
            this.edge = edge;
            this.at = at;
            this.beside = edge.sides().isEmpty();
        }

        boolean isComplete() {
            return on && beside;
        }

        void watch(@Nullable Value value) {
            if (value instanceof Value.Known known) {
                on |= known.number() == edge.at();
                beside |= edge.sides().stream().anyMatch(side -> side.has(known.number()));
            }
        }

        Coverage.Threshold told() {
            return new Coverage.Threshold(
                    table.name(),
                    at,
                    edge.name(),
                    edge.at(),
                    edge.sides().stream().map(Edge.Side::step).toList(),
                    on,
                    beside);
        }
    }
}
