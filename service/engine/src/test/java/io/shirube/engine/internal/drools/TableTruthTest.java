package io.shirube.engine.internal.drools;

import static io.shirube.engine.internal.drools.Sketch.ORIGIN;
import static io.shirube.engine.internal.drools.Sketch.account;
import static io.shirube.engine.internal.drools.Sketch.allOf;
import static io.shirube.engine.internal.drools.Sketch.facts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.shirube.engine.model.Facts;
import io.shirube.engine.rules.Firing;
import io.shirube.engine.rules.Phase;
import io.shirube.engine.rules.Table;
import io.shirube.engine.rules.Table.Cell;
import io.shirube.engine.rules.Table.Hit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tables: every kind of cell and the three hit policies, against rows written by hand. */
class TableTruthTest {

    private static final Cell BLANK = cell();
    private static final double FOREVER = Double.POSITIVE_INFINITY;

    private static Cell cell(Table.Part... parts) {
        return new Cell(List.of(parts), false, ORIGIN);
    }

    private static Cell no(Table.Part... parts) {
        return new Cell(List.of(parts), true, ORIGIN);
    }

    private static Table.Part range(double low, double high) {
        return new Table.Range(low, true, high, true);
    }

    private static Table.Part open(double low, double high) {
        return new Table.Range(low, false, high, false);
    }

    private static Table.Part value(double value) {
        return new Table.Value(value);
    }

    private static Cell[] row(Cell... cells) {
        return cells;
    }

    private static List<String> fired(LoweredRules rules, int unit, Facts facts) {
        return rules.fire(Phase.ACTIONS, facts).stream()
                .filter(firing -> firing.unit() == unit)
                .peek(firing -> assertThat(firing.tuple()).isEmpty())
                .map(firing -> "" + firing.row())
                .toList();
    }

    @Test
    void everyKindOfCellHasItsTruthTable() throws LoweringException {
        Table cells = Sketch.table(
                0,
                Hit.COLLECT,
                List.of("x", "t", "s"),
                row(cell(range(1, 3)), BLANK, BLANK),
                row(cell(open(1, 3)), BLANK, BLANK),
                row(cell(range(-FOREVER, 2)), BLANK, BLANK),
                row(cell(open(2, FOREVER)), BLANK, BLANK),
                row(no(value(1), range(3, 4)), BLANK, BLANK),
                row(cell(new Table.IsNull()), BLANK, BLANK),
                row(cell(new Table.IsKnown()), BLANK, BLANK),
                row(cell(new Table.IsNull(), value(3)), BLANK, BLANK),
                row(no(new Table.IsNull()), BLANK, BLANK),
                row(BLANK, cell(value(1)), cell(value(4))),
                row(BLANK, BLANK, no(value(4))),
                row(BLANK, BLANK, BLANK));
        try (LoweredRules rules = LoweredRules.compile(Sketch.model(List.of(cells)))) {
            assertThat(fired(rules, 0, facts("x=1"))).containsExactly("0", "2", "6", "8", "11");
            assertThat(fired(rules, 0, facts("x=2"))).containsExactly("0", "1", "2", "4", "6", "8", "11");
            assertThat(fired(rules, 0, facts("x=3"))).containsExactly("0", "3", "6", "7", "8", "11");
            assertThat(fired(rules, 0, facts("x=-1e300"))).containsExactly("2", "4", "6", "8", "11");
            assertThat(fired(rules, 0, facts("x=-"))).containsExactly("4", "5", "7", "11");
            assertThat(fired(rules, 0, facts("x=?"))).containsExactly("5", "7", "11");
            assertThat(fired(rules, 0, facts("t=xyz s=SSO"))).containsExactly("5", "7", "9", "11");
            assertThat(fired(rules, 0, facts("t=xyz s=abc"))).containsExactly("5", "7", "10", "11");
            assertThat(fired(rules, 0, facts("t=xyz s=-"))).containsExactly("5", "7", "10", "11");
            assertThat(fired(rules, 0, facts("t=abc s=?"))).containsExactly("5", "7", "11");
        }
    }

    @Test
    void firstTakesTheTopmostRowUnlessAnUnknownOneStandsAbove() throws LoweringException {
        Cell[][] rows = {
            row(cell(value(1)), BLANK), row(BLANK, cell(value(1))), row(cell(range(1, 2)), BLANK), row(BLANK, BLANK)
        };
        try (LoweredRules rules = LoweredRules.compile(Sketch.model(List.of(
                Sketch.table(0, Hit.FIRST, List.of("x", "y"), rows),
                Sketch.table(1, Hit.SINGLE, List.of("x", "y"), rows),
                Sketch.table(2, Hit.FIRST, List.of("x", "y"), row(cell(value(9)), BLANK)))))) {
            assertThat(fired(rules, 0, facts("x=1 y=1"))).containsExactly("0");
            assertThat(fired(rules, 1, facts("x=1 y=1"))).containsExactly("0", "1", "2", "3");
            assertThat(fired(rules, 0, facts("x=2 y=2"))).containsExactly("2");
            assertThat(fired(rules, 0, facts("x=3 y=2"))).containsExactly("3");
            assertThat(fired(rules, 0, facts("x=? y=1"))).isEmpty();
            assertThat(fired(rules, 0, facts("x=2 y=?"))).isEmpty();
            assertThat(fired(rules, 1, facts("x=2 y=?"))).containsExactly("2", "3");
            assertThat(fired(rules, 0, facts("x=- y=-"))).containsExactly("3");
            assertThat(fired(rules, 2, facts("x=8"))).isEmpty();
            assertThat(fired(rules, 2, facts("x=9"))).containsExactly("0");
        }
    }

    @Test
    void firesOnlyBetweenItsDays() throws LoweringException {
        LocalDate day = Sketch.DAY;
        Table table = Sketch.table(3, Hit.COLLECT, List.of("x"), row(BLANK));
        LoweredRules rules = LoweredRules.compile(Sketch.model(List.of(
                Sketch.rule(0, 0, account(allOf()), day, day),
                Sketch.rule(1, 0, account(allOf()), day.plusDays(1), null),
                Sketch.rule(2, 0, account(allOf()), null, day.minusDays(1)),
                new Table(
                        3,
                        "t",
                        Phase.ACTIONS,
                        table.position(),
                        null,
                        day.minusDays(1),
                        Hit.COLLECT,
                        table.columns(),
                        table.rows(),
                        Map.of()))));
        assertThat(rules.fire(Phase.ACTIONS, facts("")))
                .extracting(Firing::unit)
                .containsExactly(0);
        assertThat(rules.fire(Phase.SEGMENT, facts(""))).isEmpty();
        rules.close();
        Facts early = new Facts("A", LocalDate.of(1969, 12, 1), facts("").account(), Map.of());
        try (LoweredRules old = LoweredRules.compile(Sketch.model(List.of(
                Sketch.rule(0, 0, account(allOf()), LocalDate.of(1969, 11, 30), LocalDate.of(1969, 12, 1)),
                Sketch.rule(1, 0, account(allOf()), LocalDate.of(1969, 12, 2), null))))) {
            assertThat(old.fire(Phase.ACTIONS, early)).extracting(Firing::unit).containsExactly(0);
        }
    }

    @Test
    void refusesABoundThatIsNotANumber() {
        Table table = Sketch.table(0, Hit.COLLECT, List.of("x"), row(cell(range(Double.NaN, 1))));
        assertThatExceptionOfType(LoweringException.class)
                .isThrownBy(() -> LoweredRules.compile(Sketch.model(List.of(table))))
                .satisfies(refused -> assertThat(refused.units()).containsExactly(0));
    }

    @Test
    void fiveThousandRowsAreOneRule() throws LoweringException {
        List<Cell[]> rows = new ArrayList<>();
        for (int i = 0; i < 5000; i++) {
            rows.add(row(cell(value(i)), cell(range(i, i + 10))));
        }
        Table table = Sketch.table(0, Hit.SINGLE, List.of("x", "y"), rows.toArray(Cell[][]::new));
        try (LoweredRules rules = LoweredRules.compile(Sketch.model(List.of(table)))) {
            assertThat(rules.printedDrl().get(0).lines().filter(line -> line.startsWith("rule")))
                    .hasSize(1);
            assertThat(fired(rules, 0, facts("x=4999 y=5000"))).containsExactly("4999");
            assertThat(fired(rules, 0, facts("x=4999 y=?"))).isEmpty();
        }
    }
}
