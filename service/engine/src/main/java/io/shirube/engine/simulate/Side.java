package io.shirube.engine.simulate;

import io.shirube.engine.model.Decision;
import io.shirube.engine.model.Decision.Action;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One of the two decisions on an account, as far as sums need it.
 *
 * @param work the open actions, the most urgent first
 * @param careMilli thousandths of an hour a year that its touch takes
 */
public record Side(Outcome outcome, List<Work> work, long careMilli) {

    private static final double MILLI = 1000;

    public Side {
        work = List.copyOf(work);
    }

    /**
     * One open action.
     *
     * @param name type and reason key, as in {@link Outcome#actions}
     * @param milli thousandths of an hour it takes
     * @param bundle what it is done together with
     */
    public record Work(
            String name,
            String type,
            String ownerRole,
            String channel,
            String bundle,
            double priority,
            long milli,
            LocalDate dueOn) {}

    static Side of(Decision decision, Effort effort) {
        Outcome outcome = Outcome.of(decision);
        List<Work> work = new ArrayList<>();
        for (Action action : decision.actions()) {
            work.add(new Work(
                    Outcome.reason(decision, action.key()),
                    action.type(),
                    action.ownerRole(),
                    action.channel(),
                    action.bundle(),
                    action.priority(),
                    Math.round(action.effortHours() * MILLI),
                    action.dueOn()));
        }
        return new Side(outcome, work, effort.milli(outcome.touch()));
    }

    /** Returns thousandths of an hour that the open actions take together. */
    public long workMilli() {
        return work.stream().mapToLong(Work::milli).sum();
    }

    /** Returns thousandths of an hour that the open actions take, by owner role. */
    public Map<String, Long> milliByRole() {
        Map<String, Long> hours = new TreeMap<>();
        work.forEach(one -> hours.merge(one.ownerRole(), one.milli(), Long::sum));
        return hours;
    }
}
