package io.shirube.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.shirube.service.config.ShirubeConfiguration;
import io.shirube.service.config.WebhooksConfiguration;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhooksConfigurationTest {

    private final GivenConfiguration<WebhooksConfiguration> given;

    WebhooksConfigurationTest(@TempDir Path folder) {
        given = new GivenConfiguration<>(folder, "webhooks", ShirubeConfiguration::webhooks);
    }

    @Test
    void theShippedConfigurationIsWhatHoldsWithoutIt() throws Exception {
        given.requireShippedAsDefault();
    }

    @Test
    void tellsOnlyPublicReceiversByTlsUnlessToldOtherwise() throws Exception {
        WebhooksConfiguration webhooks = given.read("{}");

        assertThat(webhooks.enabled()).isTrue();
        assertThat(webhooks.allowedNetworks()).isEmpty();
        assertThat(webhooks.allowHttp()).isFalse();
        assertThat(webhooks.concurrency()).isEqualTo(4);
        assertThat(webhooks.connectTimeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(webhooks.requestTimeout()).isEqualTo(Duration.ofSeconds(20));
        assertThat(webhooks.pollInterval()).isEqualTo(Duration.ofSeconds(1));
        assertThat(webhooks.rotationOverlap()).isEqualTo(Duration.ofHours(24));
    }

    @Test
    void readsEveryKey() throws Exception {
        WebhooksConfiguration webhooks = given.read(
                "webhooks: {enabled: false, allowedNetworks: [10.0.0.0/8, \"fd00::/8\"], allowHttp: true,"
                        + " concurrency: 1, connectTimeout: 2s, requestTimeout: 3s, pollInterval: 4s, rotationOverlap: 5m}");

        assertThat(webhooks.enabled()).isFalse();
        assertThat(webhooks.allowedNetworks()).hasSize(2);
        assertThat(webhooks.allowedNetworks().get(0).contains(InetAddress.getByName("10.255.0.1")))
                .isTrue();
        assertThat(webhooks.allowedNetworks().get(1).contains(InetAddress.getByName("fd12::1")))
                .isTrue();
        assertThat(webhooks.allowedNetworks().get(1).contains(InetAddress.getByName("fe00::1")))
                .isFalse();
        assertThat(webhooks.allowHttp()).isTrue();
        assertThat(webhooks.concurrency()).isEqualTo(1);
        assertThat(webhooks.connectTimeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(webhooks.requestTimeout()).isEqualTo(Duration.ofSeconds(3));
        assertThat(webhooks.pollInterval()).isEqualTo(Duration.ofSeconds(4));
        assertThat(webhooks.rotationOverlap()).isEqualTo(Duration.ofMinutes(5));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "allowedNetworks: [10.0.0.0/33]",
                "allowedNetworks: [10.0.0/8]",
                "allowedNetworks: [256.0.0.1]",
                "allowedNetworks: [crm.example.com]",
                "allowedNetworks: [\"::1/129\"]",
                "allowedNetworks: [\"fd00:::/8\"]",
                "concurrency: 0",
                "connectTimeout: 99ms",
                "requestTimeout: 6m",
                "pollInterval: 49ms",
                "rotationOverlap: 31d",
                "retries: 5"
            })
    void refusesWhatCannotBe(String entry) throws Exception {
        given.requireRefused(entry);
    }
}
