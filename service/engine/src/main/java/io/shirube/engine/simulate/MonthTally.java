package io.shirube.engine.simulate;

import io.shirube.engine.simulate.SimulationReport.MonthRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts touches month by month, and accounts that go there and back. Used by one thread. */
public final class MonthTally {

    private final Map<Integer, Map<String, long[]>> months = new TreeMap<>();
    private long flapsBefore;
    private long flapsAfter;

    /** @param before touches by the baseline, month by month; {@code after} those by the candidate */
    public void add(List<String> before, List<String> after) {
        flapsBefore += MonthByMonth.flaps(before) ? 1 : 0;
        flapsAfter += MonthByMonth.flaps(after) ? 1 : 0;
        count(before, 0);
        count(after, 1);
    }

    private void count(List<String> touches, int side) {
        for (int month = 0; month < touches.size(); month++) {
            months.computeIfAbsent(month, fresh -> new TreeMap<>())
                    .computeIfAbsent(touches.get(month), touch -> new long[2])[side]++;
        }
    }

    /** Returns accounts that leave a touch and take it up again, by the baseline. */
    public long flapsBefore() {
        return flapsBefore;
    }

    /** Returns accounts that leave a touch and take it up again, by the candidate. */
    public long flapsAfter() {
        return flapsAfter;
    }

    /** Returns the accounts by month and touch. */
    public List<MonthRow> rows() {
        List<MonthRow> rows = new ArrayList<>();
        months.forEach((month, touches) ->
                touches.forEach((touch, counts) -> rows.add(new MonthRow(month, touch, counts[0], counts[1]))));
        return rows;
    }
}
