package io.shirube.service;

import io.shirube.service.backup.Manifest;
import io.shirube.service.cli.CouldNotRunException;
import io.shirube.service.cli.DatabaseUpkeep;
import io.shirube.service.config.DatabaseConfiguration;
import io.shirube.service.db.DataBackup;
import io.shirube.service.db.DataRestore;
import io.shirube.service.db.DatabaseException;
import io.shirube.service.db.DatabaseSteps;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** The database of a configuration file, for commands that run without the service. */
final class ConfiguredDatabase implements DatabaseUpkeep {

    @Override
    public List<String> missing(Path configuration) throws CouldNotRunException {
        return with(configuration, DatabaseSteps::missing);
    }

    @Override
    public List<String> migrate(Path configuration) throws CouldNotRunException {
        return with(configuration, DatabaseSteps::migrate);
    }

    @Override
    public Copy backup(Path configuration, Path file, OutputStream out, Instant madeAt)
            throws CouldNotRunException, IOException {
        return with(configuration, (database, base) -> copy(DataBackup.write(database, base, file, out, madeAt)));
    }

    @Override
    public Restored restore(Path configuration, Path backup, Instant now) throws CouldNotRunException, IOException {
        DataRestore.Restored restored =
                with(configuration, (database, base) -> DataRestore.run(database, base, backup, now));
        return new Restored(copy(restored.manifest()), restored.folder(), restored.aside());
    }

    private static Copy copy(Manifest manifest) {
        return new Copy(manifest.files().size(), manifest.bytes(), manifest.program(), manifest.madeAt());
    }

    private interface Work<T, E extends Exception> {
        T on(DatabaseConfiguration database, Path base) throws DatabaseException, E;
    }

    private static <T, E extends Exception> T with(Path configuration, Work<T, E> work) throws CouldNotRunException, E {
        ConfigurationFile file = ConfigurationFile.at(configuration);
        try {
            return work.on(file.read().database(), file.base());
        } catch (DatabaseException e) {
            throw new CouldNotRunException(e.text());
        }
    }
}
