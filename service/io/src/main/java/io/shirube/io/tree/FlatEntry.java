package io.shirube.io.tree;

import io.shirube.io.sheet.SheetCell;
import io.shirube.io.sheet.SheetCell.Kind;
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
        if (reading instanceof List<?> both && !both.isEmpty() && both.get(0) instanceof Map) {
            signal(name, both.get(both.size() - 1));
            if (both.size() > 1 && both.get(0) instanceof Map<?, ?> before) {
                signal(name + "Prev", before.get("value"));
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
