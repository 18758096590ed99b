package io.shirube.service.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.util.Duration;
import io.dropwizard.validation.MaxDuration;
import io.dropwizard.validation.MinDuration;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Where rules come from and how closely their folder is watched. */
public final class RulesConfiguration {

    @NotBlank
    @JsonProperty
    private String folder = "rules";

    @NotNull
    @MinDuration(value = 50, unit = TimeUnit.MILLISECONDS)
    @MaxDuration(value = 1, unit = TimeUnit.HOURS)
    @JsonProperty
    private Duration watchInterval = Duration.milliseconds(500);

    @NotNull
    @MinDuration(value = 0, unit = TimeUnit.MILLISECONDS)
    @MaxDuration(value = 10, unit = TimeUnit.SECONDS)
    @JsonProperty
    private Duration settleTime = Duration.milliseconds(150);

    @Min(0)
    @Max(1_000_000)
    @JsonProperty
    private int warmUpDecisions = 3_000;

    @NotNull
    @MinDuration(value = 0, unit = TimeUnit.SECONDS)
    @MaxDuration(value = 10, unit = TimeUnit.MINUTES)
    @JsonProperty
    private Duration warmUpTime = Duration.seconds(1);

    @Min(0)
    @Max(100)
    @JsonProperty
    private int rehearsals = 10;

    /** Returns the folder of rules; a relative one starts at {@code base}, the folder of the configuration file. */
    public Path folder(Path base) {
        return base.resolve(folder).normalize();
    }

    /** Returns how long a change may stay unseen when the file system reports none. */
    public java.time.Duration watchInterval() {
        return watchInterval.toJavaDuration();
    }

    /** Returns how long the folder must stay unchanged before it is read. */
    public java.time.Duration settleTime() {
        return settleTime.toJavaDuration();
    }

    /** Returns how many decisions are made before the service says it is ready. */
    public int warmUpDecisions() {
        return warmUpDecisions;
    }

    /** Returns how long those may take. */
    public java.time.Duration warmUpTime() {
        return warmUpTime.toJavaDuration();
    }

    /** Returns how often an edit is rehearsed after the start. */
    public int rehearsals() {
        return rehearsals;
    }
}
