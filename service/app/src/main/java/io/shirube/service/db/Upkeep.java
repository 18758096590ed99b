package io.shirube.service.db;

import io.dropwizard.lifecycle.Managed;
import io.shirube.service.book.BookUnavailableException;
import io.shirube.service.config.RetentionConfiguration;
import io.shirube.service.requests.Writes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes what is older than it is kept, soon after the start and then once a day; of several nodes one does so at a time. It
 * works in small transactions, so that nobody waits for it. Safe for use by many threads.
 */
public final class Upkeep implements Managed {

    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration DAILY = Duration.ofDays(1);
    private static final Duration STOP_TIME = Duration.ofSeconds(5);
    private static final int TOGETHER = 5_000;

    /** Held by the node that deletes. */
    static final long LOCK = 0x5368_6972_7562_66L;

    private final Transactions transactions;
    private final RetentionConfiguration retention;
    private final Clock clock;
    private final ScheduledExecutorService thread;

    /** @param clock in the book's zone, where the day ends on which an action was closed */
    public Upkeep(Transactions transactions, RetentionConfiguration retention, Clock clock) {
        this.transactions = transactions;
        this.retention = retention;
        this.clock = clock;
        this.thread = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread made = new Thread(work, "upkeep");
            made.setDaemon(true);
            return made;
        });
    }

    /** How many rows were deleted. */
    record Deleted(int changes, int deliveries, int decisions, int actions, int answers, int audit) {}

    @Override
    public void start() {
        ScheduledFuture<?> unused =
                thread.scheduleWithFixedDelay(this::tryRun, FIRST.toSeconds(), DAILY.toSeconds(), TimeUnit.SECONDS);
    }

    @Override
    public void stop() throws InterruptedException {
        thread.shutdownNow();
        if (!thread.awaitTermination(STOP_TIME.toSeconds(), TimeUnit.SECONDS)) {
            LOG.info("Old rows are being deleted while the service stops; the rest follows with the next start.");
        }
    }

    private void tryRun() {
        try {
            Deleted deleted = run();
            LOG.info("Older than they are kept: {}.", deleted);
        } catch (BookUnavailableException e) {
            LOG.warn("Old rows were not deleted, because the database is away; it is tried again in a day.");
        } catch (RuntimeException e) {
            LOG.error("Old rows could not be deleted; it is tried again in a day.", e);
        }
    }

    /** Deletes all that is too old now, unless another node is at it. */
    Deleted run() {
        Instant now = clock.instant();
        LocalDate today = LocalDate.now(clock);
        publishAll();
        return new Deleted(
                all(upkeep -> upkeep.deleteChanges(now.minus(Duration.ofDays(retention.changeDays())), TOGETHER)),
                all(upkeep -> upkeep.deleteDeliveries(now.minus(Duration.ofDays(retention.changeDays())), TOGETHER)),
                all(upkeep -> upkeep.deleteDecisions(now.minus(Duration.ofDays(retention.decisionDays())), TOGETHER)),
                all(upkeep -> upkeep.deleteActions(today.minusDays(retention.actionDays()), TOGETHER)),
                all(upkeep -> upkeep.deleteAnswers(now.minus(Writes.REMEMBERED), TOGETHER)),
                all(upkeep -> upkeep.deleteAudit(now.minus(Duration.ofDays(retention.auditDays())), TOGETHER)));
    }

    /** What has no place in the feed yet is not deleted, so that nobody misses it unnoticed. */
    private void publishAll() {
        while (JdbiFeed.publish(transactions) > 0 && !Thread.currentThread().isInterrupted()) {
            LOG.debug("More changes have their place in the feed.");
        }
    }

    private int all(ToIntFunction<UpkeepStatements> some) {
        int all = 0;
        int deleted = TOGETHER;
        while (deleted == TOGETHER && !Thread.currentThread().isInterrupted()) {
            deleted = transactions.write(statements -> {
                UpkeepStatements upkeep = statements.of(UpkeepStatements.class);
                return upkeep.lock(LOCK) ? some.applyAsInt(upkeep) : 0;
            });
            all += deleted;
        }
        return all;
    }
}
