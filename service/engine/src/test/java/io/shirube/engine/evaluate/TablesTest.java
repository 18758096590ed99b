package io.shirube.engine.evaluate;

import static io.shirube.engine.evaluate.Book.ABSENT;
import static io.shirube.engine.evaluate.Book.COLOR;
import static io.shirube.engine.evaluate.Book.PRODUCTS;
import static io.shirube.engine.evaluate.Book.X;
import static io.shirube.engine.evaluate.Book.Y;
import static io.shirube.engine.evaluate.Book.cell;
import static io.shirube.engine.evaluate.Book.facts;
import static io.shirube.engine.evaluate.Book.notCell;
import static io.shirube.engine.evaluate.Book.range;
import static io.shirube.engine.evaluate.Book.with;
import static io.shirube.engine.evaluate.Verdict.FALSE;
import static io.shirube.engine.evaluate.Verdict.TRUE;
import static io.shirube.engine.evaluate.Verdict.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shirube.engine.model.Facts;
import io.shirube.engine.model.Slots;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.Firing;
import io.shirube.engine.rules.Phase;
import io.shirube.engine.rules.Table;
import io.shirube.engine.rules.Table.Cell;
import io.shirube.engine.rules.Table.Hit;
import io.shirube.engine.rules.Table.IsKnown;
import io.shirube.engine.rules.Table.IsNull;
import io.shirube.engine.rules.Table.Range;
import io.shirube.engine.rules.Table.Value;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TablesTest {

    private static final double INFINITY = Double.POSITIVE_INFINITY;

    private static Verdict read(Cell cell, @Nullable Double value) {
        Facts facts = with(facts(), X, value);
        return CellReading.cell(cell, X.type(), facts.account(), X.slot());
    }

    private static List<Integer> hits(Hit hit, Facts facts, List<Field> fields, Cell[]... rows) {
        Table table = Book.table(hit, fields, rows);
        Evaluator evaluator = new Evaluator(Book.model(table));
        List<Integer> fired =
                evaluator.fire(Phase.ACTIONS, facts).stream().map(Firing::row).toList();
        assertThat(evaluator.verdicts(table, facts).hits()).isEqualTo(fired);
        return fired;
    }

    private static Cell[] row(Cell... cells) {
        return cells;
    }

    @Test
    void acceptsEverythingInABlankCell() {
        assertThat(read(cell(), 1.0)).isEqualTo(TRUE);
        assertThat(read(cell(), ABSENT)).isEqualTo(TRUE);
        assertThat(read(cell(), null)).isEqualTo(TRUE);
    }

    @Test
    void readsBoundsOfARange() {
        Cell halfOpen = cell(new Range(300, true, 1000, false));
        assertThat(read(halfOpen, 299.9)).isEqualTo(FALSE);
        assertThat(read(halfOpen, 300.0)).isEqualTo(TRUE);
        assertThat(read(halfOpen, 1000.0)).isEqualTo(FALSE);
        Cell above = cell(new Range(100, false, INFINITY, true));
        assertThat(read(above, 100.0)).isEqualTo(FALSE);
        assertThat(read(above, 1e12)).isEqualTo(TRUE);
        assertThat(read(above, ABSENT)).isEqualTo(FALSE);
        assertThat(read(above, null)).isEqualTo(UNKNOWN);
    }

    @Test
    void joinsAndNegatesTheAlternativesOfACell() {
        Cell either = cell(new Value(1), range(5, 7));
        assertThat(read(either, 1.0)).isEqualTo(TRUE);
        assertThat(read(either, 6.0)).isEqualTo(TRUE);
        assertThat(read(either, 2.0)).isEqualTo(FALSE);
        assertThat(read(either, null)).isEqualTo(UNKNOWN);
        Cell neither = notCell(new Value(1), range(5, 7));
        assertThat(read(neither, 6.0)).isEqualTo(FALSE);
        assertThat(read(neither, 2.0)).isEqualTo(TRUE);
        assertThat(read(neither, null)).isEqualTo(UNKNOWN);
        assertThat(read(neither, ABSENT)).isEqualTo(TRUE);
    }

    @Test
    void asksWhetherAValueIsKnown() {
        assertThat(read(cell(new IsNull()), null)).isEqualTo(TRUE);
        assertThat(read(cell(new IsNull()), ABSENT)).isEqualTo(TRUE);
        assertThat(read(cell(new IsNull()), 0.0)).isEqualTo(FALSE);
        assertThat(read(cell(new IsKnown()), null)).isEqualTo(FALSE);
        assertThat(read(cell(new IsKnown()), ABSENT)).isEqualTo(FALSE);
        assertThat(read(cell(new IsKnown()), 0.0)).isEqualTo(TRUE);
        assertThat(read(cell(range(1, 2), new IsNull()), null)).isEqualTo(TRUE);
        assertThat(read(notCell(new IsNull()), null)).isEqualTo(FALSE);
    }

    @Test
    void looksIntoSetsOfTexts() {
        List<Field> fields = List.of(PRODUCTS);
        Cell[] sso = row(cell(new Value(Book.TEXTS.indexOf("SSO"))));
        Cell[] notSso = row(notCell(new Value(Book.TEXTS.indexOf("SSO"))));
        Cell[] untold = row(cell(new IsNull()));
        Facts facts = facts();
        assertThat(hits(Hit.COLLECT, facts, fields, sso, notSso, untold)).containsExactly(2);
        Book.putTexts(facts.account(), PRODUCTS, "login", "SSO");
        assertThat(hits(Hit.COLLECT, facts, fields, sso, notSso, untold)).containsExactly(0);
        Book.putTexts(facts.account(), PRODUCTS, "login");
        assertThat(hits(Hit.COLLECT, facts, fields, sso, notSso, untold)).containsExactly(1);
    }

    @Test
    void firesEveryTrueRowUnlessOnlyTheFirstIsWanted() {
        Facts facts = with(with(facts(), X, 50.0), COLOR, 1.0);
        Cell[] low = row(cell(range(0, 10)), cell());
        Cell[] middle = row(cell(range(10, 60)), cell(new Value(1), new Value(2)));
        Cell[] high = row(cell(range(40, INFINITY)), cell());
        assertThat(hits(Hit.COLLECT, facts, List.of(X, COLOR), low, middle, high))
                .containsExactly(1, 2);
        assertThat(hits(Hit.SINGLE, facts, List.of(X, COLOR), low, middle, high))
                .containsExactly(1, 2);
        assertThat(hits(Hit.FIRST, facts, List.of(X, COLOR), low, middle, high)).containsExactly(1);
    }

    @Test
    void letsNoRowFireBelowAnUnknownOneWhenTheFirstIsWanted() {
        Facts facts = with(facts(), X, 5.0);
        Cell[] no = row(cell(range(6, 9)), cell());
        Cell[] unknown = row(cell(range(5, 9)), cell(new Value(1)));
        Cell[] yes = row(cell(), cell());
        List<Field> fields = List.of(X, Y);
        assertThat(hits(Hit.FIRST, facts, fields, no, unknown, yes)).isEmpty();
        assertThat(hits(Hit.FIRST, facts, fields, no, yes, unknown)).containsExactly(1);
        assertThat(hits(Hit.COLLECT, facts, fields, no, unknown, yes)).containsExactly(2);
        assertThat(hits(Hit.FIRST, with(facts, Y, 2.0), fields, no, unknown, yes))
                .containsExactly(2);
    }

    @Test
    void tellsWhichRowBarsTheOthersAndWhy() {
        Table table = Book.table(
                Hit.FIRST,
                List.of(X, Y),
                row(cell(range(6, 9)), cell()),
                row(cell(range(5, 9)), cell(new Value(1))),
                row(cell(), cell()));
        Facts facts = with(facts(), X, 5.0);
        Evaluator evaluator = new Evaluator(Book.model(table));
        assertThat(evaluator.verdicts(table, facts))
                .isEqualTo(new TableVerdict(List.of(), List.of(1), OptionalInt.of(1)));
        TableVerdict.RowVerdict row = evaluator.verdicts(table, 1, facts);
        assertThat(row.verdict()).isEqualTo(UNKNOWN);
        assertThat(row.cells()).extracting(TableVerdict.CellVerdict::verdict).containsExactly(TRUE, UNKNOWN);
        assertThat(row.cells())
                .extracting(TableVerdict.CellVerdict::value)
                .containsExactly(
                        new io.shirube.engine.evaluate.Value.Known(5), new io.shirube.engine.evaluate.Value.Unknown());
    }

    @Test
    void hitsOneOfThousandsOfRows() {
        int count = 5_000;
        Cell[][] rows = new Cell[count][];
        for (int i = 0; i < count; i++) {
            rows[i] = row(cell(new Range(i, true, i + 1, false)), cell(new Value(i % 7)));
        }
        for (double x : new double[] {-0.5, -0.0, 0, 0.5, 699, 700, 4_999.5, 5_000}) {
            boolean inside = x >= 0 && x < count;
            Facts facts = with(with(facts(), X, x), Y, Math.floor(x) % 7);
            Integer[] expected = inside ? new Integer[] {(int) x} : new Integer[0];
            assertThat(hits(Hit.FIRST, facts, List.of(X, Y), rows)).containsExactly(expected);
        }
    }

    @Test
    void refusesRowsThatDoNotFitTheirColumns() {
        Table table = Book.table(Hit.FIRST, List.of(X, Y), row(cell()));
        assertThatThrownBy(() -> new Evaluator(Book.model(table))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void readsSlotsOnly() {
        Slots slots = new Slots(7);
        slots.set(X.slot(), -0.0);
        assertThat(CellReading.cell(cell(new Value(0)), X.type(), slots, X.slot()))
                .isEqualTo(TRUE);
    }
}
