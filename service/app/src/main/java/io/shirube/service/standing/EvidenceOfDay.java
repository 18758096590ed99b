package io.shirube.service.standing;

import io.shirube.engine.model.AccountSnapshot.Evidence;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of actions until a day began, counted once a day, so that all decisions of a day rest on the same. Safe for use
 * by many threads.
 */
public final class EvidenceOfDay {

    private final EvidenceSource source;
    private volatile @Nullable Counted counted;

    public EvidenceOfDay(EvidenceSource source) {
        this.source = source;
    }

    private record Counted(LocalDate day, Map<String, Map<String, Evidence>> byTouch) {}

    /** Returns evidence by type for accounts of a touch; empty without any. */
    Map<String, Evidence> of(String touch, LocalDate day) {
        Counted now = counted;
        if (now == null || !now.day().equals(day)) {
            now = count(day);
        }
        return now.byTouch().getOrDefault(touch, Map.of());
    }

    private synchronized Counted count(LocalDate day) {
        Counted other = counted;
        if (other != null && other.day().equals(day)) {
            return other;
        }
        Counted fresh = new Counted(day, source.until(day));
        counted = fresh;
        return fresh;
    }
}
