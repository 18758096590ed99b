package io.shirube.service.operations;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.shirube.service.book.BookUnavailableException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/**
 * Figures that the database knows, all from one question for every time they are read. While it is away they are NaN: that must not
 * hide all other figures. Safe for use by many threads.
 */
public final class DatabaseGauges<T> implements MultiCollector {

    private final Supplier<T> question;
    private final List<Gauge<T>> gauges;

    /** @param question throws {@link BookUnavailableException} while the database is away */
    public DatabaseGauges(Supplier<T> question, List<Gauge<T>> gauges) {
        this.question = question;
        this.gauges = List.copyOf(gauges);
    }

    /** One figure of the answer. */
    public record Gauge<T>(String name, String help, ToDoubleFunction<T> figure) {}

    @Override
    public MetricSnapshots collect() {
        Optional<T> answer = answer();
        MetricSnapshots.Builder figures = MetricSnapshots.builder();
        for (Gauge<T> gauge : gauges) {
            double value = answer.map(gauge.figure()::applyAsDouble).orElse(Double.NaN);
            figures.metricSnapshot(GaugeSnapshot.builder()
                    .name(gauge.name())
                    .help(gauge.help())
                    .dataPoint(GaugeDataPointSnapshot.builder().value(value).build())
                    .build());
        }
        return figures.build();
    }

    private Optional<T> answer() {
        try {
            return Optional.of(question.get());
        } catch (BookUnavailableException e) {
            return Optional.empty();
        }
    }

    @Override
    public List<String> getPrometheusNames() {
        return gauges.stream().map(Gauge::name).toList();
    }
}
