package io.shirube.service.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.util.DataSize;
import io.dropwizard.util.DataSizeUnit;
import io.dropwizard.validation.MaxDataSize;
import io.dropwizard.validation.MinDataSize;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/** How much of a body is read before it is refused with 413. */
public final class LimitsConfiguration {

    @NotNull
    @MinDataSize(value = 1, unit = DataSizeUnit.KIBIBYTES)
    @MaxDataSize(value = 64, unit = DataSizeUnit.MEBIBYTES)
    @JsonProperty
    private DataSize body = DataSize.mebibytes(1);

    @NotNull
    @MinDataSize(value = 1, unit = DataSizeUnit.KIBIBYTES)
    @MaxDataSize(value = 1, unit = DataSizeUnit.GIBIBYTES)
    @JsonProperty
    private DataSize bulk = DataSize.mebibytes(10);

    @NotNull
    @MinDataSize(value = 1, unit = DataSizeUnit.KIBIBYTES)
    @MaxDataSize(value = 64, unit = DataSizeUnit.MEBIBYTES)
    @JsonProperty
    private DataSize line = DataSize.mebibytes(1);

    @NotNull
    @MinDataSize(value = 1, unit = DataSizeUnit.BYTES)
    @MaxDataSize(value = 1, unit = DataSizeUnit.MEBIBYTES)
    @JsonProperty
    private DataSize minRequestDataPerSecond = DataSize.kibibytes(1);

    @Min(1)
    @Max(1_000)
    @JsonProperty
    private int batches = 64;

    /** Returns the most bytes of a body that is one account. */
    public int bodyBytes() {
        return Math.toIntExact(body.toBytes());
    }

    /** Returns the most bytes of a body of many lines. */
    public long bulkBytes() {
        return bulk.toBytes();
    }

    /** Returns the most bytes of one line of such a body. */
    public int lineBytes() {
        return Math.toIntExact(line.toBytes());
    }

    /** Returns how many bytes of a body that is one account must come each second. */
    public long minRequestDataPerSecond() {
        return minRequestDataPerSecond.toBytes();
    }

    /** Returns how many bodies of many lines are answered at once. */
    public int batches() {
        return batches;
    }
}
