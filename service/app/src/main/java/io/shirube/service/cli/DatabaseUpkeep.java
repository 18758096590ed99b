package io.shirube.service.cli;

import java.nio.file.Path;
import java.util.List;

/** Looks after the database that a configuration names, so that commands need not know how it is reached. */
public interface DatabaseUpkeep {

    /**
     * Returns the names of the steps that the database lacks.
     *
     * @throws CouldNotRunException when the configuration or the database cannot be used
     */
    List<String> missing(Path configuration) throws CouldNotRunException;

    /**
     * Brings the database up to date.
     *
     * @throws CouldNotRunException when the configuration or the database cannot be used
     */
    void migrate(Path configuration) throws CouldNotRunException;
}
