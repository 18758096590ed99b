package io.shirube.service.config;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.validation.ValidationMethod;
import jakarta.validation.constraints.NotBlank;
import java.time.DateTimeException;
import java.time.ZoneId;

/** In which time zone the book's days begin and end. */
public final class ClockConfiguration {

    @NotBlank
    @JsonProperty
    private String zone = "Asia/Tokyo";

    /** Returns the zone in which a moment becomes a day. */
    public ZoneId zone() {
        return ZoneId.of(zone);
    }

    @JsonIgnore
    @ValidationMethod(message = "zone must be a time zone such as Asia/Tokyo / zone は Asia/Tokyo のような時間帯名にしてください")
    boolean isZoneKnown() {
        try {
            return !zone().getId().isEmpty();
        } catch (DateTimeException unknown) {
            return false;
        }
    }
}
