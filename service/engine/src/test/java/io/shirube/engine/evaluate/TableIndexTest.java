package io.shirube.engine.evaluate;

import static io.shirube.engine.evaluate.Book.COLOR;
import static io.shirube.engine.evaluate.Book.PRODUCTS;
import static io.shirube.engine.evaluate.Book.X;
import static io.shirube.engine.evaluate.Book.Y;
import static org.assertj.core.api.Assertions.assertThat;

import io.shirube.engine.model.Facts;
import io.shirube.engine.model.Slots;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.Firing;
import io.shirube.engine.rules.Phase;
import io.shirube.engine.rules.Table;
import io.shirube.engine.rules.Table.Cell;
import io.shirube.engine.rules.Table.Hit;
import io.shirube.engine.rules.Table.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The indexed table against a reading of its own, which knows no index and no verdict. */
class TableIndexTest {

    private static final List<Field> FIELDS = List.of(X, COLOR, Y, PRODUCTS);

    @Property(tries = 300)
    void firesWhatAPlainReadingFires(
            @ForAll long seed, @ForAll @IntRange(min = 0, max = 90) int height, @ForAll Hit hit) {
        assertSameFirings(new SplittableRandom(seed), height, hit, 6, 40);
    }

    @Property(tries = 3)
    void firesTheSameWhenStretchesShareTheirRows(@ForAll long seed, @ForAll Hit hit) {
        assertSameFirings(new SplittableRandom(seed), 3_000, hit, 100_000, 60);
    }

    private static void assertSameFirings(SplittableRandom random, int height, Hit hit, int spread, int accounts) {
        Table table = table(random, height, hit, spread);
        Evaluator evaluator = new Evaluator(Book.model(table));
        for (int i = 0; i < accounts; i++) {
            Facts facts = account(random, spread);
            List<Integer> fired = evaluator.fire(Phase.ACTIONS, facts).stream()
                    .map(Firing::row)
                    .toList();
            assertThat(fired).isEqualTo(plainReading(table, facts.account()));
        }
    }

    private static List<Integer> plainReading(Table table, Slots account) {
        List<Integer> hits = new ArrayList<>();
        for (Table.Row row : table.rows()) {
            boolean certain = true;
            boolean possible = true;
            for (int i = 0; i < FIELDS.size(); i++) {
                certain &= holds(row.cells().get(i), FIELDS.get(i), account, false);
                possible &= holds(row.cells().get(i), FIELDS.get(i), account, true);
            }
            if (certain) {
                hits.add(row.index());
            }
            if (possible && table.hit() == Hit.FIRST) {
                break;
            }
        }
        return hits;
    }

    /** Whether a cell holds, for an unknown value when {@code generous}: not what it must hold for, but may. */
    private static boolean holds(Cell cell, Field field, Slots account, boolean generous) {
        if (cell.parts().isEmpty()) {
            return true;
        }
        boolean any = false;
        for (Part part : cell.parts()) {
            any |= holds(part, field, account, cell.negated() != generous);
        }
        return cell.negated() != any;
    }

    private static boolean holds(Part part, Field field, Slots account, boolean generous) {
        int slot = field.slot();
        boolean known = account.state(slot) == Slots.KNOWN;
        if (part instanceof Table.IsNull) {
            return !known;
        } else if (part instanceof Table.IsKnown) {
            return known;
        } else if (!known) {
            return account.state(slot) == Slots.UNKNOWN && generous;
        } else if (part instanceof Table.Range range) {
            double number = account.number(slot);
            boolean below = number < range.low() || (number == range.low() && !range.lowIncluded());
            boolean above = number > range.high() || (number == range.high() && !range.highIncluded());
            return !below && !above;
        }
        double value = ((Table.Value) part).value();
        return field.equals(PRODUCTS) ? account.contains(slot, (int) value) : account.number(slot) == value;
    }

    private static Table table(SplittableRandom random, int height, Hit hit, int spread) {
        Cell[][] rows = new Cell[height][];
        for (int i = 0; i < height; i++) {
            rows[i] = FIELDS.stream().map(field -> cell(random, field, spread)).toArray(Cell[]::new);
        }
        return Book.table(hit, FIELDS, rows);
    }

    private static Cell cell(SplittableRandom random, Field field, int spread) {
        List<Part> parts = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            parts.add(part(random, field, spread));
        }
        return new Cell(parts, !parts.isEmpty() && random.nextInt(5) == 0, Book.HERE);
    }

    private static Part part(SplittableRandom random, Field field, int spread) {
        int draw = random.nextInt(12);
        if (draw == 0) {
            return new Table.IsNull();
        } else if (draw == 1) {
            return new Table.IsKnown();
        } else if (field.equals(COLOR) || field.equals(PRODUCTS)) {
            return new Table.Value(random.nextInt(3));
        } else if (draw < 4) {
            return new Table.Value(random.nextInt(spread) - 2);
        }
        double low = draw < 6 ? Double.NEGATIVE_INFINITY : random.nextInt(spread) - 2;
        double high = draw == 6 ? Double.POSITIVE_INFINITY : Math.max(low, -2) + random.nextInt(spread) / 2.0;
        return new Table.Range(low, random.nextBoolean(), high, random.nextBoolean());
    }

    private static Facts account(SplittableRandom random, int spread) {
        Facts facts = Book.facts();
        for (Field field : FIELDS) {
            int draw = random.nextInt(10);
            if (draw == 0) {
                Book.with(facts, field, Book.ABSENT);
            } else if (draw > 2) {
                fill(random, facts, field, spread);
            }
        }
        return facts;
    }

    private static void fill(SplittableRandom random, Facts facts, Field field, int spread) {
        if (field.equals(PRODUCTS)) {
            String[] texts =
                    Book.TEXTS.stream().filter(text -> random.nextBoolean()).toArray(String[]::new);
            Book.putTexts(facts.account(), field, texts);
        } else if (field.equals(COLOR)) {
            Book.with(facts, field, (double) random.nextInt(3));
        } else {
            Book.with(facts, field, (random.nextInt(2 * spread) - 4) / 2.0);
        }
    }
}
