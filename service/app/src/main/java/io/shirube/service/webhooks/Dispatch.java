package io.shirube.service.webhooks;

import io.dropwizard.lifecycle.Managed;
import io.shirube.service.book.BookUnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells receivers what changed, in the background and as often as it takes. A thread makes deliveries of changes and takes what is
 * due, others send it. What this node does not end, because it stops or dies, others send again under the same id. Start and stop it
 * once.
 */
public final class Dispatch implements Managed {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);

    /** How many changes one transaction makes deliveries of. */
    private static final int PAGE = 500;

    /** How many pages of one receiver come before another receiver's turn. */
    private static final int PAGES = 10;

    /** How many deliveries of one account are sent before another account's turn. */
    private static final int IN_A_ROW = 20;

    private static final int SWEPT = 5_000;

    /** How long a hold lasts beyond the longest request. */
    private static final Duration MARGIN = Duration.ofSeconds(40);

    private static final Duration STOP_TIME = Duration.ofSeconds(10);

    private final Outbox outbox;
    private final Courier courier;
    private final Pace pace;
    private final Clock clock;
    private final ExecutorService senders;
    private final DeliveryCounts counts;
    private final Map<Long, AtomicInteger> sending = new ConcurrentHashMap<>();
    private final Semaphore wakes = new Semaphore(0);
    private final Thread thread = new Thread(this::run, "webhooks");
    private volatile boolean told = true;
    private volatile boolean stopped;

    /**
     * How fast it goes.
     *
     * @param concurrency how many requests one receiver gets at the same time from this node
     * @param interval how long a change may wait until it is looked for
     * @param longestRequest how long a request takes at most
     */
    public record Pace(int concurrency, Duration interval, Duration longestRequest) {}

    /**
     * @param clock ticks in microseconds, as the database does; its zone means nothing
     * @param senders is shut down with this; so many threads as there are receivers times the concurrency are used at most
     */
    public Dispatch(
            Outbox outbox, Courier courier, Pace pace, Clock clock, ExecutorService senders, DeliveryCounts counts) {
        this.outbox = outbox;
        this.courier = courier;
        this.pace = pace;
        this.clock = clock;
        this.senders = senders;
        this.counts = counts;
        thread.setDaemon(true);
    }

    /** Says that something may be due. */
    public void wake() {
        told = true;
        wakes.release();
    }

    @Override
    public void start() {
        thread.start();
    }

    /** What is being sent ends within some seconds, or is sent again by whoever starts next. */
    @Override
    public void stop() throws InterruptedException {
        stopped = true;
        wake();
        thread.join(STOP_TIME.toMillis());
        senders.shutdown();
        if (!senders.awaitTermination(STOP_TIME.toSeconds(), TimeUnit.SECONDS)) {
            LOG.info("Some receivers do not answer while the service stops; they are told again after the next start.");
        }
    }

    private void run() {
        try {
            long looked = System.nanoTime();
            while (!stopped) {
                boolean look =
                        told || System.nanoTime() - looked >= pace.interval().toNanos();
                if (look) {
                    looked = System.nanoTime();
                    told = false;
                }
                if (!passed(look)) {
                    wakes.tryAcquire(pace.interval().toMillis(), TimeUnit.MILLISECONDS);
                    wakes.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean passed(boolean look) {
        try {
            return pass(look);
        } catch (BookUnavailableException e) {
            // because the database mends itself
            return false;
        } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
            // because a thread that ends would leave all receivers untold
            LOG.error("Receivers could not be told; it is tried again.", e);
            return false;
        }
    }

    /**
     * Takes for every receiver what is due.
     *
     * @param look whether to look for changes first
     * @return whether there may be more to do at once
     */
    boolean pass(boolean look) {
        boolean more = false;
        for (Webhook webhook : outbox.active(clock.instant())) {
            if (stopped) {
                return false;
            }
            if (look && handedOut(webhook)) {
                told = true;
                more = true;
            }
            more |= begun(webhook);
        }
        if (look) {
            outbox.sweep(SWEPT);
        }
        return more;
    }

    private boolean handedOut(Webhook webhook) {
        for (int i = 0; i < PAGES; i++) {
            if (outbox.handOut(webhook.id(), PAGE, clock.instant()) < PAGE) {
                return false;
            }
        }
        return true;
    }

    private boolean begun(Webhook webhook) {
        Instant now = clock.instant();
        int most = webhook.health().tripped() ? 1 : pace.concurrency();
        int free = most - busy(webhook).get();
        if (free <= 0 || webhook.health().rests(now)) {
            return false;
        }
        List<Due> due = outbox.claim(webhook, free, now, heldUntil(now));
        due.forEach(this::begin);
        return !due.isEmpty();
    }

    private AtomicInteger busy(Webhook webhook) {
        return sending.computeIfAbsent(webhook.id(), id -> new AtomicInteger());
    }

    private void begin(Due due) {
        AtomicInteger busy = busy(due.webhook());
        busy.incrementAndGet();
        try {
            senders.execute(() -> {
                try {
                    sendOn(due);
                } finally {
                    busy.decrementAndGet();
                    wakes.release();
                }
            });
        } catch (RejectedExecutionException e) {
            // because the service stops; the hold ends by itself
            busy.decrementAndGet();
        }
    }

    /** Sends a delivery and those after it of its account. */
    private void sendOn(Due first) {
        try {
            Optional<Due> due = Optional.of(first);
            for (int i = 1; i <= IN_A_ROW && due.isPresent(); i++) {
                due = send(due.get(), i < IN_A_ROW);
            }
        } catch (BookUnavailableException e) {
            LOG.warn(
                    "What came of telling a receiver could not be kept, because the database is away; it is told again.");
        } catch (RuntimeException e) {
            LOG.error("A receiver could not be told of a change; it is tried again.", e);
        }
    }

    private Optional<Due> send(Due due, boolean goOn) {
        Webhook webhook = due.webhook();
        String body = Payload.of(due.change(), webhook.settings().language());
        Answer answer = courier.send(
                new Message(webhook.settings().url(), due.messageId(), clock.instant(), body, webhook.secrets()));
        Instant now = clock.instant();
        Attempt attempt = Attempt.of(
                now, answer, due.attempts(), ThreadLocalRandom.current().nextDouble());
        counts.count(attempt);
        if (attempt.gone()) {
            LOG.warn(
                    "Receiver {} answered that it is gone (410); it is told nothing until somebody makes it active.",
                    webhook.id());
        }
        return outbox.settle(due, attempt, goOn && !stopped ? heldUntil(now) : null);
    }

    private Instant heldUntil(Instant now) {
        return now.plus(pace.longestRequest()).plus(MARGIN);
    }
}
