package io.shirube.service.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;

/** How often the two executors of a rule are compared while deciding; they always are when rules load. */
public final class RefereeConfiguration {

    /** On which decisions they are compared. */
    public enum Mode {
        /** On every decision. */
        ALWAYS,
        /** On one account in a hundred, always the same ones. */
        SAMPLED,
        /** On none. */
        OFF
    }

    @NotNull
    @JsonProperty
    private Mode mode = Mode.ALWAYS;

    public Mode mode() {
        return mode;
    }
}
