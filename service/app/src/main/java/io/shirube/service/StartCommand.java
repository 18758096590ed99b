package io.shirube.service;

import io.dropwizard.core.cli.EnvironmentCommand;
import io.dropwizard.core.setup.Environment;
import io.shirube.service.config.ShirubeConfiguration;
import java.net.URI;
import net.sourceforge.argparse4j.inf.Namespace;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.jspecify.annotations.Nullable;

/** Starts Jetty; unlike Dropwizard's own command it leaves telling what went wrong to its caller. */
final class StartCommand extends EnvironmentCommand<ShirubeConfiguration> {

    private @Nullable Server server;

    StartCommand(ShirubeApplication application) {
        super(application, "start", "starts the service");
    }

    @Override
    protected Class<ShirubeConfiguration> getConfigurationClass() {
        return ShirubeConfiguration.class;
    }

    @Override
    protected void run(Environment environment, Namespace namespace, ShirubeConfiguration configuration)
            throws Exception {
        Server built = configuration.getServerFactory().build(environment);
        server = built;
        cleanupAsynchronously();
        try {
            built.start();
        } catch (Exception e) {
            built.stop();
            throw e;
        }
    }

    /** Returns where the connectors of that name listen. */
    URI address(String name) {
        if (server != null) {
            for (Connector connector : server.getConnectors()) {
                if (connector instanceof ServerConnector listening && name.equals(connector.getName())) {
                    String host =
                            listening.getHost() == null || listening.getHost().equals("0.0.0.0")
                                    ? "127.0.0.1"
                                    : listening.getHost();
                    return URI.create("http://" + host + ":" + listening.getLocalPort());
                }
            }
        }
        throw new IllegalStateException("there is no connector " + name);
    }
}
