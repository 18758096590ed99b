package io.shirube.service.standing;

import io.dropwizard.lifecycle.Managed;
import io.shirube.service.book.BookUnavailableException;
import io.shirube.service.errors.ProblemException;
import io.shirube.service.rulesets.ActiveRules;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides on accounts that wait, in the background: soon after they changed, when a new day begins, and when other rules
 * come through the book. What one node is at, another leaves alone. Start and stop it once.
 */
public final class DecidingLoop implements Managed {

    private static final Logger LOG = LoggerFactory.getLogger(DecidingLoop.class);
    private static final Duration STOP_TIME = Duration.ofSeconds(10);
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

    /** How many accounts one transaction decides on, so that whoever wants one of them waits for a moment only. */
    private static final int TOGETHER = 20;

    private final Ledger ledger;
    private final ActiveRules active;
    private final Settlements settlements;
    private final Rollouts rollouts;
    private final Clock clock;
    private final Duration interval;
    private final Semaphore wakes = new Semaphore(0);
    private final List<Thread> threads = new ArrayList<>();
    private @Nullable LocalDate day;
    private long looked = System.nanoTime();
    private volatile boolean stopped;

    /**
     * @param clock in the book's zone
     * @param threads how many decide at the same time
     * @param interval how long work that nobody told this node of may wait
     */
    public DecidingLoop(
            Ledger ledger,
            ActiveRules active,
            Settlements settlements,
            Rollouts rollouts,
            Clock clock,
            int threads,
            Duration interval) {
        this.ledger = ledger;
        this.active = active;
        this.settlements = settlements;
        this.rollouts = rollouts;
        this.clock = clock;
        this.interval = interval;
        for (int i = 1; i <= threads; i++) {
            Thread thread = new Thread(this::run, "deciding-" + i);
            thread.setDaemon(true);
            this.threads.add(thread);
        }
    }

    /** Says that something waits. */
    public void wake() {
        wakes.release();
    }

    @Override
    public void start() {
        threads.forEach(Thread::start);
    }

    @Override
    public void stop() throws InterruptedException {
        stopped = true;
        wakes.release(threads.size());
        for (Thread thread : threads) {
            thread.join(STOP_TIME.toMillis());
        }
    }

    private void run() {
        try {
            while (!stopped) {
                if (!decided()) {
                    wakes.tryAcquire(interval.toMillis(), TimeUnit.MILLISECONDS);
                    wakes.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns whether there may be more to do at once. */
    private boolean decided() {
        try (ActiveRules.Lease lease = active.lease()) {
            String revision = lease.rules().revision();
            if (!rollouts.keeps(revision)) {
                return false;
            }
            LocalDate today = LocalDate.now(clock);
            awaitWhatIsNew(today, revision);
            Settlement settlement = settlements.of(lease.rules(), today);
            return ledger.settleWaiting(TOGETHER, settlement::settle) > 0;
        } catch (ProblemException | BookUnavailableException e) {
            // because there are no rules yet, or the database is out of reach; both mend themselves
            return false;
        } catch (RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError e) {
            // because a thread that ends would leave all accounts waiting
            LOG.error("Accounts that wait could not be decided on; they are tried again.", e);
            return false;
        }
    }

    private synchronized void awaitWhatIsNew(LocalDate today, String rules) {
        if (rollouts.previews()) {
            // because people are told what new rules will do before they do it
            return;
        }
        boolean again = System.nanoTime() - looked > LOOK_AGAIN.toNanos();
        if (again || !today.equals(day)) {
            int accounts = ledger.awaitDay(today);
            day = today;
            if (accounts > 0) {
                LOG.info("{}: {} accounts are decided on anew, because the day is another.", today, accounts);
            }
        }
        if (again) {
            looked = System.nanoTime();
            if (rollouts.latest()
                    .filter(rollout -> rollout.state() == Rollout.State.DONE)
                    .isPresent()) {
                // because a decision by the rules before may still have been on its way when these had got through
                ledger.awaitRules(rules);
            }
        }
    }
}
