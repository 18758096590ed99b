package io.shirube.service.webhooks;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** When a message is sent again that did not come through: the schedule of the Standard Webhooks specification. Stateless. */
final class RetrySchedule {

    /** How long to wait after the first failure, the second and so on; ten attempts within 75 hours and 35 minutes. */
    private static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));

    private RetrySchedule() {}

    /**
     * Returns how long to wait for the next attempt; empty when there is none.
     *
     * @param failed how many attempts failed, from 1
     * @param jitter from 0 to 1
     */
    static Optional<Duration> after(int failed, double jitter) {
        return failed > WAITS.size() ? Optional.empty() : Optional.of(Jitter.longer(WAITS.get(failed - 1), jitter));
    }
}
