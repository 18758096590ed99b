package io.shirube.service.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.dropwizard.configuration.EnvironmentVariableSubstitutor;
import io.dropwizard.configuration.FileConfigurationSourceProvider;
import io.dropwizard.configuration.SubstitutingSourceProvider;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;

/** Tells today in the book's zone, which {@code config.yml} names. */
final class BookClock {

    private static final ZoneId DEFAULT = ZoneId.of("Asia/Tokyo");

    private BookClock() {}

    /** @throws CouldNotRunException when the configuration names no zone we know */
    static Clock of(Console console) throws CouldNotRunException, IOException {
        Path config = console.home().resolve("config.yml");
        if (!Files.exists(config)) {
            return console.clock().withZone(DEFAULT);
        }
        SubstitutingSourceProvider source = new SubstitutingSourceProvider(
                new FileConfigurationSourceProvider(), new EnvironmentVariableSubstitutor(false));
        try (InputStream in = source.open(config.toString())) {
            JsonNode zone = new YAMLMapper().readTree(in).path("clock").path("zone");
            return console.clock().withZone(zone.isMissingNode() ? DEFAULT : ZoneId.of(zone.asText()));
        } catch (DateTimeException e) {
            throw new CouldNotRunException(
                    config + " の clock.zone が時間帯名ではありません。", "clock.zone in " + config + " names no time zone.");
        }
    }
}
