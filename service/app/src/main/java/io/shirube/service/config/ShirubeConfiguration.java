package io.shirube.service.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.core.Configuration;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/** Everything {@code config.yml} may say beside Dropwizard's own keys {@code server}, {@code logging}, {@code metrics}. */
public final class ShirubeConfiguration extends Configuration {

    @Valid
    @NotNull
    @JsonProperty
    private RulesConfiguration rules = new RulesConfiguration();

    @Valid
    @NotNull
    @JsonProperty
    private ClockConfiguration clock = new ClockConfiguration();

    @Valid
    @NotNull
    @JsonProperty
    private LimitsConfiguration limits = new LimitsConfiguration();

    @Valid
    @NotNull
    @JsonProperty
    private RefereeConfiguration referee = new RefereeConfiguration();

    @Valid
    @NotNull
    @JsonProperty
    private DemoConfiguration demo = new DemoConfiguration();

    @Valid
    @NotNull
    @JsonProperty
    private DatabaseConfiguration database = new DatabaseConfiguration();

    @Valid
    @NotNull
    @JsonProperty
    private DecidingConfiguration deciding = new DecidingConfiguration();

    @Valid
    @NotNull
    @JsonProperty
    private AuthConfiguration auth = new AuthConfiguration();

    @Valid
    @NotNull
    @JsonProperty
    private CapacityConfiguration capacity = new CapacityConfiguration();

    @Valid
    @NotNull
    @JsonProperty
    private WebhooksConfiguration webhooks = new WebhooksConfiguration();

    public ShirubeConfiguration() {
        setServerFactory(new EdgeServerFactory());
    }

    public RulesConfiguration rules() {
        return rules;
    }

    public ClockConfiguration clock() {
        return clock;
    }

    public LimitsConfiguration limits() {
        return limits;
    }

    public RefereeConfiguration referee() {
        return referee;
    }

    public DemoConfiguration demo() {
        return demo;
    }

    public DatabaseConfiguration database() {
        return database;
    }

    public DecidingConfiguration deciding() {
        return deciding;
    }

    public CapacityConfiguration capacity() {
        return capacity;
    }

    public AuthConfiguration auth() {
        return auth;
    }

    public WebhooksConfiguration webhooks() {
        return webhooks;
    }
}
