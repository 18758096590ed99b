package io.shirube.service.cli;

import java.nio.file.Path;
import java.util.List;

/** Looks after the database that a configuration names, so that commands need not know how it is reached. */
public interface DatabaseUpkeep {

    /**
     * Returns the names of the steps that the database lacks, and changes nothing.
     *
     * @throws CouldNotRunException when the configuration or the database cannot be used
     */
    List<String> missing(Path configuration) throws CouldNotRunException;

    /**
     * Brings the database up to date.
     *
     * @return the names of the steps that were made
     * @throws CouldNotRunException when the configuration or the database cannot be used
     */
    List<String> migrate(Path configuration) throws CouldNotRunException;
}
