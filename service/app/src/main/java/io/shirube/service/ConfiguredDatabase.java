package io.shirube.service;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.dropwizard.configuration.ConfigurationException;
import io.dropwizard.configuration.EnvironmentVariableSubstitutor;
import io.dropwizard.configuration.FileConfigurationSourceProvider;
import io.dropwizard.configuration.SubstitutingSourceProvider;
import io.dropwizard.configuration.YamlConfigurationFactory;
import io.dropwizard.core.server.ServerFactory;
import io.dropwizard.jackson.Jackson;
import io.dropwizard.jersey.validation.Validators;
import io.shirube.engine.model.Text;
import io.shirube.service.cli.CouldNotRunException;
import io.shirube.service.cli.DatabaseUpkeep;
import io.shirube.service.config.DatabaseConfiguration;
import io.shirube.service.config.ServerFactoryMixIn;
import io.shirube.service.config.ShirubeConfiguration;
import io.shirube.service.db.DatabaseException;
import io.shirube.service.db.DatabaseSteps;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The database of a configuration file, for commands that run without the service. */
final class ConfiguredDatabase implements DatabaseUpkeep {

    @Override
    public List<String> missing(Path configuration) throws CouldNotRunException {
        return with(configuration, DatabaseSteps::missing);
    }

    @Override
    public void migrate(Path configuration) throws CouldNotRunException {
        with(configuration, (database, base) -> {
            DatabaseSteps.migrate(database, base);
            return List.of();
        });
    }

    private interface Work {
        List<String> on(DatabaseConfiguration database, Path base) throws DatabaseException;
    }

    private static List<String> with(Path configuration, Work work) throws CouldNotRunException {
        Path file = configuration.toAbsolutePath().normalize();
        Path base = file.getParent() == null ? file : file.getParent();
        try {
            return work.on(read(file).database(), base);
        } catch (DatabaseException e) {
            throw new CouldNotRunException(e.text());
        } catch (ConfigurationException | IOException e) {
            String detail = String.valueOf(e.getMessage()).strip();
            throw new CouldNotRunException(
                    new Text("設定ファイルに誤りがあります。\n" + detail, "the configuration file is wrong.\n" + detail));
        }
    }

    private static ShirubeConfiguration read(Path file) throws IOException, ConfigurationException {
        ObjectMapper mapper = Jackson.newObjectMapper();
        mapper.addMixIn(ServerFactory.class, ServerFactoryMixIn.class);
        return new YamlConfigurationFactory<>(ShirubeConfiguration.class, Validators.newValidator(), mapper, "dw")
                .build(
                        new SubstitutingSourceProvider(
                                new FileConfigurationSourceProvider(), new EnvironmentVariableSubstitutor(false)),
                        file.toString());
    }
}
