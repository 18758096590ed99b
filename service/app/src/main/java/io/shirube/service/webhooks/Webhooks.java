package io.shirube.service.webhooks;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What an administrator does with receivers. Safe for use by many threads. */
public final class Webhooks {

    /** How many receivers there may be. */
    public static final int MOST = 50;

    /** How many failed deliveries one transaction makes wait again. */
    private static final int TOGETHER = 1_000;

    private final WebhookStore store;
    private final Courier courier;
    private final Duration overlap;
    private final Clock clock;
    private final Runnable wake;
    private final SecureRandom random = new SecureRandom();

    /**
     * @param overlap how long messages are signed with a replaced secret too unless somebody says otherwise
     * @param clock ticks in microseconds, as the database does; its zone means nothing
     * @param wake says that something may be due
     */
    public Webhooks(WebhookStore store, Courier courier, Duration overlap, Clock clock, Runnable wake) {
        this.store = store;
        this.courier = courier;
        this.overlap = overlap;
        this.clock = clock;
        this.wake = wake;
    }

    /** A receiver with the secret that is shown this once. */
    public record Shown(Webhook.Overview webhook, SigningSecret secret) {}

    /** Returns all receivers, oldest first. */
    public List<Webhook.Overview> list() {
        return store.all(clock.instant());
    }

    public Optional<Webhook.Overview> find(long id) {
        return store.find(id, clock.instant());
    }

    /** Adds a receiver; empty when there are as many as there may be. */
    public Optional<Shown> create(Webhook.Settings settings) {
        if (list().size() >= MOST) {
            return Optional.empty();
        }
        SigningSecret secret = SigningSecret.random(random, clock.instant());
        Webhook webhook = store.add(settings, secret);
        return Optional.of(new Shown(new Webhook.Overview(webhook, 0, 0, null), secret));
    }

    /**
     * Changes a receiver. One that is made active, or gets another address, is tried at once.
     *
     * @param state null leaves it
     * @return empty when there is no such receiver
     */
    public Optional<Webhook.Overview> change(
            long id, UnaryOperator<Webhook.Settings> change, @Nullable WebhookState state) {
        Optional<Webhook.Overview> changed = store.change(id, change, state, clock.instant());
        wake.run();
        return changed;
    }

    /** Removes a receiver and all that was kept for it; returns whether there was one. */
    public boolean remove(long id) {
        boolean removed = store.remove(id);
        wake.run();
        return removed;
    }

    /**
     * Gives a receiver a new secret; messages are signed with the old ones too for the overlap, and not beyond what they were.
     *
     * @param wished the overlap; null for the usual one, zero for none
     * @return empty when there is no such receiver
     */
    public Optional<Shown> rotate(long id, @Nullable Duration wished) {
        Instant now = clock.instant();
        SigningSecret secret = SigningSecret.random(random, now);
        return store.rotate(id, secret, now.plus(wished == null ? overlap : wished))
                .map(webhook -> new Shown(webhook, secret));
    }

    /** Returns what a receiver was and is to be told of, as {@link WebhookStore#deliveries}. */
    public List<Delivery> deliveries(long id, @Nullable DeliveryState state, long before, int most) {
        return store.deliveries(id, state, before, most);
    }

    public Optional<Delivery> delivery(long id, long delivery) {
        return store.delivery(id, delivery);
    }

    /** Sends a delivery again that is over; returns it as it is now, empty when there is none or it waits already. */
    public Optional<Delivery> replay(long id, long delivery) {
        if (!store.replay(id, delivery, clock.instant())) {
            return Optional.empty();
        }
        wake.run();
        return store.delivery(id, delivery);
    }

    /** Sends all deliveries again that failed for good and whose change the feed still tells; returns how many. */
    public int replayDead(long id) {
        int all = 0;
        int found = TOGETHER;
        while (found == TOGETHER) {
            WebhookStore.Replayed some = store.replayDead(id, TOGETHER, clock.instant());
            found = some.found();
            all += some.waiting();
        }
        wake.run();
        return all;
    }

    /** Sends a message that tells nothing, once, whatever state the receiver is in, and waits for the answer. */
    public Answer test(Webhook webhook) {
        Instant now = clock.instant();
        String id = "msg_" + UUID.randomUUID().toString().replace("-", "");
        return courier.send(
                new Message(webhook.settings().url(), id, now, Payload.test(webhook.id(), now), webhook.secrets()));
    }
}
