package io.shirube.service.webhooks;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An attempt to deliver, and what follows from it.
 *
 * @param attempts how many there were with this one; one that finds the receiver gone is not counted
 * @param nextAt when the next is due; null when there is none
 * @param jitter from 0 to 1
 */
public record Attempt(
        Instant at,
        Answer answer,
        int attempts,
        DeliveryState state,
        @Nullable Instant nextAt,
        double jitter) {

    /** No receiver's slip stops telling it for longer, and asking once an hour harms nobody. */
    private static final Duration LONGEST_RETRY_AFTER = Duration.ofHours(1);

    /**
     * @param before how many attempts there were before
     * @param jitter from 0 to 1
     */
    static Attempt of(Instant at, Answer answer, int before, double jitter) {
        if (answer.delivered()) {
            return new Attempt(at, answer, before + 1, DeliveryState.DELIVERED, null, jitter);
        }
        if (answer.gone()) {
            return new Attempt(at, answer, before, DeliveryState.WAITING, at, jitter);
        }
        Optional<Duration> wait = RetrySchedule.after(before + 1, jitter);
        if (wait.isEmpty()) {
            return new Attempt(at, answer, before + 1, DeliveryState.DEAD, null, jitter);
        }
        Duration asked = retryAfter(answer).orElse(Duration.ZERO);
        Instant nextAt = at.plus(asked.compareTo(wait.get()) > 0 ? asked : wait.get());
        return new Attempt(at, answer, before + 1, DeliveryState.WAITING, nextAt, jitter);
    }

    private static Optional<Duration> retryAfter(Answer answer) {
        return Optional.ofNullable(answer.retryAfter())
                .map(asked -> asked.compareTo(LONGEST_RETRY_AFTER) > 0 ? LONGEST_RETRY_AFTER : asked);
    }

    /** Returns whether the receiver is to be told nothing any more. */
    public boolean gone() {
        return answer.gone();
    }

    /** Returns how the receiver does after an attempt that failed. */
    public Health after(Health before) {
        return before.failed(at, retryAfter(answer).orElse(null), jitter);
    }
}
