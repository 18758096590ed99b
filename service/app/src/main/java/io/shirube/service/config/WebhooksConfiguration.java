package io.shirube.service.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.util.Duration;
import io.dropwizard.validation.MaxDuration;
import io.dropwizard.validation.MinDuration;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** How receivers are told of changes. */
public final class WebhooksConfiguration {

    @JsonProperty
    private boolean enabled = true;

    @NotNull
    @JsonProperty
    private List<@NotNull Network> allowedNetworks = List.of();

    @JsonProperty
    private boolean allowHttp = false;

    @Min(1)
    @Max(64)
    @JsonProperty
    private int concurrency = 4;

    @NotNull
    @MinDuration(value = 100, unit = TimeUnit.MILLISECONDS)
    @MaxDuration(value = 1, unit = TimeUnit.MINUTES)
    @JsonProperty
    private Duration connectTimeout = Duration.seconds(5);

    @NotNull
    @MinDuration(value = 100, unit = TimeUnit.MILLISECONDS)
    @MaxDuration(value = 5, unit = TimeUnit.MINUTES)
    @JsonProperty
    private Duration requestTimeout = Duration.seconds(20);

    @NotNull
    @MinDuration(value = 50, unit = TimeUnit.MILLISECONDS)
    @JsonProperty
    private Duration pollInterval = Duration.seconds(1);

    @NotNull
    @MinDuration(value = 0, unit = TimeUnit.SECONDS)
    @MaxDuration(value = 30, unit = TimeUnit.DAYS)
    @JsonProperty
    private Duration rotationOverlap = Duration.hours(24);

    /** Returns whether this node tells receivers anything by itself. */
    public boolean enabled() {
        return enabled;
    }

    /** Returns the networks that receivers may be in although they are not public. */
    public List<Network> allowedNetworks() {
        return List.copyOf(allowedNetworks);
    }

    /** Returns whether receivers may be told without TLS. */
    public boolean allowHttp() {
        return allowHttp;
    }

    /** Returns how many requests one receiver gets at the same time. */
    public int concurrency() {
        return concurrency;
    }

    /** Returns how long a receiver may take to answer the door. */
    public java.time.Duration connectTimeout() {
        return connectTimeout.toJavaDuration();
    }

    /** Returns how long a whole request may take, from looking up the name to the last byte of the answer. */
    public java.time.Duration requestTimeout() {
        return requestTimeout.toJavaDuration();
    }

    /** Returns how long a change may wait until this node looks for it. */
    public java.time.Duration pollInterval() {
        return pollInterval.toJavaDuration();
    }

    /** Returns how long requests are signed with a replaced secret too. */
    public java.time.Duration rotationOverlap() {
        return rotationOverlap.toJavaDuration();
    }
}
