package io.shirube.service.decisions;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.shirube.engine.model.Decision;

/** Counts what the service decides. Safe for use by many threads. */
public final class DecisionMetrics {

    private final Counter decisions;
    private final Counter refused;
    private final Counter problems;
    private final Histogram seconds;

    public DecisionMetrics(PrometheusRegistry registry) {
        this.decisions = Counter.builder()
                .name("shirube_decisions_total")
                .help("Accounts decided, by touch.")
                .labelNames("touch")
                .register(registry);
        this.refused = Counter.builder()
                .name("shirube_accounts_refused_total")
                .help("Accounts whose values could not be decided on.")
                .register(registry);
        this.problems = Counter.builder()
                .name("shirube_decision_problems_total")
                .help("Failures of a rule or of the engine inside decisions, by code.")
                .labelNames("code")
                .register(registry);
        this.seconds = Histogram.builder()
                .name("shirube_decision_seconds")
                .help("Seconds from a read account to its decision.")
                .classicUpperBounds(0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.05, 0.25, 1)
                .classicOnly()
                .register(registry);
    }

    void decided(Decision decision, long nanos) {
        decisions.labelValues(decision.segment().touch()).inc();
        decision.problems()
                .forEach(problem -> problems.labelValues(problem.code()).inc());
        seconds.observe(nanos / 1e9);
    }

    void refused() {
        refused.inc();
    }
}
