package io.shirube.service.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** The demo book: generated accounts that live in memory while {@code demo} runs. */
public final class DemoConfiguration {

    @Min(1)
    @Max(100_000)
    @JsonProperty
    private int accounts = 300;

    @JsonProperty
    private long seed = 20_260_101;

    public int accounts() {
        return accounts;
    }

    /** Returns what the accounts are drawn from: the same seed and day give the same accounts. */
    public long seed() {
        return seed;
    }
}
