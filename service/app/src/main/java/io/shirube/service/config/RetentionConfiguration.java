package io.shirube.service.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.util.Duration;
import io.dropwizard.validation.MaxDuration;
import io.dropwizard.validation.MinDuration;
import jakarta.validation.constraints.NotNull;
import java.util.concurrent.TimeUnit;

/** How long things are kept. */
public final class RetentionConfiguration {

    @NotNull
    @MinDuration(value = 1, unit = TimeUnit.DAYS)
    @MaxDuration(value = 36_500, unit = TimeUnit.DAYS)
    @JsonProperty
    private Duration changes = Duration.days(90);

    @NotNull
    @MinDuration(value = 1, unit = TimeUnit.DAYS)
    @MaxDuration(value = 36_500, unit = TimeUnit.DAYS)
    @JsonProperty
    private Duration decisions = Duration.days(730);

    @NotNull
    @MinDuration(value = 1, unit = TimeUnit.DAYS)
    @MaxDuration(value = 36_500, unit = TimeUnit.DAYS)
    @JsonProperty
    private Duration actions = Duration.days(1095);

    @NotNull
    @MinDuration(value = 1, unit = TimeUnit.DAYS)
    @MaxDuration(value = 36_500, unit = TimeUnit.DAYS)
    @JsonProperty
    private Duration readings = Duration.days(730);

    @NotNull
    @MinDuration(value = 1, unit = TimeUnit.DAYS)
    @MaxDuration(value = 36_500, unit = TimeUnit.DAYS)
    @JsonProperty
    private Duration audit = Duration.days(730);

    /** Returns for how many days the feed tells a change, at least 1. */
    public long changeDays() {
        return changes.toDays();
    }

    /** Returns for how many days decisions are kept, at least 1; the latest of an account stays whatever its age. */
    public long decisionDays() {
        return decisions.toDays();
    }

    /** Returns for how many days an action is kept after it was closed, at least 1. */
    public long actionDays() {
        return actions.toDays();
    }

    /** Returns for how many days readings are kept, at least 1; the latest of each signal stays whatever its age. */
    public long readingDays() {
        return readings.toDays();
    }

    /** Returns for how many days it is known who wrote what, at least 1. */
    public long auditDays() {
        return audit.toDays();
    }
}
