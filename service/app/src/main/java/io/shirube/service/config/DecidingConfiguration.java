package io.shirube.service.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.util.DataSize;
import io.dropwizard.util.Duration;
import io.dropwizard.validation.MinDataSize;
import io.dropwizard.validation.MinDuration;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** How accounts that are kept are decided on in the background. */
public final class DecidingConfiguration {

    @Min(1)
    @Max(64)
    @JsonProperty
    private int threads = 1;

    @NotNull
    @MinDuration(value = 50, unit = TimeUnit.MILLISECONDS)
    @JsonProperty
    private Duration pollInterval = Duration.seconds(1);

    @NotNull
    @MinDataSize(0)
    @JsonProperty
    private DataSize cache = DataSize.mebibytes(64);

    @Min(1)
    @Max(1_000_000)
    @JsonProperty
    private int rolloutPerSecond = 500;

    @NotNull
    @JsonProperty
    private Map<String, @NotNull @Min(1) @Max(1_000_000) Integer> openActions = new HashMap<>();

    /** Returns how many accounts a second new rules are tried on, and then handed over to be decided on, at most. */
    public int rolloutPerSecond() {
        return rolloutPerSecond;
    }

    /** Returns how many actions may be open at once, by owner role; without a limit a role is missing. */
    public Map<String, Integer> openActions() {
        return Map.copyOf(openActions);
    }

    /** Returns how many accounts are decided on at the same time. */
    public int threads() {
        return threads;
    }

    /** Returns how long work that another node took in may wait until this one looks for it. */
    public java.time.Duration pollInterval() {
        return pollInterval.toJavaDuration();
    }

    /** Returns how many bytes of decisions are kept in memory as they were written. */
    public long cacheBytes() {
        return cache.toBytes();
    }
}
