package io.shirube.service;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.dropwizard.configuration.ConfigurationException;
import io.dropwizard.configuration.ConfigurationFactory;
import io.dropwizard.configuration.ConfigurationFactoryFactory;
import io.dropwizard.configuration.ConfigurationSourceProvider;
import io.dropwizard.core.server.DefaultServerFactory;
import io.dropwizard.jetty.ConnectorFactory;
import io.dropwizard.jetty.HttpConnectorFactory;
import io.dropwizard.request.logging.LogbackAccessRequestLogFactory;
import io.shirube.service.cli.ServiceStarter.Wishes;
import io.shirube.service.config.ShirubeConfiguration;
import jakarta.validation.Validator;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a configuration and lets the command line overrule it. */
final class WishedConfiguration implements ConfigurationFactoryFactory<ShirubeConfiguration> {

    private final Wishes wishes;
    private final ConfigurationFactoryFactory<ShirubeConfiguration> factories;

    WishedConfiguration(Wishes wishes, ConfigurationFactoryFactory<ShirubeConfiguration> factories) {
        this.wishes = wishes;
        this.factories = factories;
    }

    @Override
    public ConfigurationFactory<ShirubeConfiguration> create(
            Class<ShirubeConfiguration> type, @Nullable Validator validator, ObjectMapper mapper, String prefix) {
        ConfigurationFactory<ShirubeConfiguration> factory = factories.create(type, validator, mapper, prefix);
        return new ConfigurationFactory<>() {
            @Override
            public ShirubeConfiguration build(ConfigurationSourceProvider source, String path)
                    throws IOException, ConfigurationException {
                return overruled(factory.build(source, path));
            }

            @Override
            public ShirubeConfiguration build() throws IOException, ConfigurationException {
                return overruled(factory.build());
            }
        };
    }

    private ShirubeConfiguration overruled(ShirubeConfiguration configuration) {
        if (configuration.getServerFactory() instanceof DefaultServerFactory server) {
            wishes.port().ifPresent(port -> listen(server.getApplicationConnectors(), port));
            wishes.adminPort().ifPresent(port -> listen(server.getAdminConnectors(), port));
            if (!wishes.requestLog()) {
                LogbackAccessRequestLogFactory none = new LogbackAccessRequestLogFactory();
                none.setAppenders(List.of());
                server.setRequestLogFactory(none);
            }
        }
        return configuration;
    }

    private static void listen(List<ConnectorFactory> connectors, int port) {
        for (ConnectorFactory connector : connectors) {
            if (connector instanceof HttpConnectorFactory http) {
                http.setPort(port);
            }
        }
    }
}
