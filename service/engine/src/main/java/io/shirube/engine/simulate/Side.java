package io.shirube.engine.simulate;

import io.shirube.engine.model.Decision;
import io.shirube.engine.model.Decision.Action;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One of the two decisions on an account, as far as sums need it.
 *
 * @param work the open actions, the most urgent first
 * @param contacts bundles of work that reaches the customer and is due within {@value Contacts#DAYS} days
 * @param careMilli thousandths of an hour a year that its touch takes
 * @param decisionDate by when the customer decides on the renewal, or null when not known
 */
public record Side(
        Outcome outcome,
        List<Work> work,
        int contacts,
        long careMilli,
        @Nullable LocalDate decisionDate) {

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

    /** @param reaches types of actions that reach the customer */
    static Side of(Decision decision, Effort effort, Set<String> reaches) {
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
        LocalDate until = decision.asOf().plusDays(Contacts.DAYS);
        long contacts = work.stream()
                .filter(one -> reaches.contains(one.type()) && !one.dueOn().isAfter(until))
                .map(Work::bundle)
                .distinct()
                .count();
        return new Side(
                outcome,
                work,
                Math.toIntExact(contacts),
                effort.milli(outcome.touch()),
                decision.renewal().decisionDate());
    }

    /** Returns thousandths of an hour that the open actions take together. */
    public long workMilli() {
        return work.stream().mapToLong(Work::milli).sum();
    }
}
