package io.shirube.io.map;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes entries of a portfolio from the rows of the base table and what the other tables tell. */
final class PortfolioBuilder {

    private static final Set<String> EVENTS =
            Set.of("onboardingCompletedOn", "noticeReceivedOn", "closedAt", "leftOn", "snoozedUntil");

    private final Mapping mapping;
    private final Map<String, Gathering> gatherings;
    private final List<Foreign> foreign = new ArrayList<>();

    /** A value of another table: the figure of that index, or else the newest row's value at that place. */
    private record Foreign(int place, Gathering gathering, int figure, int there) {}

    /**
     * What an account needs of the other tables.
     *
     * @param tables those it names at all
     * @param lists those whose rows it lists
     */
    record Needs(Set<String> tables, Set<String> lists) {}

    PortfolioBuilder(Mapping mapping, Map<String, Gathering> gatherings) {
        this.mapping = mapping;
        this.gatherings = gatherings;
        Set<Integer> used = new TreeSet<>();
        places(mapping.account(), used);
        gatherings.forEach((name, gathering) -> {
            TableSpec table = mapping.tables().get(name);
            if (table != null) {
                foreign(table, gathering, used);
            }
        });
    }

    private void foreign(TableSpec table, Gathering gathering, Set<Integer> used) {
        for (int i = 0; i < table.aggregates().size(); i++) {
            int figure = i;
            mapping.names()
                    .find(table.name() + "." + table.aggregates().get(i).name())
                    .filter(column -> used.contains(column.number()))
                    .ifPresent(column -> foreign.add(new Foreign(column.number(), gathering, figure, -1)));
        }
        for (String word : table.names().words()) {
            int there = table.names().find(word).orElseThrow().number();
            boolean figure =
                    table.aggregates().stream().anyMatch(each -> each.name().equals(word));
            mapping.names()
                    .find(table.name() + "." + word)
                    .filter(column -> !figure && used.contains(column.number()))
                    .ifPresent(column -> foreign.add(new Foreign(column.number(), gathering, -1, there)));
        }
    }

    /** Returns which tables an account needs. */
    static Needs needs(Mapping mapping) {
        Set<Integer> used = new TreeSet<>();
        Set<String> lists = places(mapping.account(), used);
        Set<String> tables = new TreeSet<>(lists);
        for (String word : mapping.names().words()) {
            int dot = word.indexOf('.');
            if (dot > 0
                    && used.contains(mapping.names().find(word).orElseThrow().number())) {
                tables.add(word.substring(0, dot));
            }
        }
        return new Needs(tables, lists);
    }

    /** Adds the places that an account's own expressions read; returns the tables whose rows it lists. */
    private static Set<String> places(Template template, Set<Integer> used) {
        Set<String> lists = new TreeSet<>();
        if (template instanceof Template.Value value) {
            places(value.expr(), used);
        } else if (template instanceof Template.Fields fields) {
            fields.members().values().forEach(member -> lists.addAll(places(member, used)));
        } else if (template instanceof Template.Items items) {
            items.items().forEach(item -> lists.addAll(places(item, used)));
        } else if (template instanceof Template.Rows rows) {
            lists.add(rows.table());
        }
        return lists;
    }

    private static void places(Expr expr, Set<Integer> used) {
        if (expr instanceof Expr.Column column) {
            used.add(column.number());
        } else if (expr instanceof Expr.Arithmetic sum) {
            places(sum.left(), used);
            places(sum.right(), used);
        } else if (expr instanceof Expr.Comparison comparison) {
            places(comparison.left(), used);
            places(comparison.right(), used);
        } else if (expr instanceof Expr.Logic logic) {
            places(logic.left(), used);
            places(logic.right(), used);
        } else if (expr instanceof Expr.Not not) {
            places(not.inner(), used);
        } else if (expr instanceof Expr.Call call) {
            call.arguments().forEach(argument -> places(argument, used));
        }
    }

    /** Returns the entry of a row of the base table; null when it has no id. */
    @Nullable
    Map<String, @Nullable Object> entry(@Nullable Object[] base) {
        @Nullable Object[] row = java.util.Arrays.copyOf(base, mapping.names().size());
        Object key = base[mapping.base().account()];
        for (Foreign each : foreign) {
            row[each.place()] = each.figure() >= 0
                    ? each.gathering().figure(key, each.figure())
                    : each.gathering().newest(key, each.there());
        }
        gatherings.values().forEach(gathering -> gathering.rows(key));
        Map<String, @Nullable Object> entry = fields(mapping.account(), row, key);
        return entry.get("account") instanceof Map<?, ?> account && account.get("id") != null ? entry : null;
    }

    private Map<String, @Nullable Object> fields(Template.Fields fields, @Nullable Object[] row, @Nullable Object key) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        fields.members().forEach((name, member) -> {
            Object value = value(member, row, key);
            if (value != null || EVENTS.contains(name)) {
                tree.put(name, value);
            }
        });
        return tree;
    }

    private @Nullable Object value(Template template, @Nullable Object[] row, @Nullable Object key) {
        if (template instanceof Template.Value leaf) {
            return plain(leaf.expr().value(row));
        }
        if (template instanceof Template.Items items) {
            List<@Nullable Object> list = new ArrayList<>();
            items.items().forEach(item -> {
                Object value = value(item, row, key);
                if (value != null) {
                    list.add(value);
                }
            });
            return list.isEmpty() ? null : list;
        }
        if (template instanceof Template.Rows rows) {
            List<Object> list = new ArrayList<>();
            Gathering gathering = gatherings.get(rows.table());
            if (gathering != null) {
                gathering.rows(key).forEach(each -> list.add(fields(rows.each(), each, key)));
            }
            return list;
        }
        Template.Fields inner = (Template.Fields) template;
        Map<String, @Nullable Object> tree = fields(inner, row, key);
        boolean measured = inner.members().containsKey("value");
        boolean nothing = tree.values().stream().allMatch(java.util.Objects::isNull);
        return (measured && tree.get("value") == null) || (nothing && !measured && tree.isEmpty()) ? null : tree;
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof BigDecimal number) {
            return number.doubleValue();
        }
        return value instanceof LocalDate day ? day.toString() : value;
    }

    /** Returns the columns of a format that has columns. */
    List<String> headings() {
        List<String> headings = new ArrayList<>();
        mapping.account().members().forEach((name, member) -> {
            if (name.equals("account") || name.equals("contract")) {
                flatten(name, member, headings);
            } else if (name.equals("signals") && member instanceof Template.Fields signals) {
                signals.members().forEach((signal, reading) -> {
                    headings.add(signal);
                    if (reading instanceof Template.Fields dated
                            && dated.members().containsKey("at")) {
                        headings.add(signal + ".at");
                    }
                });
            }
        });
        return headings;
    }

    private static void flatten(String prefix, Template template, List<String> headings) {
        if (template instanceof Template.Fields fields) {
            fields.members().forEach((name, member) -> flatten(prefix + "." + name, member, headings));
        } else {
            headings.add(prefix);
        }
    }

    /** Returns the parts that a format with columns cannot hold. */
    List<String> withoutColumns() {
        return mapping.account().members().keySet().stream()
                .filter(name -> !List.of("account", "contract", "signals").contains(name))
                .toList();
    }
}
