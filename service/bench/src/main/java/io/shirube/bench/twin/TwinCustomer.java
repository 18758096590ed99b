package io.shirube.bench.twin;

import org.jspecify.annotations.Nullable;

/**
 * What the tables ask of an account.
 *
 * @param employees NaN when nobody told; likewise the yearly contract value in yen
 */
public record TwinCustomer(
        @Nullable String industry, @Nullable Stage stage, double employees, double arr) {

    /** Where the account stands in its life. */
    public enum Stage {
        ORDER,
        CONTRACT,
        ONBOARDING,
        ADOPTION,
        RENEWAL,
        LAPSED
    }
}
