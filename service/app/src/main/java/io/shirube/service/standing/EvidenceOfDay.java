package io.shirube.service.standing;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.shirube.engine.model.AccountSnapshot.Evidence;
import java.time.LocalDate;
import java.util.Map;

/**
 * What came of actions until a day began, counted once a day, so that all decisions of a day rest on the same. Safe for use
 * by many threads; who asks for a day waits for nobody who counts for another.
 */
public final class EvidenceOfDay {

    /** Today, and some days that somebody asks about. */
    private static final int DAYS = 32;

    private final LoadingCache<LocalDate, Map<String, Map<String, Evidence>>> byDay;

    public EvidenceOfDay(EvidenceSource source) {
        this.byDay = Caffeine.newBuilder().maximumSize(DAYS).build(source::until);
    }

    /** Returns evidence by type for accounts of a touch; empty without any. */
    Map<String, Evidence> of(String touch, LocalDate day) {
        return byDay.get(day).getOrDefault(touch, Map.of());
    }
}
