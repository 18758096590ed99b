package io.shirube.bench.twin;

import org.jspecify.annotations.Nullable;

/** A person at the customer's as the twin reads it: null and NaN are values nobody told. */
public final class TwinContact {

    public @Nullable Role role;
    public @Nullable Boolean ratingAnswered;
    public double ratingValue = Double.NaN;
    public double ratingDaysAgo = Double.NaN;
    public double lastContactDaysAgo = Double.NaN;

    /** What a person is to the account. */
    public enum Role {
        CHAMPION,
        SPONSOR,
        DECISION_MAKER,
        EXECUTIVE,
        ADMIN,
        FIELD_MANAGER,
        FIELD,
        PROMOTER,
        USER,
        OTHER
    }
}
