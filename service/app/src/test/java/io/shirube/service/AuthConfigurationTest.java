package io.shirube.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.shirube.service.config.AuthConfiguration;
import io.shirube.service.config.ShirubeConfiguration;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthConfigurationTest {

    private final GivenConfiguration<AuthConfiguration> given;

    AuthConfigurationTest(@TempDir Path folder) {
        given = new GivenConfiguration<>(folder, "auth", ShirubeConfiguration::auth);
    }

    @Test
    void theShippedConfigurationIsWhatHoldsWithoutIt() throws Exception {
        given.requireShippedAsDefault();
    }

    @Test
    void asksForKeysUnlessToldOtherwise() throws Exception {
        AuthConfiguration auth = given.read("{}");

        assertThat(auth.required()).isTrue();
        assertThat(auth.requestsPerSecond()).isEqualTo(2_000);
        assertThat(auth.burst()).isEqualTo(4_000);
        assertThat(auth.unauthenticatedRequestsPerSecond()).isEqualTo(50);
        assertThat(auth.unauthenticatedBurst()).isEqualTo(200);
        assertThat(auth.rotationOverlap()).isEqualTo(Duration.ofHours(24));
    }

    @Test
    void readsEveryKey() throws Exception {
        AuthConfiguration auth = given.read("auth: {required: false, requestsPerSecond: 1, burst: 2,"
                + " unauthenticatedRequestsPerSecond: 3, unauthenticatedBurst: 4, rotationOverlap: 5m}");

        assertThat(auth.required()).isFalse();
        assertThat(auth.requestsPerSecond()).isEqualTo(1);
        assertThat(auth.burst()).isEqualTo(2);
        assertThat(auth.unauthenticatedRequestsPerSecond()).isEqualTo(3);
        assertThat(auth.unauthenticatedBurst()).isEqualTo(4);
        assertThat(auth.rotationOverlap()).isEqualTo(Duration.ofMinutes(5));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "requestsPerSecond: 0",
                "burst: 0",
                "unauthenticatedRequestsPerSecond: 1000001",
                "unauthenticatedBurst: -1",
                "rotationOverlap: 31d",
                "requestsPerMinute: 5"
            })
    void refusesWhatCannotBe(String entry) throws Exception {
        given.requireRefused(entry);
    }
}
