package io.shirube.engine.whatif;

import io.shirube.engine.model.AccountSnapshot;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is asked about one account.
 *
 * @param goals what to reach or avoid; none, and no changes: every neighbouring outcome
 * @param changes the caller's own values by input: a {@code Double}, {@code Boolean}, {@code String}, list of texts, or null
 *     to make it unknown
 * @param most decisions that may be made, from 1
 */
public record WhatIfRequest(
        AccountSnapshot account, LocalDate asOf, List<Goal> goals, Map<String, @Nullable Object> changes, int most) {

    /** Enough for every account of the shipped rules that was tried. */
    public static final int USUAL_MOST = 50_000;

    public WhatIfRequest {
        goals = List.copyOf(goals);
        changes = Collections.unmodifiableMap(new LinkedHashMap<>(changes));
        if (most < 1) {
            throw new IllegalArgumentException("most: from 1, was " + most);
        }
    }

    boolean asksForAll() {
        return goals.isEmpty() && changes.isEmpty();
    }
}
