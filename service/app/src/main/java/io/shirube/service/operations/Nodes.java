package io.shirube.service.operations;

import io.dropwizard.lifecycle.Managed;
import io.shirube.engine.ProgramVersion;
import io.shirube.service.book.BookUnavailableException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the other programs on the same database that this one works, and by which rules; and knows the others. Start and stop
 * it once; everything else is safe for use by many threads.
 */
public final class Nodes implements Managed {

    private static final Logger LOG = LoggerFactory.getLogger(Nodes.class);
    private static final Duration EVERY = Duration.ofSeconds(5);

    /** After so long without a word a node counts as gone. */
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private final Store store;
    private final Supplier<@Nullable String> ruleset;
    private final String name;
    private final Instant startedAt;
    private final ScheduledExecutorService thread;

    /**
     * A program on the same database.
     *
     * @param program its version
     * @param ruleset the revision of the rules it decides by, null without any yet
     */
    public record Node(
            String name, String program, @Nullable String ruleset, Instant startedAt, Instant seenAt) {}

    /** Keeps who said that he works. */
    public interface Store {
        /** @param ruleset by which rules, null without any yet */
        void seen(String name, String program, @Nullable String ruleset, Instant startedAt);

        /** Returns who said so of late, by name. */
        List<Node> all(Duration silence);

        /** Forgets one, and those that have said nothing for long. */
        void gone(String name, Duration silence);
    }

    /** @param ruleset tells by which rules this node decides */
    public Nodes(Store store, Supplier<@Nullable String> ruleset, Clock clock) {
        this.store = store;
        this.ruleset = ruleset;
        this.name = host() + "-" + ProcessHandle.current().pid() + "-"
                + UUID.randomUUID().toString().substring(0, 4);
        this.startedAt = clock.instant();
        this.thread = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread made = new Thread(work, "nodes");
            made.setDaemon(true);
            return made;
        });
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }

    /** Returns how this node is called. */
    public String name() {
        return name;
    }

    /** Returns the nodes that work, this one among them. */
    public List<Node> all() {
        say();
        return store.all(SILENCE);
    }

    @Override
    public void start() {
        ScheduledFuture<?> unused = thread.scheduleWithFixedDelay(this::trySay, 0, EVERY.toSeconds(), TimeUnit.SECONDS);
    }

    @Override
    public void stop() throws InterruptedException {
        thread.shutdownNow();
        if (thread.awaitTermination(EVERY.toSeconds(), TimeUnit.SECONDS)) {
            tryTo(() -> store.gone(name, SILENCE));
        }
    }

    private void trySay() {
        tryTo(this::say);
    }

    private void say() {
        store.seen(name, ProgramVersion.current(), ruleset.get(), startedAt);
    }

    private static void tryTo(Runnable work) {
        try {
            work.run();
        } catch (BookUnavailableException e) {
            LOG.debug("The database is away; the other nodes hear of this one later.");
        } catch (RuntimeException e) {
            LOG.warn("The other nodes could not be told that this one works.", e);
        }
    }
}
