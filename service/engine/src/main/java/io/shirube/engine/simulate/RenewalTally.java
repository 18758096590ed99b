package io.shirube.engine.simulate;

import io.shirube.engine.simulate.SimulationReport.RenewalCount;
import io.shirube.engine.simulate.SimulationReport.RenewalRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Counts accounts by the month in which the customer decides on the renewal, and by touch. Used by one thread. */
final class RenewalTally {

    private static final int MONTH_LENGTH = "2026-04".length();

    private final Map<Key, RenewalCount> before = new TreeMap<>();
    private final Map<Key, RenewalCount> after = new TreeMap<>();

    private record Key(String month, String touch) implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            int months = month.compareTo(other.month);
            return months != 0 ? months : touch.compareTo(other.touch);
        }
    }

    void add(Compared account) {
        add(before, account.before(), account);
        add(after, account.after(), account);
    }

    private static void add(Map<Key, RenewalCount> counts, Side side, Compared account) {
        long stays = account.mover().isEmpty() ? 1 : 0;
        RenewalCount one = new RenewalCount(1, account.money(), stays, stays * account.money());
        counts.merge(
                new Key(month(side.decisionDate()), side.outcome().touch()),
                one,
                (sum, more) -> new RenewalCount(
                        sum.accounts() + more.accounts(),
                        sum.arr() + more.arr(),
                        sum.unmoved() + more.unmoved(),
                        sum.unmovedArr() + more.unmovedArr()));
    }

    private static String month(@Nullable LocalDate day) {
        return day == null ? "" : day.toString().substring(0, MONTH_LENGTH);
    }

    List<RenewalRow> rows() {
        TreeSet<Key> keys = new TreeSet<>(before.keySet());
        keys.addAll(after.keySet());
        List<RenewalRow> rows = new ArrayList<>();
        for (Key key : keys) {
            rows.add(new RenewalRow(
                    key.month(),
                    key.touch(),
                    before.getOrDefault(key, RenewalCount.NONE),
                    after.getOrDefault(key, RenewalCount.NONE)));
        }
        return rows;
    }
}
