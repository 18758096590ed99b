package io.shirube.service.webhooks;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is to be sent. Each delivery is held by one sender at a time, on this node or another, and of one account and receiver only
 * the oldest that waits is ever held; a hold ends by itself. Methods throw {@link
 * io.shirube.service.book.BookUnavailableException} while the store cannot be reached. Safe for use by many threads.
 */
public interface Outbox {

    /** Returns the receivers that are active. */
    List<Webhook> active(Instant now);

    /**
     * Makes deliveries of what was published since the last time, unless another node does so now.
     *
     * @param most how many changes at most
     * @return how many changes there were
     */
    int handOut(long webhook, int most, Instant now);

    /**
     * Holds what is due for a receiver; of one that is tried with one message at a time, one at most on all nodes.
     *
     * @param until when the hold ends by itself
     */
    List<Due> claim(Webhook webhook, int most, Instant now, Instant until);

    /**
     * Keeps what came of an attempt and ends the hold.
     *
     * @param until until when to hold the account's next delivery, if this one needs no other attempt; null not to
     * @return the account's next delivery, when it is held
     */
    Optional<Due> settle(Due due, Attempt attempt, @Nullable Instant until);

    /** Deletes some of what was kept for receivers that were removed. */
    void sweep(int most);

    /**
     * What waits.
     *
     * @param oldest when the oldest change happened that waits; null when none does
     */
    record Backlog(long waiting, long dead, @Nullable Instant oldest) {}

    Backlog backlog();
}
