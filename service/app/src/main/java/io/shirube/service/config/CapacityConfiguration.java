package io.shirube.service.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.shirube.engine.indicators.Workload;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import java.util.HashMap;
import java.util.Map;

/** How many hours people have for their accounts. */
public final class CapacityConfiguration {

    @DecimalMin("1")
    @DecimalMax("100")
    @JsonProperty
    private double hoursPerWeek = 40;

    @DecimalMin("0.01")
    @DecimalMax("1")
    @JsonProperty
    private double utilisation = 0.75;

    @DecimalMin("0")
    @DecimalMax("0.99")
    @JsonProperty
    private double adminShare = 0.15;

    @NotNull
    @JsonProperty
    private Map<String, @NotNull @DecimalMin("0") @DecimalMax("100000") Double> people = new HashMap<>();

    /**
     * Returns the hours a week that one person has for accounts: working hours × utilisation × (1 − share of administration),
     * above 0.
     */
    public double productiveHours() {
        return Workload.productiveHours(hoursPerWeek, utilisation, adminShare);
    }

    /** Returns how many full-time people there are, by owner role; a role that is missing is not known. */
    public Map<String, Double> people() {
        return Map.copyOf(people);
    }
}
