package io.shirube.service.standing;

import io.dropwizard.lifecycle.Managed;
import io.shirube.service.book.BookUnavailableException;
import io.shirube.service.errors.ProblemException;
import io.shirube.service.rulesets.ActiveRules;
import io.shirube.service.rulesets.Rules;
import io.shirube.service.standing.Rollout.Expected;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings new rules through the book, so many accounts a second: first to know and to tell what they will do, then to decide.
 * A node whose rules are others than those of the latest rollout keeps no decisions, so that two nodes never undo each
 * other's. Start and stop it once.
 */
public final class Rollouts implements Managed {

    private static final Logger LOG = LoggerFactory.getLogger(Rollouts.class);
    private static final Duration STOP_TIME = Duration.ofSeconds(10);
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final int STEPS_A_SECOND = 10;

    private final RolloutStore store;
    private final ActiveRules active;
    private final Settlements settlements;
    private final Clock clock;
    private final int together;
    private final Thread thread = new Thread(this::run, "rollout");
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile @Nullable String own;
    private volatile @Nullable Rollout latest;

    /**
     * @param clock in the book's zone
     * @param perSecond how many accounts a second are previewed or handed over at most
     */
    public Rollouts(RolloutStore store, ActiveRules active, Settlements settlements, Clock clock, int perSecond) {
        this.store = store;
        this.active = active;
        this.settlements = settlements;
        this.clock = clock;
        this.together = Math.max(1, perSecond / STEPS_A_SECOND);
        thread.setDaemon(true);
    }

    @Override
    public void start() {
        thread.start();
    }

    @Override
    public void stop() throws InterruptedException {
        stopped.countDown();
        thread.join(STOP_TIME.toMillis());
    }

    /** Returns the rules on their way, or those that got through last; empty before the first. */
    public Optional<Rollout> latest() {
        return store.latest();
    }

    /** Returns how many accounts wait to be decided on because rules are on their way. */
    public long waiting() {
        return store.waiting();
    }

    /** Returns whether it is still being found out what the rules will do; until then only what changes is decided on. */
    boolean previews() {
        Rollout now = latest;
        return now != null && now.state() == Rollout.State.PREVIEW;
    }

    /**
     * Returns whether decisions of this node's rules are kept. Rules that just became active on this node become those of the
     * book first.
     */
    boolean keeps(String revision) {
        if (!revision.equals(own)) {
            begin(revision);
        }
        Rollout now = latest;
        return now == null || now.ruleset().equals(revision);
    }

    private synchronized void begin(String revision) {
        if (!revision.equals(own)) {
            store.begin(revision);
            look();
            own = revision;
        }
    }

    private @Nullable Rollout look() {
        Rollout now = store.latest().orElse(null);
        latest = now;
        return now;
    }

    private void run() {
        boolean more = false;
        try {
            while (!stopped.await(more ? 1_000 / STEPS_A_SECOND : LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                more = advanced();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns whether there may be more to do at once. */
    private boolean advanced() {
        try (ActiveRules.Lease lease = active.lease()) {
            Rules rules = lease.rules();
            String ours = rules.revision();
            keeps(ours);
            Rollout before = latest;
            Rollout now = look();
            if (now == null || !now.ruleset().equals(ours) || now.state() == Rollout.State.DONE) {
                told(before, now, ours);
                return false;
            }
            Settlement settlement = settlements.of(rules, LocalDate.now(clock));
            int accounts = store.advance(ours, together, known -> Expected.of(known, settlement.settle(known)));
            told(before, look(), ours);
            return accounts > 0;
        } catch (ProblemException | BookUnavailableException e) {
            // because there are no rules yet, or the database is out of reach; both mend themselves
            return false;
        } catch (RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError e) {
            // because a thread that ends would leave the book to the rules before
            LOG.error("New rules could not be brought through the book; it is tried again.", e);
            return false;
        }
    }

    private static void told(@Nullable Rollout before, @Nullable Rollout now, String ours) {
        if (now == null
                || (before != null && before.ruleset().equals(now.ruleset()) && before.state() == now.state())) {
            return;
        }
        Expected expected = now.expected();
        if (!now.ruleset().equals(ours)) {
            LOG.warn(
                    "This node has rules {}, the book goes by {}: it keeps no decisions until it has those too.",
                    ours,
                    now.ruleset());
        } else if (now.state() == Rollout.State.RUNNING && now.accounts() > 0) {
            LOG.info(
                    "{} decides on {} accounts anew: opens {} actions, withdraws {}, holds {}; {} accounts change touch.",
                    ours,
                    now.accounts(),
                    expected.opened(),
                    expected.withdrawn(),
                    expected.held(),
                    expected.movedTouch());
        } else if (now.state() == Rollout.State.DONE && now.accounts() > 0) {
            LOG.info("{} has decided on all accounts.", ours);
        }
    }
}
