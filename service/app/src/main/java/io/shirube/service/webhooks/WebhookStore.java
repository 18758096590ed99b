package io.shirube.service.webhooks;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Keeps receivers and what became of telling them; every change is durable when its method returns. Methods throw {@link
 * io.shirube.service.book.BookUnavailableException} while the store cannot be reached. Implementations are safe for use by many
 * threads.
 */
public interface WebhookStore {

    /** Adds a receiver, which is told of what changes from now on; it is as old as its secret. */
    Webhook add(Webhook.Settings settings, SigningSecret secret);

    /** Returns all receivers, oldest first. */
    List<Webhook.Overview> all(Instant now);

    Optional<Webhook.Overview> find(long id, Instant now);

    /**
     * Changes a receiver.
     *
     * @param state null leaves it
     */
    Optional<Webhook.Overview> change(
            long id, UnaryOperator<Webhook.Settings> change, @Nullable WebhookState state, Instant now);

    /** Removes a receiver and all that was kept for it; returns whether there was one. */
    boolean remove(long id);

    /**
     * Adds a secret to a receiver.
     *
     * @param until when its other secrets end, unless they do earlier
     */
    Optional<Webhook.Overview> rotate(long id, SigningSecret secret, Instant until);

    /**
     * Returns what a receiver was and is to be told of, the latest first.
     *
     * @param state null for all
     * @param before only those older than this one; {@link Long#MAX_VALUE} for all
     */
    List<Delivery> deliveries(long webhook, @Nullable DeliveryState state, long before, int most);

    /** Returns one of what a receiver was and is to be told of. */
    Optional<Delivery> delivery(long webhook, long id);

    /**
     * Makes a delivery wait that was delivered or failed for good, with all attempts before it, in its account's order.
     *
     * @return whether there was one to make wait
     */
    boolean replay(long webhook, long id, Instant now);

    /**
     * Makes those wait that failed for good, the oldest first.
     *
     * @param most how many at most
     */
    Replayed replayDead(long webhook, int most, Instant now);

    /**
     * What was made to wait again.
     *
     * @param found how many had failed for good; those whose change the feed does not tell any more are deleted
     * @param waiting how many of them wait now
     */
    record Replayed(int found, int waiting) {}
}
