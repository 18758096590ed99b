package io.shirube.service.db;

import com.fasterxml.jackson.databind.JsonNode;
import io.shirube.service.book.Reading;
import io.shirube.service.book.Told;
import io.shirube.service.db.AccountStatements.ReadingRow;
import io.shirube.service.db.ReadingRoom.Use;
import io.shirube.service.standing.StoredJson;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes the readings that were told of some accounts, inside the transaction that holds them: looks first at what stands, then
 * takes reading by reading, then writes them all. For one thread, once.
 */
final class ReadingWriting {

    private final AccountStatements accounts;
    private final ReadingRoom room;
    private final Retention retention;
    private final Map<Place, JsonNode> standing = new HashMap<>();

    /** Of two for one place the later. */
    private final Map<Place, JsonNode> taken = new LinkedHashMap<>();

    /** Where a reading stands. */
    private record Place(String id, String name, LocalDate at) {}

    /**
     * How long readings are kept.
     *
     * @param oldest the first day from which on all are kept; of those before, the latest that is known today stays
     */
    record Retention(LocalDate oldest, LocalDate today) {}

    ReadingWriting(AccountStatements accounts, ReadingRoom room, Retention retention) {
        this.accounts = accounts;
        this.room = room;
        this.retention = retention;
    }

    /** Looks up what stands where readings were told. */
    void look(List<Told> some) {
        List<Place> places = some.stream()
                .flatMap(one -> one.readings().stream().map(reading -> place(one, reading)))
                .distinct()
                .toList();
        if (!places.isEmpty()) {
            accounts.readings(
                            texts(places, Place::id),
                            texts(places, Place::name),
                            texts(places, place -> place.at().toString()))
                    .forEach(row ->
                            standing.put(new Place(row.id(), row.name(), row.at()), StoredJson.tree(row.value())));
        }
    }

    /** Returns what stands where a reading was told; null for nothing. */
    @Nullable
    JsonNode standing(Told one, Reading reading) {
        return standing.get(place(one, reading));
    }

    /** Returns whether there is room for what was told; if so it is taken. */
    boolean fits(Told one) {
        long readings = 0;
        long bytes = 0;
        for (Reading reading : one.readings()) {
            @Nullable JsonNode before = standing(one, reading);
            readings += before == null ? 1 : 0;
            bytes += length(reading.value()) - (before == null ? 0 : length(before));
        }
        return room.take(
                one.id(),
                new Use(readings, bytes),
                () -> forget(one.readings().stream()
                        .map(reading -> place(one, reading))
                        .toList()));
    }

    /** Returns what readings take that are the first of an account. */
    static Use use(Told one) {
        return new Use(
                one.readings().size(),
                one.readings().stream()
                        .mapToLong(reading -> length(reading.value()))
                        .sum());
    }

    /** Takes readings that fit. */
    void take(Told one) {
        for (Reading reading : one.readings()) {
            standing.put(place(one, reading), reading.value());
            taken.put(place(one, reading), reading.value());
        }
    }

    /** Writes what was taken. */
    void write() {
        if (!taken.isEmpty()) {
            accounts.keep(taken.entrySet().stream()
                    .map(one -> new ReadingRow(
                            one.getKey().id(),
                            one.getKey().name(),
                            one.getKey().at(),
                            one.getValue().toString()))
                    .toList());
            forget(taken.keySet());
        }
    }

    /** Does away with what is older than it is kept, of those signals only that were told. */
    private void forget(Collection<Place> places) {
        List<Place> signals = places.stream()
                .map(place -> new Place(place.id(), place.name(), retention.today()))
                .distinct()
                .toList();
        accounts.forget(texts(signals, Place::id), texts(signals, Place::name), retention.oldest(), retention.today());
    }

    private static Place place(Told one, Reading reading) {
        return new Place(one.id(), reading.signal(), reading.at());
    }

    private static int length(JsonNode value) {
        return value.toString().getBytes(StandardCharsets.UTF_8).length;
    }

    private static String[] texts(List<Place> places, Function<Place, String> text) {
        return places.stream().map(text).toArray(String[]::new);
    }
}
