package io.shirube.io.generate;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * When a contract lets its customer give notice.
 *
 * @param kind as the contract form names it, or empty when nobody wrote it down: then 30 days count
 * @param n days or months
 * @param day of the month, for DAY_OF_MONTH_BEFORE_END_MONTH
 */
record Notice(String kind, int n, int day) {

    private static final int USUAL_DAYS = 30;

    static Notice drawn(int termMonths, Dice dice) {
        double kind = dice.share();
        if (termMonths == 1) {
            return new Notice("DAYS_BEFORE_END", 7, 0);
        }
        if (kind < 0.40) {
            return new Notice("MONTHS_BEFORE_END", new int[] {1, 1, 1, 2, 3, 3}[dice.whole(0, 5)], 0);
        } else if (kind < 0.65) {
            return new Notice("DAYS_BEFORE_END", new int[] {30, 30, 60, 90}[dice.whole(0, 3)], 0);
        } else if (kind < 0.75) {
            return new Notice("DAY_OF_MONTH_BEFORE_END_MONTH", 1, dice.chance(0.5) ? 20 : 24);
        } else if (kind < 0.83) {
            return new Notice("END_OF_MONTH_BEFORE", dice.whole(1, 2), 0);
        } else if (kind < 0.87) {
            return new Notice("FIXED", dice.whole(30, 100), 0);
        }
        return new Notice("", USUAL_DAYS, 0);
    }

    /** Returns the last day on which a term that ends on a day can be refused. */
    LocalDate deadline(LocalDate end) {
        return switch (kind) {
            case "MONTHS_BEFORE_END" -> end.minusMonths(n);
            case "DAY_OF_MONTH_BEFORE_END_MONTH" -> end.minusMonths(n).withDayOfMonth(day);
            case "END_OF_MONTH_BEFORE" -> YearMonth.from(end).minusMonths(n).atEndOfMonth();
            default -> end.minusDays(n);
        };
    }

    /** Returns the rule as an entry states it for a term, or null when it was never written down. */
    @Nullable
    Map<String, @Nullable Object> written(LocalDate end) {
        if (kind.isEmpty()) {
            return null;
        }
        Map<String, @Nullable Object> rule = new LinkedHashMap<>();
        rule.put("kind", kind);
        switch (kind) {
            case "MONTHS_BEFORE_END", "DAYS_BEFORE_END" -> rule.put("n", (double) n);
            case "FIXED" -> rule.put("date", deadline(end).toString());
            default -> rule.put("months", (double) n);
        }
        if (day > 0) {
            rule.put("day", (double) day);
        }
        return rule;
    }
}
