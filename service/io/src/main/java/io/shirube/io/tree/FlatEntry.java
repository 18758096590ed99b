package io.shirube.io.tree;

import io.shirube.io.sheet.SheetCell;
import io.shirube.io.sheet.SheetCell.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An entry as the cells of one row. A cell holds one reading: the newest; what a period ago was goes into the
 * {@code …Prev} signals. Tickets and contacts have no columns.
 */
final class FlatEntry {

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    /** Days between a reading and the one a period before it. */
    private static final int PERIOD = 30;

    private final Map<String, SheetCell> cells = new LinkedHashMap<>();

    private FlatEntry() {}

    static List<SheetCell> cells(Map<String, @Nullable Object> entry, List<String> headings) {
        FlatEntry flat = new FlatEntry();
        flat.flatten("account.", entry.get("account"));
        flat.flatten("contract.", entry.get("contract"));
        if (entry.get("signals") instanceof Map<?, ?> signals) {
            signals.forEach((name, reading) -> flat.signal(String.valueOf(name), reading));
        }
        List<SheetCell> row = new ArrayList<>();
        headings.forEach(heading -> row.add(flat.cells.getOrDefault(heading, SheetCell.BLANK)));
        return row;
    }

    private void flatten(String prefix, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, member) -> flatten(prefix + name + (member instanceof Map ? "." : ""), member));
        } else if (value != null) {
            cells.put(prefix, cell(value));
        }
    }

    private void signal(String name, @Nullable Object reading) {
        if (reading instanceof List<?> all && !all.isEmpty() && all.get(all.size() - 1) instanceof Map<?, ?> newest) {
            signal(name, newest);
            for (Object earlier : all) {
                if (earlier instanceof Map<?, ?> before && isPeriodBefore(before, newest)) {
                    signal(name + "Prev", before.get("value"));
                }
            }
        } else if (reading instanceof Map<?, ?> dated) {
            Object value = dated.get("value");
            if (value != null) {
                cells.put(name, cell(value));
                Object at = dated.get("at");
                if (at != null) {
                    cells.put(name + ".at", cell(at));
                }
            }
        } else if (reading != null) {
            cells.put(name, cell(reading));
        }
    }

    private static boolean isPeriodBefore(Map<?, ?> reading, Map<?, ?> newest) {
        String at = String.valueOf(reading.get("at"));
        String latest = String.valueOf(newest.get("at"));
        return DAY.matcher(at).matches()
                && DAY.matcher(latest).matches()
                && !LocalDate.parse(at).isAfter(LocalDate.parse(latest).minusDays(PERIOD));
    }

    private static SheetCell cell(Object value) {
        if (value instanceof Double number) {
            return new SheetCell(Kind.NUMBER, JsonTreeWriter.plain(number));
        }
        if (value instanceof Boolean bool) {
            return new SheetCell(Kind.BOOLEAN, bool.toString());
        }
        if (value instanceof List<?> list) {
            return SheetCell.text(list.stream().map(String::valueOf).collect(Collectors.joining("|")));
        }
        String text = value.toString();
        return DAY.matcher(text).matches() ? new SheetCell(Kind.DATE, text) : SheetCell.text(text);
    }
}
