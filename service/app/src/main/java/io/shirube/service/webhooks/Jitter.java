package io.shirube.service.webhooks;

import java.time.Duration;

/** Makes waits a little longer, each by another bit, so that what failed together does not come back together. Stateless. */
final class Jitter {

    /** The most by which a wait grows, as a share of itself. */
    private static final double MOST = 0.2;

    private Jitter() {}

    /** @param share of the most, from 0 to 1 */
    static Duration longer(Duration wait, double share) {
        return wait.plusMillis(Math.round(wait.toMillis() * MOST * share));
    }
}
