package io.shirube.service.webhooks;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.shirube.service.operations.DatabaseGauges;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

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
        registry.register(new DatabaseGauges<>(
                outbox::backlog,
                List.of(
                        new DatabaseGauges.Gauge<>(
                                "shirube_webhook_backlog", "Deliveries that wait.", Outbox.Backlog::waiting),
                        new DatabaseGauges.Gauge<>(
                                "shirube_webhook_dead_letters",
                                "Deliveries that failed for good and are kept.",
                                Outbox.Backlog::dead),
                        new DatabaseGauges.Gauge<>(
                                "shirube_webhook_oldest_seconds",
                                "Age of the oldest change that waits for a receiver.",
                                backlog -> seconds(backlog, clock)))));
    }

    private static double seconds(Outbox.Backlog backlog, Clock clock) {
        return backlog.oldest() == null
                ? 0
                : Duration.between(backlog.oldest(), clock.instant()).toMillis() / MILLIS;
    }

    void count(Attempt attempt) {
        attempts.labelValues(attempt.answer().delivered() ? "delivered" : "failed")
                .inc();
        if (attempt.state() == DeliveryState.DEAD) {
            dead.inc();
        }
    }
}
