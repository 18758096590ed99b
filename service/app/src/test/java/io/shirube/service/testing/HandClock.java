package io.shirube.service.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands until somebody moves it on. Safe for use by many threads. */
public final class HandClock extends Clock {

    private final AtomicReference<Instant> now;
    private final ZoneId zone;

    public HandClock(Instant now, ZoneId zone) {
        this(new AtomicReference<>(now), zone);
    }

    private HandClock(AtomicReference<Instant> now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    /** Moves it on, and all clocks that were made of it. */
    public void advance(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new HandClock(now, other);
    }

    @Override
    public Instant instant() {
        return Objects.requireNonNull(now.get(), "now");
    }
}
