package io.shirube.service.operations;

import com.codahale.metrics.MetricRegistry;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.instrumentation.dropwizard.DropwizardExports;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.shirube.service.rulesets.RefereeTotals;
import io.shirube.service.rulesets.RulesStatus;
import java.util.function.Supplier;

/** Registers what operators watch beside decisions: how the rules stand, and the server's own metrics. */
public final class Metrics {

    private Metrics() {}

    public static void register(PrometheusRegistry registry, MetricRegistry server, Supplier<RulesStatus> status) {
        GaugeWithCallback.builder()
                .name("shirube_rules_ready")
                .help("1 when there are rules to decide with.")
                .callback(gauge -> gauge.call(status.get().ready() ? 1 : 0))
                .register(registry);
        GaugeWithCallback.builder()
                .name("shirube_rules_broken")
                .help("1 when the rule folder's last edit is not used.")
                .callback(gauge -> gauge.call(status.get().broken() == null ? 0 : 1))
                .register(registry);
        // because a timer gives "x.total" besides "x", and both would become the same name
        DropwizardExports.builder()
                .dropwizardRegistry(server)
                .metricFilter((name, metric) -> !name.endsWith(".total"))
                .register(registry);
    }

    /** Registers how often the executors of the rules differed. */
    public static void registerReferee(PrometheusRegistry registry, RefereeTotals totals) {
        CounterWithCallback.builder()
                .name("shirube_referee_comparisons_total")
                .help("Phases of decisions in which evaluator and Drools were compared.")
                .callback(counter -> counter.call((double) totals.comparisons()))
                .register(registry);
        CounterWithCallback.builder()
                .name("shirube_referee_differences_total")
                .help("Phases of decisions in which evaluator and Drools fired different sets.")
                .callback(counter -> counter.call((double) totals.differences()))
                .register(registry);
    }
}
