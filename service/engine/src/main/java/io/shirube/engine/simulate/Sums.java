package io.shirube.engine.simulate;

/**
 * Sums over accounts. Hours are thousandths of an hour, so that they add up exactly in any order.
 *
 * @param arr money a year of those that tell it, in the book's currency
 * @param careMilliBefore hours a year that their touch takes, by the baseline
 * @param workMilliBefore hours that their open actions take, by the baseline
 */
public record Sums(
        long accounts, long arr, long careMilliBefore, long careMilliAfter, long workMilliBefore, long workMilliAfter) {

    static final Sums NONE = new Sums(0, 0, 0, 0, 0, 0);

    Sums plus(Compared account) {
        return new Sums(
                accounts + 1,
                arr + account.money(),
                careMilliBefore + account.before().careMilli(),
                careMilliAfter + account.after().careMilli(),
                workMilliBefore + account.before().workMilli(),
                workMilliAfter + account.after().workMilli());
    }

    /** Adds what an account comes to by one ruleset, which stands on both sides. */
    Sums plus(Compared account, Side side) {
        return plus(
                new Sums(1, account.money(), side.careMilli(), side.careMilli(), side.workMilli(), side.workMilli()));
    }

    Sums plus(Sums other) {
        return new Sums(
                accounts + other.accounts,
                arr + other.arr,
                careMilliBefore + other.careMilliBefore,
                careMilliAfter + other.careMilliAfter,
                workMilliBefore + other.workMilliBefore,
                workMilliAfter + other.workMilliAfter);
    }
}
