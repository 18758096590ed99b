package io.shirube.engine.internal.drools;

import com.google.re2j.Pattern;
import io.shirube.engine.rules.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the numbers in the printed text of one part stand for: units, fields, numbers an author wrote, patterns and tables.
 * Because they come with the facts, an edit of one of them changes nothing that Drools is given.
 *
 * <p>Every number begins with the part's seat, so that the parts of a ruleset, each printed for itself, never mean the same
 * by one. Filled by one thread while the part is printed, only read afterwards, then by many.
 */
final class PartConstants {

    /** More than the tests that a rule file of the largest allowed size can hold, each printed twice. */
    private static final int PLACE_BITS = 18;

    private static final int MOST = 1 << PLACE_BITS;

    private final int seat;
    private double[] constants = new double[16];
    private int count;
    private int[] slots = new int[16];
    private int slotCount;
    private final Map<String, Integer> slotNumbers = new HashMap<>();
    private final List<Integer> units = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<Pattern> patterns = new ArrayList<>();
    private final List<TableRows> tables = new ArrayList<>();

    /** @param seat from 0, told apart from those of the other parts of a ruleset by {@link Seats} */
    PartConstants(int seat) {
        this.seat = seat;
    }

    static int seat(int place) {
        return place >>> PLACE_BITS;
    }

    int seat() {
        return seat;
    }

    /**
     * Takes up a number at the place where it is compared; equal numbers elsewhere have places of their own, because an
     * edit may change one of them.
     */
    int place(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a number that is not finite");
        }
        if (count == constants.length) {
            constants = Arrays.copyOf(constants, count * 2);
        }
        constants[count] = value;
        return of(count++);
    }

    double at(int place) {
        return constants[index(place)];
    }

    /** Takes up a field; the same field has the same number. Which slot it has is the catalogues' business. */
    int slot(Field field) {
        return slotNumbers.computeIfAbsent(field.qualifiedName(), name -> {
            if (slotCount == slots.length) {
                slots = Arrays.copyOf(slots, slotCount * 2);
            }
            slots[slotCount] = field.slot();
            return of(slotCount++);
        });
    }

    int slot(int place) {
        return slots[index(place)];
    }

    /** Takes up a unit of the ruleset by its number. */
    int addUnit(int number) {
        units.add(number);
        return of(units.size() - 1);
    }

    int unit(int place) {
        return units.get(index(place));
    }

    List<Integer> units() {
        return List.copyOf(units);
    }

    /** Takes up a pattern; the same text has the same number. */
    int number(String pattern) {
        return numbers.computeIfAbsent(pattern, text -> {
            patterns.add(Pattern.compile(text));
            return of(patterns.size() - 1);
        });
    }

    Pattern pattern(int number) {
        return patterns.get(index(number));
    }

    /** Takes up the rows of a table. */
    int addRows(TableRows rows) {
        tables.add(rows);
        return of(tables.size() - 1);
    }

    TableRows rows(int table) {
        return tables.get(index(table));
    }

    private int of(int index) {
        if (index >= MOST) {
            throw new IllegalArgumentException("more than " + MOST + " tests in one file");
        }
        return (seat << PLACE_BITS) + index;
    }

    private static int index(int place) {
        return place & (MOST - 1);
    }
}
