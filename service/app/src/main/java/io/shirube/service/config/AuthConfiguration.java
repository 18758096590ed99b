package io.shirube.service.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.util.Duration;
import io.dropwizard.validation.MaxDuration;
import io.dropwizard.validation.MinDuration;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.concurrent.TimeUnit;

/** Who may call, and how often. */
public final class AuthConfiguration {

    private static final int MOST = 1_000_000;

    @JsonProperty
    private boolean required = true;

    @Min(1)
    @Max(MOST)
    @JsonProperty
    private int requestsPerSecond = 2_000;

    @Min(1)
    @Max(MOST)
    @JsonProperty
    private int burst = 4_000;

    @Min(1)
    @Max(MOST)
    @JsonProperty
    private int unauthenticatedRequestsPerSecond = 50;

    @Min(1)
    @Max(MOST)
    @JsonProperty
    private int unauthenticatedBurst = 200;

    @NotNull
    @MinDuration(value = 0, unit = TimeUnit.SECONDS)
    @MaxDuration(value = 30, unit = TimeUnit.DAYS)
    @JsonProperty
    private Duration rotationOverlap = Duration.hours(24);

    /** Returns whether who shows no key is turned away; else he may do everything. */
    public boolean required() {
        return required;
    }

    /** Returns how many requests each second a key may make in the long run. */
    public int requestsPerSecond() {
        return requestsPerSecond;
    }

    /** Returns how many requests a key that was quiet may make at once. */
    public int burst() {
        return burst;
    }

    /** Returns how many requests without a known key each second are answered to one address. */
    public int unauthenticatedRequestsPerSecond() {
        return unauthenticatedRequestsPerSecond;
    }

    /** Returns how many of those are answered at once. */
    public int unauthenticatedBurst() {
        return unauthenticatedBurst;
    }

    /** Returns how long a key's old secret counts beside its new one. */
    public java.time.Duration rotationOverlap() {
        return rotationOverlap.toJavaDuration();
    }
}
