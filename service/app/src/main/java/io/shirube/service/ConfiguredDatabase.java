package io.shirube.service;

import io.shirube.service.cli.CouldNotRunException;
import io.shirube.service.cli.DatabaseUpkeep;
import io.shirube.service.config.DatabaseConfiguration;
import io.shirube.service.db.DatabaseException;
import io.shirube.service.db.DatabaseSteps;
import java.nio.file.Path;
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

    private interface Work {
        List<String> on(DatabaseConfiguration database, Path base) throws DatabaseException;
    }

    private static List<String> with(Path configuration, Work work) throws CouldNotRunException {
        ConfigurationFile file = ConfigurationFile.at(configuration);
        try {
            return work.on(file.read().database(), file.base());
        } catch (DatabaseException e) {
            throw new CouldNotRunException(e.text());
        }
    }
}
