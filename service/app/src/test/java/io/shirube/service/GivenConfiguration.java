package io.shirube.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shirube.service.cli.CouldNotRunException;
import io.shirube.service.config.ShirubeConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/** Reads a section of configuration files that a test writes. */
record GivenConfiguration<T>(Path folder, String name, Function<ShirubeConfiguration, T> section) {

    /** Returns the section of a file with this text. */
    T read(String yaml) throws IOException, CouldNotRunException {
        return read(write(yaml));
    }

    void requireShippedAsDefault() throws IOException, CouldNotRunException {
        assertThat(read(RunningService.HOME.resolve("config.yml")))
                .usingRecursiveComparison()
                .isEqualTo(read("{}"));
    }

    /** @param entry of the section, whose key the sentence must name */
    void requireRefused(String entry) throws IOException {
        Path file = write(name + ": {" + entry + "}");

        assertThatThrownBy(() -> read(file))
                .isInstanceOf(CouldNotRunException.class)
                .hasMessageContaining(entry.substring(0, entry.indexOf(':')));
    }

    private T read(Path file) throws CouldNotRunException {
        return section.apply(ConfigurationFile.at(file).read());
    }

    private Path write(String yaml) throws IOException {
        return Files.writeString(folder.resolve("config.yml"), yaml);
    }
}
