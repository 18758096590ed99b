package io.shirube.engine.decide;

import io.shirube.engine.evaluate.History;
import io.shirube.engine.model.FactType;
import io.shirube.engine.model.Measurement;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.SignalType;
import io.shirube.engine.rules.Vocabulary;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Looks up what signals were on earlier days, as the measurements of one snapshot tell. */
final class MeasuredHistory implements History {

    private final Measured measured;
    private final LocalDate asOf;
    private final Map<String, Integer> staleDays;
    private final WorkingDays workingDays;

    /** @param staleDays age in days up to which a measurement is believed, by signal; none for ever */
    MeasuredHistory(Measured measured, Map<String, Integer> staleDays, WorkingDays workingDays, LocalDate asOf) {
        this.workingDays = workingDays;
        this.measured = measured;
        this.staleDays = staleDays;
        this.asOf = asOf;
    }

    static Map<String, Integer> staleDays(Vocabulary vocabulary) {
        Map<String, Integer> staleDays = new HashMap<>();
        for (SignalType type : vocabulary.signals()) {
            Integer limit = type.staleDays();
            if (type.field().owner() == FactType.SIGNALS && limit != null) {
                staleDays.put(type.field().name(), limit);
            }
        }
        return staleDays;
    }

    @Override
    public OptionalDouble average(Field signal, int days) {
        LocalDate before = asOf.minusDays(days);
        return measured.history().getOrDefault(signal.name(), List.of()).stream()
                .filter(reading -> reading.at() != null
                        && reading.at().isAfter(before)
                        && !reading.at().isAfter(asOf)
                        && reading.value() instanceof Double)
                .mapToDouble(reading -> (Double) reading.value())
                .average();
    }

    @Override
    public int workingDays(int from, int to) {
        return workingDays.between(asOf.minusDays(from), asOf.minusDays(to));
    }

    @Override
    public OptionalDouble valueAt(Field signal, int daysAgo) {
        LocalDate day = asOf.minusDays(daysAgo);
        List<Measurement> past = measured.history().getOrDefault(signal.name(), List.of());
        for (int i = past.size() - 1; i >= 0; i--) {
            LocalDate at = past.get(i).at();
            if (at != null && !at.isAfter(day)) {
                Integer limit = staleDays.get(signal.name());
                boolean believed = limit == null || ChronoUnit.DAYS.between(at, day) <= limit;
                return believed && past.get(i).value() instanceof Double number
                        ? OptionalDouble.of(number)
                        : OptionalDouble.empty();
            }
        }
        return OptionalDouble.empty();
    }
}
