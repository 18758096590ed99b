package io.shirube.service.standing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Rules on their way through the book.
 *
 * @param accounts how many accounts there were when it began that other rules had decided on
 * @param previewed for how many of them it is known what the rules will do
 * @param begun how many of them were handed over to be decided on
 * @param expected what the rules will do, as far as they were previewed
 * @param finishedAt null until all are decided on
 */
public record Rollout(
        String ruleset,
        State state,
        long accounts,
        long previewed,
        long begun,
        Expected expected,
        Instant startedAt,
        @Nullable Instant finishedAt) {

    /** How far rules got. */
    public enum State {
        /** Every account is decided on without keeping anything, to know what will happen. */
        PREVIEW,
        /** Every account is decided on. */
        RUNNING,
        DONE
    }

    /**
     * What rules will do with the actions and the accounts there are.
     *
     * @param movedTouch accounts that come to another touch
     * @param problems accounts that cannot be decided on
     */
    public record Expected(
            long opened, long resumed, long withdrawn, long superseded, long held, long movedTouch, long problems) {

        /** What is expected of nothing. */
        public static final Expected NOTHING = new Expected(0, 0, 0, 0, 0, 0, 0);

        /** Returns the sum of both. */
        public Expected and(Expected more) {
            return new Expected(
                    opened + more.opened,
                    resumed + more.resumed,
                    withdrawn + more.withdrawn,
                    superseded + more.superseded,
                    held + more.held,
                    movedTouch + more.movedTouch,
                    problems + more.problems);
        }

        /** Returns what keeping a decision would do. */
        static Expected of(Known known, Settled settled) {
            Standing before = known.standing();
            Standing now = settled.standing();
            boolean moved = before != null && now != null && !before.touch().equals(now.touch());
            return new Expected(
                    count(settled, ChangeKind.ACTION_OPENED),
                    count(settled, ChangeKind.ACTION_RESUMED),
                    count(settled, ChangeKind.ACTION_WITHDRAWN),
                    count(settled, ChangeKind.ACTION_SUPERSEDED),
                    count(settled, ChangeKind.ACTION_HELD),
                    moved ? 1 : 0,
                    now == null ? 1 : 0);
        }

        private static long count(Settled settled, ChangeKind kind) {
            return settled.moves().stream().filter(move -> move.kind() == kind).count();
        }
    }
}
