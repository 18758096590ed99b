package io.shirube.service.db;

import io.shirube.service.config.DatabaseConfiguration;
import java.nio.file.Path;
import java.util.List;
import org.postgresql.ds.PGSimpleDataSource;

/** Tells and makes the steps that the database of a configuration lacks, without the service. Stateless. */
public final class DatabaseSteps {

    private DatabaseSteps() {}

    /**
     * Returns the names of the steps that are not made yet; changes nothing.
     *
     * @param base the folder where relative paths of the configuration start
     * @throws DatabaseException when the database cannot be used
     */
    public static List<String> missing(DatabaseConfiguration configuration, Path base) throws DatabaseException {
        if (!configuration.embedded()) {
            return Migrations.missing(external(configuration));
        }
        if (!DataFolder.isMade(configuration.folder(base))) {
            return Migrations.steps();
        }
        try (EmbeddedServer server = EmbeddedServer.start(configuration.folder(base))) {
            return Migrations.missing(server.source());
        }
    }

    /**
     * Makes every step that is not made yet.
     *
     * @return the names of the steps that were made
     * @param base the folder where relative paths of the configuration start
     * @throws DatabaseException when the database cannot be used
     */
    public static List<String> migrate(DatabaseConfiguration configuration, Path base) throws DatabaseException {
        if (!configuration.embedded()) {
            return Migrations.run(external(configuration));
        }
        try (EmbeddedServer server = EmbeddedServer.start(configuration.folder(base))) {
            return Migrations.run(server.source());
        }
    }

    /** Returns the external database of a configuration; each connection is a new one. */
    static PGSimpleDataSource external(DatabaseConfiguration configuration) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(configuration.url());
        source.setUser(configuration.user());
        source.setPassword(configuration.password());
        return source;
    }
}
