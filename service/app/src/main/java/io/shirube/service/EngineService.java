package io.shirube.service;

import io.dropwizard.configuration.ConfigurationException;
import io.dropwizard.core.setup.Bootstrap;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.shirube.engine.decide.RefereeMode;
import io.shirube.engine.input.Assembled;
import io.shirube.engine.model.Text;
import io.shirube.io.NdjsonSource;
import io.shirube.io.PortfolioFormat;
import io.shirube.io.SnapshotReader;
import io.shirube.io.generate.PortfolioGenerator;
import io.shirube.service.cli.CouldNotRunException;
import io.shirube.service.cli.ServiceStarter;
import io.shirube.service.config.RefereeConfiguration;
import io.shirube.service.config.ShirubeConfiguration;
import io.shirube.service.db.DatabaseException;
import io.shirube.service.operations.Metrics;
import io.shirube.service.rulesets.EngineRulesLoader;
import io.shirube.service.rulesets.RefereeTotals;
import io.shirube.service.rulesets.RulesLoader;
import io.shirube.service.rulesets.RulesStatus;
import io.shirube.service.rulesets.WarmUp;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import net.sourceforge.argparse4j.inf.Namespace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the service over the engine. */
final class EngineService implements ServiceStarter {

    private static final Logger LOG = LoggerFactory.getLogger(EngineService.class);

    private final Clock clock;

    EngineService(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Running start(Path configuration, Wishes wishes) throws CouldNotRunException {
        ConfigurationFile file = ConfigurationFile.at(configuration);
        ShirubeApplication application = new ShirubeApplication(file.base(), EngineService::loader, clock);
        Bootstrap<ShirubeConfiguration> bootstrap = new Bootstrap<>(application);
        application.initialize(bootstrap);
        bootstrap.setConfigurationFactoryFactory(
                new WishedConfiguration(wishes, bootstrap.getConfigurationFactoryFactory()));
        bootstrap.registerMetrics();
        StartCommand command = new StartCommand(application);
        try {
            command.run(bootstrap, new Namespace(Map.of("file", file.path().toString())));
        } catch (Exception e) {
            throw new CouldNotRunException(why(e));
        }
        return new Started(command, application);
    }

    /** Returns the loader that a configuration asks for, with a book to warm its rules up. */
    static RulesLoader loader(ShirubeConfiguration configuration, PrometheusRegistry metrics, Clock clock) {
        RefereeTotals totals = new RefereeTotals();
        Metrics.registerReferee(metrics, totals);
        LocalDate today = LocalDate.now(clock);
        List<Assembled> book = demoBook(configuration, clock, today);
        return new EngineRulesLoader(
                mode(configuration.referee().mode()),
                totals,
                new WarmUp(
                        book,
                        today,
                        configuration.rules().warmUpDecisions(),
                        configuration.rules().warmUpTime()),
                configuration.rules().rehearsals());
    }

    private static List<Assembled> demoBook(ShirubeConfiguration configuration, Clock clock, LocalDate today) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        try {
            new PortfolioGenerator(
                            configuration.demo().accounts(),
                            configuration.demo().seed(),
                            today)
                    .write(lines, PortfolioFormat.NDJSON);
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory cannot break", e);
        }
        return WarmUp.read(
                new NdjsonSource(new ByteArrayInputStream(lines.toByteArray()), new SnapshotReader(clock.getZone())));
    }

    private static RefereeMode mode(RefereeConfiguration.Mode mode) {
        return switch (mode) {
            case ALWAYS -> RefereeMode.ALWAYS;
            case SAMPLED -> RefereeMode.SAMPLED;
            case OFF -> RefereeMode.NEVER;
        };
    }

    private static Text why(Exception thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConfigurationException) {
                return ConfigurationFile.wrong(cause);
            }
            if (cause instanceof DatabaseException database) {
                LOG.info("The database cannot be used.", thrown);
                return database.text();
            }
            if (cause instanceof BindException) {
                // because Jetty's message begins with the name of an exception and ends with the address
                String detail = String.valueOf(thrown.getMessage()).replaceAll("^.*[ /]", "");
                return new Text(
                        "ポートが使えません（" + detail + "）。使用中のプログラムを止めるか、--port と --admin-port で別のポートを指定してください。",
                        "a port cannot be used (" + detail
                                + "). Stop the program that uses it, or name other ports by --port"
                                + " and --admin-port.");
            }
        }
        LOG.error("The service could not start.", thrown);
        return new Text("サービスを起動できませんでした。理由は上のログにあります。", "the service could not start; the log above says why.");
    }

    private record Started(StartCommand command, ShirubeApplication application) implements Running {
        @Override
        public URI address() {
            return command.address("application");
        }

        @Override
        public URI adminAddress() {
            return command.address("admin");
        }

        @Override
        public Access access() {
            return application.access();
        }

        @Override
        public boolean logsForPrograms() {
            return application.logsForPrograms();
        }

        @Override
        public String demoKey() {
            return application.keys().demo().reveal();
        }

        @Override
        public RulesStatus firstRules() throws InterruptedException {
            return application.watcher().awaitFirst();
        }
    }
}
