package io.shirube.engine.authoring.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.shirube.engine.authoring.words.Report;
import io.shirube.engine.model.FactType;
import io.shirube.engine.model.Position;
import io.shirube.engine.rules.BuiltinFields;
import io.shirube.engine.rules.EnumType;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.FieldRegister;
import io.shirube.engine.rules.Finding;
import io.shirube.engine.rules.Origin;
import io.shirube.engine.rules.Phase;
import io.shirube.engine.rules.Table;
import io.shirube.engine.rules.Table.Cell;
import io.shirube.engine.rules.Table.Hit;
import io.shirube.engine.rules.Table.IsKnown;
import io.shirube.engine.rules.Table.IsNull;
import io.shirube.engine.rules.Table.Part;
import io.shirube.engine.rules.Table.Range;
import io.shirube.engine.rules.Table.Value;
import io.shirube.engine.rules.ValueType;
import io.shirube.engine.rules.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TableProofsTest {

    private static final int HIGHEST = 5;
    private static final Vocabulary VOCABULARY = vocabulary();
    private static final List<Field> FIELDS = List.of(
            VOCABULARY.required(FactType.SIGNALS, "a"),
            VOCABULARY.required(FactType.SIGNALS, "b"),
            VOCABULARY.required(FactType.SIGNALS, "seen"));

    /** Every verdict of a proof against every input of a small world, tried one by one. */
    @Test
    void agreesWithTryingEveryInput() {
        Random random = new Random(7);
        int gaps = 0;
        int overlaps = 0;
        int unreachable = 0;
        for (int i = 0; i < 1200; i++) {
            Hit hit = random.nextBoolean() ? Hit.SINGLE : Hit.FIRST;
            Table table = table(hit, rows(random, 1 + random.nextInt(5)));
            List<Finding> findings = proofs(table);

            boolean gap = has(findings, "table-gap");
            boolean overlap = has(findings, "overlapping-rows");
            boolean never = has(findings, "row-never-hits");
            assertThat(gap).as("gap of %s", table).isEqualTo(!everyInputAnswered(table));
            assertThat(overlap).as("overlap of %s", table).isEqualTo(hit == Hit.SINGLE && someInputTwice(table));
            assertThat(never).as("never of %s", table).isEqualTo(someRowNever(table));
            gaps += gap ? 1 : 0;
            overlaps += overlap ? 1 : 0;
            unreachable += never ? 1 : 0;
        }
        assertThat(List.of(gaps, overlaps, unreachable)).allMatch(count -> count > 100);
    }

    @Test
    void provesFiveThousandRowsOfFourColumnsInUnderTwoSeconds() {
        List<List<Cell>> rows = new ArrayList<>();
        for (int first = 0; first < 50; first++) {
            for (int second = 0; second < 100; second++) {
                rows.add(List.of(
                        cell(new Range(first * 2, true, first * 2 + 2, false)),
                        cell(new Range(second, true, second + 1, false)),
                        cell(),
                        cell()));
            }
        }
        Table table = new Table(
                0,
                "big",
                Phase.SEGMENT,
                Position.inTable("big.table.csv", 1, 1),
                null,
                null,
                Hit.SINGLE,
                List.of(column(0), column(1), column(2), column(0)),
                numbered(rows),
                Map.of());

        long start = System.nanoTime();
        List<Finding> findings = proofs(table);
        long milliseconds = (System.nanoTime() - start) / 1_000_000;

        assertThat(findings).extracting(Finding::code).doesNotContain("proof-given-up", "overlapping-rows");
        assertThat(milliseconds).isLessThan(2000);
    }

    @Test
    void saysWhenItGivesUp() {
        Random random = new Random(3);
        FieldRegister register = register();
        List<Table.Column> columns = new ArrayList<>();
        for (int i = 0; i < 14; i++) {
            Field field = register.draft(FactType.SIGNALS, "c" + i, ValueType.NUMBER, "列" + i, "Column " + i)
                    .add();
            columns.add(new Table.Column(field, Position.inTable("wide.table.csv", 3, i + 1)));
        }
        List<List<Cell>> rows = new ArrayList<>();
        for (int row = 0; row < 400; row++) {
            List<Cell> cells = new ArrayList<>();
            for (int i = 0; i < columns.size(); i++) {
                int low = random.nextInt(1000);
                cells.add(cell(new Range(low - 900, true, low + 900, true), new IsNull()));
            }
            rows.add(cells);
        }
        rows.add(columns.stream().map(column -> cell(new IsKnown())).toList());
        Table wide = new Table(
                0,
                "wide",
                Phase.SEGMENT,
                Position.inTable("wide.table.csv", 1, 1),
                null,
                null,
                Hit.FIRST,
                columns,
                numbered(rows),
                Map.of());
        Report report = new Report();

        TableProofs.check(wide, new Vocabulary(register.fields(), List.of(), List.of()), List.of(), report);

        assertThat(report.findings()).extracting(Finding::code).contains("proof-given-up");
    }

    private static List<Finding> proofs(Table table) {
        Report report = new Report();
        TableProofs.check(table, VOCABULARY, List.of("x", "y"), report);
        return report.findings();
    }

    private static boolean has(List<Finding> findings, String code) {
        return findings.stream().anyMatch(finding -> finding.code().equals(code));
    }

    private static boolean everyInputAnswered(Table table) {
        return inputs().stream().allMatch(input -> answer(table, input) >= 0);
    }

    private static boolean someInputTwice(Table table) {
        return inputs().stream()
                .anyMatch(input -> table.rows().stream()
                                .filter(row -> Boolean.TRUE.equals(verdict(row, input)))
                                .count()
                        > 1);
    }

    private static boolean someRowNever(Table table) {
        return table.rows().stream().anyMatch(row -> inputs().stream().noneMatch(input -> hits(table, row, input)));
    }

    private static boolean hits(Table table, Table.Row row, double[] input) {
        return table.hit() == Hit.SINGLE
                ? Boolean.TRUE.equals(verdict(row, input))
                : answer(table, input) == row.index();
    }

    /** Returns the row that answers, or -1. */
    private static int answer(Table table, double[] input) {
        for (Table.Row row : table.rows()) {
            @Nullable Boolean verdict = verdict(row, input);
            if (Boolean.TRUE.equals(verdict)) {
                return row.index();
            }
            if (verdict == null && table.hit() == Hit.FIRST) {
                return -1;
            }
        }
        return -1;
    }

    private static @Nullable Boolean verdict(Table.Row row, double[] input) {
        boolean unknown = false;
        for (int i = 0; i < input.length; i++) {
            @Nullable Boolean cell = verdict(row.cells().get(i), input[i]);
            if (Boolean.FALSE.equals(cell)) {
                return false;
            }
            unknown |= cell == null;
        }
        return unknown ? null : true;
    }

    /** A not-a-number input is unknown, an infinite one absent. */
    private static @Nullable Boolean verdict(Cell cell, double value) {
        if (cell.isAny()) {
            return true;
        }
        boolean unknown = false;
        for (Part part : cell.parts()) {
            boolean nothing = Double.isNaN(value) || Double.isInfinite(value);
            boolean compares = part instanceof Range || part instanceof Value;
            if (compares && Double.isNaN(value)) {
                unknown = true;
            } else if (part instanceof IsNull ? nothing : !nothing && holds(part, value)) {
                return !cell.negated();
            }
        }
        return unknown ? null : Boolean.valueOf(cell.negated());
    }

    private static boolean holds(Part part, double value) {
        if (part instanceof Range range) {
            return (range.lowIncluded() ? value >= range.low() : value > range.low())
                    && (range.highIncluded() ? value <= range.high() : value < range.high());
        }
        return part instanceof IsKnown || (part instanceof Value wanted && wanted.value() == value);
    }

    private static List<double[]> inputs() {
        List<double[]> inputs = new ArrayList<>();
        for (int a = -1; a <= HIGHEST; a++) {
            for (int b = -1; b <= HIGHEST; b++) {
                for (int c = -2; c <= 11; c++) {
                    double seen = c == -1 ? Double.POSITIVE_INFINITY : c - 2;
                    inputs.add(
                            new double[] {a < 0 ? Double.NaN : a, b < 0 ? Double.NaN : b, c == -2 ? Double.NaN : seen});
                }
            }
        }
        return inputs;
    }

    private static List<List<Cell>> rows(Random random, int count) {
        List<List<Cell>> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(List.of(randomCell(random), randomCell(random), randomCell(random)));
        }
        return rows;
    }

    private static Cell randomCell(Random random) {
        if (random.nextInt(2) == 0) {
            return cell();
        }
        List<Part> parts = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            parts.add(randomPart(random));
        }
        return new Cell(parts, random.nextInt(5) == 0, new Origin(Position.inTable("t.table.csv", 9, 9), "cell"));
    }

    private static Part randomPart(Random random) {
        int low = random.nextInt(HIGHEST + 1);
        return switch (random.nextInt(6)) {
            case 0 -> new IsNull();
            case 1 -> new IsKnown();
            case 2 -> new Value(low);
            case 3 -> new Range(low, random.nextBoolean(), Double.POSITIVE_INFINITY, false);
            case 4 -> new Range(Double.NEGATIVE_INFINITY, false, low, random.nextBoolean());
            default -> new Range(low, random.nextBoolean(), low + 2, random.nextBoolean());
        };
    }

    private static Table table(Hit hit, List<List<Cell>> rows) {
        return new Table(
                0,
                "t",
                Phase.SEGMENT,
                Position.inTable("t.table.csv", 1, 1),
                null,
                null,
                hit,
                List.of(column(0), column(1), column(2)),
                numbered(rows),
                Map.of());
    }

    private static List<Table.Row> numbered(List<List<Cell>> rows) {
        List<Table.Row> numbered = new ArrayList<>();
        for (List<Cell> cells : rows) {
            int index = numbered.size();
            numbered.add(
                    new Table.Row(index, cells, List.of(), null, null, Position.inTable("t.table.csv", index + 4, 1)));
        }
        return numbered;
    }

    private static Table.Column column(int index) {
        return new Table.Column(FIELDS.get(index), Position.inTable("t.table.csv", 3, index + 1));
    }

    private static Cell cell(Part... parts) {
        return new Cell(List.of(parts), false, new Origin(Position.inTable("t.table.csv", 9, 9), "cell"));
    }

    private static FieldRegister register() {
        return BuiltinFields.register(new EnumType("ActionName", List.of("X"), Map.of(), Map.of()), List.of());
    }

    /** Two whole numbers from 0 to 5, and one without bounds that may be absent. */
    private static Vocabulary vocabulary() {
        FieldRegister register = register();
        for (String name : List.of("a", "b")) {
            register.draft(FactType.SIGNALS, name, ValueType.NUMBER, name, name)
                    .range(0.0, (double) HIGHEST)
                    .step(1)
                    .add();
        }
        register.draft(FactType.SIGNALS, "seen", ValueType.NUMBER, "seen", "seen")
                .unit(BuiltinFields.EVENT)
                .step(1)
                .add();
        return new Vocabulary(register.fields(), List.of(), BuiltinFields.enums());
    }
}
