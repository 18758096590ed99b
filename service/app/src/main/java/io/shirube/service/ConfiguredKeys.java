package io.shirube.service;

import io.shirube.service.auth.Keys;
import io.shirube.service.cli.CouldNotRunException;
import io.shirube.service.cli.KeyUpkeep;
import io.shirube.service.config.ShirubeConfiguration;
import io.shirube.service.db.DatabaseException;
import io.shirube.service.db.FolderInUseException;
import io.shirube.service.db.KeyDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Function;

/** The keys in the database of a configuration file, for commands that run without the service. */
final class ConfiguredKeys implements KeyUpkeep {

    private final Clock clock;

    ConfiguredKeys(Clock clock) {
        this.clock = clock;
    }

    @Override
    public <T> T with(Path configuration, Function<Keys, T> work) throws CouldNotRunException {
        ConfigurationFile file = ConfigurationFile.at(configuration);
        ShirubeConfiguration read = file.read();
        try {
            return KeyDatabase.with(
                    read.database(),
                    file.base(),
                    // because no service that could remember a key uses this database, or none that we could tell
                    store -> work.apply(new Keys(store, key -> {}, read.auth().rotationOverlap(), clock)));
        } catch (FolderInUseException e) {
            throw new CouldNotRunException(
                    "データのフォルダー（" + read.database().folder(file.base())
                            + "）は動作中のサービスが使っています。サービスの /api/v1/keys（admin のキーが必要）で操作するか、サービスを止めてから実行してください。",
                    "a running service holds the data folder ("
                            + read.database().folder(file.base())
                            + "). Use its /api/v1/keys with an admin key, or stop the service first.");
        } catch (DatabaseException e) {
            throw new CouldNotRunException(e.text());
        }
    }
}
