package io.shirube.engine.decide;

import io.shirube.engine.model.FactType;
import io.shirube.engine.model.Measurement;
import io.shirube.engine.model.Slots;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.SignalType;
import io.shirube.engine.rules.Vocabulary;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads the measurements of signals. The newest counts; of two on one day the one that arrived later. A measurement
 * without a day is of asOf. One older than the signal's staleness makes the signal unknown.
 */
final class SignalFacts {

    private final Map<String, SignalType> types = new TreeMap<>();
    private final int accountSlots;

    SignalFacts(Vocabulary vocabulary) {
        for (SignalType type : vocabulary.signals()) {
            if (type.field().owner() == FactType.SIGNALS) {
                types.put(type.field().name(), type);
            }
        }
        this.accountSlots = vocabulary.slots(FactType.SIGNALS);
    }

    Measured read(Map<String, List<Measurement>> told, Slots slots, SlotWriter writer, Notices notices) {
        Map<String, List<Measurement>> history = new LinkedHashMap<>();
        Map<String, LocalDate> stale = new LinkedHashMap<>();
        told.forEach((name, measurements) -> {
            SignalType type = types.get(name);
            if (type == null) {
                AccountFacts.unknown(notices, "signals.", name, new ArrayList<>(types.keySet()));
                return;
            }
            List<Measurement> past = past(type.field(), measurements, writer, notices);
            check(type, past, writer);
            history.put(name, past);
            if (!past.isEmpty()) {
                newest(type, past.get(past.size() - 1), slots, writer, stale);
            }
        });
        return new Measured(history, stale);
    }

    private static List<Measurement> past(
            Field field, List<Measurement> measurements, SlotWriter writer, Notices notices) {
        List<Measurement> past = new ArrayList<>();
        String path = "signals." + field.name();
        for (Measurement measurement : measurements) {
            LocalDate at = Objects.requireNonNullElse(measurement.at(), writer.asOf());
            if (at.isAfter(writer.asOf())) {
                notices.future(path, "「" + field.labelJa() + "」", at, writer.asOf());
            } else if (writer.sound(at, path + ".at")) {
                past.add(new Measurement(measurement.value(), at));
            }
        }
        past.sort(Comparator.comparing(measurement -> day(measurement, writer.asOf())));
        return past;
    }

    /** Finds what is wrong with older measurements too: they serve {@code previous} and {@code change}. */
    private void check(SignalType type, List<Measurement> past, SlotWriter writer) {
        if (past.size() > 1) {
            Slots scratch = new Slots(accountSlots);
            for (Measurement measurement : past.subList(0, past.size() - 1)) {
                writer.value(scratch, type.field(), measurement.value(), path(type));
            }
        }
    }

    private static void newest(
            SignalType type, Measurement newest, Slots slots, SlotWriter writer, Map<String, LocalDate> stale) {
        LocalDate at = day(newest, writer.asOf());
        Integer limit = type.staleDays();
        writer.value(slots, type.field(), newest.value(), path(type));
        if (limit != null && ChronoUnit.DAYS.between(at, writer.asOf()) > limit) {
            forget(slots, type, writer);
            stale.put(type.field().name(), at);
        }
    }

    private static void forget(Slots slots, SignalType type, SlotWriter writer) {
        if (type.field().type() == io.shirube.engine.rules.ValueType.DATE) {
            writer.day(slots, type.field(), Slots.UNKNOWN, 0);
        } else {
            slots.setUnknown(type.field().slot());
        }
    }

    private static LocalDate day(Measurement measurement, LocalDate otherwise) {
        @Nullable LocalDate at = measurement.at();
        return at == null ? otherwise : at;
    }

    private static String path(SignalType type) {
        return "signals." + type.field().name();
    }
}
