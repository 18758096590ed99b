package io.shirube.service.cli;

import io.shirube.service.auth.Keys;
import java.nio.file.Path;
import java.util.function.Function;

/** Reaches the keys in the database that a configuration names, while no service runs on it. */
public interface KeyUpkeep {

    /**
     * Does some work on the keys.
     *
     * @throws CouldNotRunException when the configuration or the database cannot be used
     */
    <T> T with(Path configuration, Function<Keys, T> work) throws CouldNotRunException;
}
