package io.shirube.io;

import io.shirube.engine.names.NearestName;
import io.shirube.engine.rules.ValueType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the columns of a CSV portfolio mean. Immutable. */
final class CsvColumns {

    private static final Map<String, ValueType> STRUCTURE = structure();
    private static final String ATTRIBUTE = "account.attributes.";
    private static final String AT = ".at";

    private final List<Column> columns;

    private CsvColumns(List<Column> columns) {
        this.columns = columns;
    }

    /**
     * One column.
     *
     * @param path members from the entry down, such as contract, noticeRule, n; empty for a column without a heading
     */
    private record Column(String heading, List<String> path, Optional<ValueType> type) {}

    private static Map<String, ValueType> structure() {
        Map<String, ValueType> types = new LinkedHashMap<>();
        put(types, ValueType.TEXT, "account.", "id name industry stage parentId");
        put(types, ValueType.NUMBER, "account.", "employees groupEmployees");
        put(types, ValueType.DATE, "account.", "onboardingCompletedOn");
        put(types, ValueType.DATE, "contract.", "start end noticeReceivedOn budgetSubmissionDate noticeRule.date");
        put(types, ValueType.TEXT, "contract.", "noticeRule.kind currency plan");
        put(types, ValueType.NUMBER, "contract.", "noticeRule.n noticeRule.months noticeRule.day termMonths arr mrr");
        put(types, ValueType.BOOLEAN, "contract.", "autoRenew");
        put(types, ValueType.TEXT_SET, "contract.", "products");
        return types;
    }

    private static void put(Map<String, ValueType> types, ValueType type, String prefix, String names) {
        for (String name : names.split(" ", -1)) {
            types.put(prefix + name, type);
        }
    }

    /** @throws PortfolioException when a heading means nothing, or account.id is not among them */
    static CsvColumns of(List<String> headings, SignalTypes signals) throws PortfolioException {
        Set<String> seen = new HashSet<>();
        for (String written : headings) {
            String heading = written.strip();
            if (!heading.isEmpty() && !seen.add(heading)) {
                throw new PortfolioException(
                        "見出し " + heading + " が2回あります。1つにしてください。",
                        "The heading " + heading + " stands twice. Keep one.");
            }
        }
        requireId(seen, headings);
        for (String heading : seen) {
            if (heading.endsWith(AT) && !seen.contains(signal(heading))) {
                throw new PortfolioException(
                        "見出し " + heading + " に対応する " + signal(heading) + " の列がありません。",
                        "The heading " + heading + " has no column " + signal(heading) + " beside it.");
            }
        }
        List<Column> columns = new ArrayList<>();
        for (String heading : headings) {
            columns.add(column(heading.strip(), signals));
        }
        return new CsvColumns(List.copyOf(columns));
    }

    private static void requireId(Set<String> seen, List<String> headings) throws PortfolioException {
        if (seen.contains("account.id")) {
            return;
        }
        boolean otherSeparator = headings.size() == 1 && headings.get(0).matches("(?s).*[\\t;].*");
        throw new PortfolioException(
                "1行目に見出し account.id がありません。" + (otherSeparator ? "列の区切りは「,」にしてください。" : ""),
                "The first row has no heading account.id."
                        + (otherSeparator ? " Separate the columns with commas." : ""));
    }

    private static Column column(String heading, SignalTypes signals) throws PortfolioException {
        if (heading.isEmpty()) {
            return new Column(heading, List.of(), Optional.empty());
        }
        ValueType type = STRUCTURE.get(heading);
        if (type != null) {
            return new Column(heading, List.of(heading.split("\\.", -1)), Optional.of(type));
        }
        if (heading.startsWith(ATTRIBUTE) && heading.length() > ATTRIBUTE.length()) {
            String name = heading.substring(ATTRIBUTE.length());
            return new Column(heading, List.of("account", "attributes", name), signals.type(name));
        }
        String name = signal(heading);
        if (name.contains(".") || name.isEmpty()) {
            throw unknown(heading);
        }
        return name.equals(heading)
                ? new Column(heading, List.of("signals", name, "value"), signals.type(name))
                : new Column(heading, List.of("signals", name, "at"), Optional.of(ValueType.DATE));
    }

    private static String signal(String heading) {
        return heading.endsWith(AT) ? heading.substring(0, heading.length() - AT.length()) : heading;
    }

    private static PortfolioException unknown(String heading) {
        String near = NearestName.of(heading, STRUCTURE.keySet()).orElse("");
        return new PortfolioException(
                "見出し " + heading + " は使えません。"
                        + (near.isEmpty() ? "使えるのは account.*、contract.*、シグナル名、シグナル名.at です。" : near + " のことですか。"),
                "The heading " + heading + " is not known. "
                        + (near.isEmpty()
                                ? "Use account.*, contract.*, signal names and NAME.at."
                                : "Did you mean " + near + "?"));
    }

    /** Returns what stands above a column, first is 0; empty behind the last. */
    String heading(int column) {
        return column < columns.size() ? columns.get(column).heading() : "";
    }

    int size() {
        return columns.size();
    }

    /** Returns the tree of a row. A blank cell is left out: unknown, or for an event that it has not happened. */
    Map<String, @Nullable Object> tree(List<String> cells) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            if (!column.path().isEmpty()) {
                String cell = i < cells.size() ? cells.get(i).strip() : "";
                Map<String, @Nullable Object> parent = parent(tree, column, cell.isEmpty());
                if (!cell.isEmpty()) {
                    parent.put(last(column), CsvCells.value(cell, column.type()));
                }
            }
        }
        dropDaysWithoutValue(tree);
        return tree;
    }

    private static String last(Column column) {
        return column.path().get(column.path().size() - 1);
    }

    /** Returns the object a cell belongs into; account and contract are told by their columns, the rest by a cell. */
    private static Map<String, @Nullable Object> parent(
            Map<String, @Nullable Object> tree, Column column, boolean blank) {
        Map<String, @Nullable Object> parent = tree;
        for (int i = 0; i < column.path().size() - 1; i++) {
            if (blank && i > 0) {
                return new LinkedHashMap<>();
            }
            parent = child(parent, column.path().get(i));
        }
        return parent;
    }

    @SuppressWarnings("unchecked") // because only maps that this class made are in the way
    private static Map<String, @Nullable Object> child(Map<String, @Nullable Object> parent, String name) {
        return (Map<String, @Nullable Object>) parent.computeIfAbsent(name, key -> new LinkedHashMap<>());
    }

    private static void dropDaysWithoutValue(Map<String, @Nullable Object> tree) {
        if (tree.get("signals") instanceof Map<?, ?> signals) {
            signals.values().removeIf(signal -> signal instanceof Map<?, ?> map && !map.containsKey("value"));
        }
    }
}
