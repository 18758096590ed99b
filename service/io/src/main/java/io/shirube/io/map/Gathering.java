package io.shirube.io.map;

import io.shirube.io.map.TableSpec.Aggregate;
import io.shirube.io.map.TableSpec.Gather;
import io.shirube.io.sheet.UnreadableFileException;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one table tells about each account: its figures, its newest row, and its rows where they become lists. */
final class Gathering {

    /** The most values held for all accounts of a table together. */
    private static final long MOST_HELD = 20_000_000;

    private final TableSpec spec;
    private final LocalDate asOf;
    private final boolean keepRows;
    private final Map<Object, Account> accounts = new HashMap<>();
    private long held;

    Gathering(TableSpec spec, LocalDate asOf, boolean keepRows) {
        this.spec = spec;
        this.asOf = asOf;
        this.keepRows = keepRows;
    }

    /** What is known of one account. */
    private static final class Account {
        private final Cell[] cells;
        private @Nullable Object @Nullable [] newest;
        private @Nullable LocalDate newestDay;
        private final List<@Nullable Object[]> rows = new ArrayList<>();
        private boolean asked;

        Account(int figures) {
            cells = new Cell[figures];
            for (int i = 0; i < figures; i++) {
                cells[i] = new Cell();
            }
        }
    }

    /** One figure in the making. */
    private static final class Cell {
        private long count;
        private BigDecimal sum = BigDecimal.ZERO;
        private @Nullable Object best;
        private @Nullable LocalDate bestDay;
        private @Nullable Set<Object> distinct;
    }

    /** Reads a whole table. */
    void read(TableRows table) throws IOException {
        for (TableRows.Row row = table.next(); row != null; row = table.next()) {
            Object key = row.values()[spec.account()];
            if (key != null) {
                add(
                        accounts.computeIfAbsent(
                                key, each -> new Account(spec.aggregates().size())),
                        row.values());
            }
        }
    }

    private void add(Account account, @Nullable Object[] row) throws UnreadableFileException {
        LocalDate day = spec.day() >= 0 && row[spec.day()] instanceof LocalDate dated ? dated : null;
        boolean newer = account.newest == null
                || (day != null && (account.newestDay == null || !day.isBefore(account.newestDay)));
        if (newer) {
            account.newest = row;
            account.newestDay = day;
        }
        if (keepRows) {
            account.rows.add(row);
            held += row.length;
        }
        for (int i = 0; i < spec.aggregates().size(); i++) {
            Aggregate aggregate = spec.aggregates().get(i);
            if (inWindow(aggregate, day)
                    && (aggregate.where() == null
                            || Boolean.TRUE.equals(aggregate.where().value(row)))) {
                add(account.cells[i], aggregate, row, day);
            }
        }
        if (held > MOST_HELD) {
            throw new UnreadableFileException(
                    "表「" + spec.name() + "」が大きすぎて集計できません。期間を where で絞ってください。",
                    "Table \"" + spec.name() + "\" is too large to gather. Narrow it with where.");
        }
    }

    /** Returns whether a day lies in the window that ends some days before asOf, its last day inside. */
    private boolean inWindow(Aggregate aggregate, @Nullable LocalDate day) {
        if (aggregate.overDays() == 0 && aggregate.beforeDays() == 0) {
            return true;
        }
        LocalDate end = asOf.minusDays(aggregate.beforeDays());
        return day != null
                && !day.isAfter(end)
                && (aggregate.overDays() == 0 || day.isAfter(end.minusDays(aggregate.overDays())));
    }

    private void add(Cell cell, Aggregate aggregate, @Nullable Object[] row, @Nullable LocalDate day) {
        Object value = aggregate.of() == null ? true : aggregate.of().value(row);
        if (value == null) {
            return;
        }
        cell.count++;
        switch (aggregate.gather()) {
            case COUNT -> {
                // counted
            }
            case SUM, AVG -> cell.sum = cell.sum.add((BigDecimal) value, MathContext.DECIMAL128);
            case MIN -> cell.best = cell.best == null || Expr.compare(value, cell.best) < 0 ? value : cell.best;
            case MAX -> cell.best = cell.best == null || Expr.compare(value, cell.best) > 0 ? value : cell.best;
            case FIRST, LAST -> byDay(cell, aggregate.gather() == Gather.LAST, value, day);
            case DISTINCT -> {
                Set<Object> distinct = cell.distinct == null ? new HashSet<>() : cell.distinct;
                cell.distinct = distinct;
                held += distinct.add(value instanceof BigDecimal number ? number.stripTrailingZeros() : value) ? 1 : 0;
            }
        }
    }

    private static void byDay(Cell cell, boolean last, Object value, @Nullable LocalDate day) {
        LocalDate best = cell.bestDay;
        boolean better =
                cell.best == null || (day != null && best != null && (last ? !day.isBefore(best) : day.isBefore(best)));
        if (better && day != null) {
            cell.best = value;
            cell.bestDay = day;
        }
    }

    /** Returns a figure; a count of nothing is 0, any other figure of nothing is unknown. */
    @Nullable
    Object figure(@Nullable Object key, int index) {
        Account account = account(key);
        Aggregate aggregate = spec.aggregates().get(index);
        boolean counts = aggregate.gather() == Gather.COUNT
                || aggregate.gather() == Gather.DISTINCT
                || aggregate.gather() == Gather.SUM;
        if (account == null) {
            return counts ? BigDecimal.ZERO : null;
        }
        Cell cell = account.cells[index];
        return switch (aggregate.gather()) {
            case COUNT -> BigDecimal.valueOf(cell.count);
            case SUM -> cell.sum;
            case AVG ->
                cell.count == 0 ? null : cell.sum.divide(BigDecimal.valueOf(cell.count), MathContext.DECIMAL128);
            case MIN, MAX, FIRST, LAST -> cell.best;
            case DISTINCT -> BigDecimal.valueOf(cell.distinct == null ? 0 : cell.distinct.size());
        };
    }

    /** Returns a value of the account's newest row, of equally new ones the last in the file. */
    @Nullable
    Object newest(@Nullable Object key, int place) {
        Account account = account(key);
        return account == null || account.newest == null ? null : Objects.requireNonNull(account.newest)[place];
    }

    /** Returns the account's rows in the order of the file. */
    List<@Nullable Object[]> rows(@Nullable Object key) {
        Account account = account(key);
        return account == null ? List.of() : account.rows;
    }

    private @Nullable Account account(@Nullable Object key) {
        Account account = key == null ? null : accounts.get(key);
        if (account != null) {
            account.asked = true;
        }
        return account;
    }

    /** Returns the keys nobody asked for: rows of accounts that the base table does not have. */
    List<String> strangers() {
        return accounts.entrySet().stream()
                .filter(entry -> !entry.getValue().asked)
                .map(entry -> entry.getKey().toString())
                .sorted()
                .toList();
    }
}
