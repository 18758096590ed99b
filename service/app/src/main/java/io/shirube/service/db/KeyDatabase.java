package io.shirube.service.db;

import io.shirube.service.auth.KeyStore;
import io.shirube.service.config.DatabaseConfiguration;
import java.nio.file.Path;
import java.util.function.Function;
import org.postgresql.ds.PGSimpleDataSource;

/** The keys in the database of a configuration, without the service. Stateless. */
public final class KeyDatabase {

    private KeyDatabase() {}

    /**
     * Does some work on the keys. An embedded database is brought up to date first; an external one that lacks steps is refused.
     *
     * @param base the folder where relative paths of the configuration start
     * @throws FolderInUseException when the embedded database is another program's
     * @throws DatabaseException when the database cannot be used
     */
    public static <T> T with(DatabaseConfiguration configuration, Path base, Function<KeyStore, T> work)
            throws DatabaseException {
        if (!configuration.embedded()) {
            PGSimpleDataSource external = DatabaseSteps.external(configuration);
            Database.requireMigrated(external);
            return work.apply(new JdbiKeys(Transactions.on(external)));
        }
        try (EmbeddedServer server = EmbeddedServer.start(configuration.folder(base))) {
            Migrations.run(server.source());
            return work.apply(new JdbiKeys(Transactions.on(server.source())));
        }
    }
}
