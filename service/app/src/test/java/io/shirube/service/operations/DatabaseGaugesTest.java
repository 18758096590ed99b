package io.shirube.service.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.shirube.service.book.BookUnavailableException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Figures of the database as somebody reads them. */
class DatabaseGaugesTest {

    private final AtomicInteger asked = new AtomicInteger();

    /** What was counted. */
    private record Counted(long waiting, long dead) {}

    @Test
    void oneQuestionAnswersAllFiguresOfAReading() {
        PrometheusRegistry registry = registry(() -> new Counted(3, asked.incrementAndGet()));

        assertThat(read(registry)).containsExactly(Map.entry("dead", 1.0), Map.entry("waiting", 3.0));
        assertThat(read(registry)).containsExactly(Map.entry("dead", 2.0), Map.entry("waiting", 3.0));
        assertThat(asked).hasValue(2);
    }

    @Test
    void whileTheDatabaseIsAwayFiguresAreUnknownAndHideNoOthers() {
        PrometheusRegistry registry = registry(() -> {
            throw new BookUnavailableException(new SQLException("away"));
        });
        registry.register(new DatabaseGauges<>(
                () -> 1L, List.of(new DatabaseGauges.Gauge<>("other", "What is there.", Long::doubleValue))));

        assertThat(read(registry))
                .containsExactly(
                        Map.entry("dead", Double.NaN), Map.entry("other", 1.0), Map.entry("waiting", Double.NaN));
    }

    private static PrometheusRegistry registry(Supplier<Counted> question) {
        PrometheusRegistry registry = new PrometheusRegistry();
        registry.register(new DatabaseGauges<>(
                question,
                List.of(
                        new DatabaseGauges.Gauge<>("waiting", "What waits.", Counted::waiting),
                        new DatabaseGauges.Gauge<>("dead", "What failed.", Counted::dead))));
        return registry;
    }

    private static Map<String, Double> read(PrometheusRegistry registry) {
        Map<String, Double> figures = new TreeMap<>();
        for (MetricSnapshot figure : registry.scrape()) {
            figures.put(
                    figure.getMetadata().getName(),
                    ((GaugeSnapshot) figure).getDataPoints().get(0).getValue());
        }
        return figures;
    }
}
