package io.shirube.engine.simulate;

import io.shirube.engine.simulate.SimulationReport.Load;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Adds up the work of each owner role in the weeks to come, by urgency, and finds what is left undone when the most urgent is
 * done first. Urgency counts in steps of a thousandth; of a step that does not fit whole a
 * share is left, whole actions and accounts rounded up. Used by one thread.
 */
final class RoleLoad {

    private static final int STEPS = 1_000;

    private final Staffing staffing;
    private final Map<String, Work> roles = new TreeMap<>();

    RoleLoad(Staffing staffing) {
        this.staffing = staffing;
    }

    /** The work of one role, by steps of priority from the least. */
    private static final class Work {
        private final long[] milli = new long[STEPS + 1];
        private final long[] actions = new long[STEPS + 1];
        private final long[] accounts = new long[STEPS + 1];
        private final long[] arr = new long[STEPS + 1];
        private long unmovedMilli;
    }

    /** @param due whether an action is due within the weeks looked at */
    void add(Side side, long arr, boolean unmoved, Predicate<Side.Work> due) {
        Set<String> seen = new HashSet<>();
        for (Side.Work one : side.work()) {
            if (due.test(one)) {
                Work work = roles.computeIfAbsent(one.ownerRole(), role -> new Work());
                int step = (int) Math.max(0, Math.min(STEPS, Math.floor(one.priority() * STEPS)));
                work.milli[step] += one.milli();
                work.actions[step]++;
                work.unmovedMilli += unmoved ? one.milli() : 0;
                // because the most urgent comes first, and says whether anything is done for the account
                if (seen.add(one.ownerRole())) {
                    work.accounts[step]++;
                    work.arr[step] += arr;
                }
            }
        }
    }

    Set<String> roles() {
        Set<String> names = new TreeSet<>(roles.keySet());
        names.addAll(staffing.people().keySet());
        return names;
    }

    Load load(String role) {
        @Nullable Work work = roles.get(role);
        if (work == null) {
            return new Load(0, 0, 0, 0, 0, 0, 0);
        }
        long all = LongStream.of(work.milli).sum();
        long actions = LongStream.of(work.actions).sum();
        long capacity = staffing.milli(role);
        long left = capacity < 0 ? all : capacity;
        long undone = 0;
        long unserved = 0;
        long undoneMilli = 0;
        long unservedArr = 0;
        for (int step = STEPS; step >= 0; step--) {
            long rest = Math.max(0, work.milli[step] - left);
            left -= work.milli[step] - rest;
            if (rest > 0) {
                double share = (double) rest / work.milli[step];
                undone += (long) Math.ceil(work.actions[step] * share);
                unserved += (long) Math.ceil(work.accounts[step] * share);
                unservedArr += Math.round(work.arr[step] * share);
                undoneMilli += rest;
            }
        }
        return new Load(actions, all, work.unmovedMilli, undone, undoneMilli, unserved, unservedArr);
    }
}
