package io.shirube.service.webhooks;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.shirube.service.book.BookUnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.util.function.ToDoubleFunction;

/** What operators watch of telling receivers. Safe for use by many threads. */
public final class DeliveryCounts {

    private static final double MILLIS = 1_000;

    private final Counter attempts;
    private final Counter dead;

    public DeliveryCounts(PrometheusRegistry registry) {
        this.attempts = Counter.builder()
                .name("shirube_webhook_attempts_total")
                .help("Changes sent to receivers, by what came of it: delivered or failed.")
                .labelNames("outcome")
                .register(registry);
        this.dead = Counter.builder()
                .name("shirube_webhook_dead_total")
                .help("Deliveries that failed for good.")
                .register(registry);
        attempts.initLabelValues("delivered");
        attempts.initLabelValues("failed");
    }

    /** Registers what waits, as every reading of the figures finds it. */
    public static void register(PrometheusRegistry registry, Outbox outbox, Clock clock) {
        gauge(registry, outbox, "shirube_webhook_backlog", "Deliveries that wait.", Outbox.Backlog::waiting);
        gauge(
                registry,
                outbox,
                "shirube_webhook_dead_letters",
                "Deliveries that failed for good and are kept.",
                Outbox.Backlog::dead);
        gauge(
                registry,
                outbox,
                "shirube_webhook_oldest_seconds",
                "Age of the oldest change that waits for a receiver.",
                backlog -> {
                    return backlog.oldest() == null
                            ? 0
                            : Duration.between(backlog.oldest(), clock.instant())
                                            .toMillis()
                                    / MILLIS;
                });
    }

    private static void gauge(
            PrometheusRegistry registry,
            Outbox outbox,
            String name,
            String help,
            ToDoubleFunction<Outbox.Backlog> figure) {
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .callback(gauge -> gauge.call(figure(outbox, figure)))
                .register(registry);
    }

    /** Unknown while the database is away: that must not hide all other figures. */
    private static double figure(Outbox outbox, ToDoubleFunction<Outbox.Backlog> figure) {
        try {
            return figure.applyAsDouble(outbox.backlog());
        } catch (BookUnavailableException e) {
            return Double.NaN;
        }
    }

    void count(Attempt attempt) {
        attempts.labelValues(attempt.answer().delivered() ? "delivered" : "failed")
                .inc();
        if (attempt.state() == DeliveryState.DEAD) {
            dead.inc();
        }
    }
}
