package io.shirube.engine.simulate;

import io.shirube.engine.authoring.table.TableCells;
import io.shirube.engine.authoring.words.Numeral;
import io.shirube.engine.authoring.words.Widths;
import io.shirube.engine.model.Text;
import io.shirube.engine.rules.Consequence;
import io.shirube.engine.rules.EnumType;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.Phase;
import io.shirube.engine.rules.Table;
import io.shirube.engine.rules.Term;
import io.shirube.engine.rules.ValueType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names the bounds of a table's rows by what the row concludes: {@code size-band.large.minEmployees}. Where two rows meet at a
 * number, both sides of it move together, so that no row overlaps another.
 */
final class TableSettings {

    private static final Pattern NUMERAL = Pattern.compile(Numeral.PATTERN);
    private static final double ROUNDING = 1e-9;

    private final Table table;
    private final TableCells cells;
    private final Map<String, TreeSet<Double>> bounds = new TreeMap<>();
    private final Map<String, Integer> columns = new TreeMap<>();

    TableSettings(Table table, TableCells cells) {
        this.table = table;
        this.cells = cells;
    }

    /** Hands over every setting with its places. */
    void find(Settings.Sink sink) {
        for (Table.Row row : table.rows()) {
            String value = value(row);
            for (int i = 0; i < row.cells().size(); i++) {
                if (table.columns().get(i).field().type() == ValueType.NUMBER) {
                    for (Table.Part part : row.cells().get(i).parts()) {
                        bounds(value, i, part);
                    }
                }
            }
        }
        bounds.forEach((key, numbers) -> {
            for (double number : numbers) {
                String suffix = numbers.size() == 1 ? "" : "." + plain(number);
                sink(key, suffix, number, sink);
            }
        });
    }

    private void bounds(String value, int column, Table.Part part) {
        if (part instanceof Table.Range range) {
            String field = table.columns().get(column).field().name();
            String name = Character.toUpperCase(field.charAt(0)) + field.substring(1);
            bound(value + ".min" + name, range.low(), column);
            bound(value + ".max" + name, range.high(), column);
        }
    }

    private void bound(String key, double number, int column) {
        if (Double.isFinite(number)) {
            bounds.computeIfAbsent(key, fresh -> new TreeSet<>()).add(number);
            columns.put(key, column);
        }
    }

    private void sink(String key, String suffix, double number, Settings.Sink sink) {
        Table.Column column = table.columns().get(columns.getOrDefault(key, 0));
        List<Spot> spots = spots(column.position().column(), number);
        if (spots.isEmpty()) {
            return;
        }
        Spot first = spots.get(0);
        String written =
                cells.row(first.row(), first.column()).get(first.column() - 1).substring(first.from(), first.to());
        Field field = column.field();
        boolean least = key.contains(".min");
        Text label = new Text(
                field.labelJa() + (least ? "の下限" : "の上限"),
                field.labelEn() + (least ? ", lower bound" : ", upper bound"));
        String rest = key + suffix;
        sink.add(table.name() + "." + rest, group(table.phase()) + "." + rest, written, label, spots);
    }

    private static String group(Phase phase) {
        return switch (phase) {
            case LIFECYCLE, SEGMENT -> "segmentation";
            case HEALTH -> "health";
            case SUCCESS -> "success";
            case ACTIONS -> "actions";
        };
    }

    private List<Spot> spots(int column, double number) {
        List<Spot> spots = new ArrayList<>();
        Set<Integer> rows = new TreeSet<>(cells.dataRows());
        for (int row : rows) {
            String cell = cells.row(row, column).get(column - 1);
            String narrow = Widths.narrow(cell);
            if (narrow.length() != cell.length()) {
                continue;
            }
            Matcher matcher = NUMERAL.matcher(narrow);
            while (matcher.find()) {
                boolean percent = matcher.end() < narrow.length() && narrow.charAt(matcher.end()) == '%';
                if (isNumber(matcher.group(), percent, number)) {
                    spots.add(new Spot(cells.at(row, column), row, column, matcher.start(), matcher.end()));
                }
            }
        }
        return spots;
    }

    private static boolean isNumber(String written, boolean percent, double number) {
        return Numeral.read(written)
                .map(numeral -> percent ? numeral.value().movePointLeft(2) : numeral.value())
                .filter(value -> Math.abs(value.doubleValue() - number) <= ROUNDING * Math.max(1, Math.abs(number)))
                .isPresent();
    }

    private static String plain(double number) {
        return new BigDecimal(String.valueOf(number)).stripTrailingZeros().toPlainString();
    }

    private static String value(Table.Row row) {
        for (Consequence consequence : row.consequences()) {
            if (consequence instanceof Consequence.Assign assign && assign.value() instanceof Term.Literal literal) {
                EnumType names = assign.target().enumType();
                return names != null
                        ? names.values().get((int) literal.value()).toLowerCase(Locale.ROOT)
                        : plain(literal.value());
            }
            if (consequence instanceof Consequence.Propose propose) {
                return propose.action().name().toLowerCase(Locale.ROOT);
            }
        }
        return "row" + row.position().line();
    }
}
