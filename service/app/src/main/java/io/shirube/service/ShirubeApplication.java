package io.shirube.service;

import io.dropwizard.core.Application;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import io.prometheus.metrics.exporter.servlet.jakarta.PrometheusMetricsServlet;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.shirube.io.ReadLimits;
import io.shirube.io.SnapshotReader;
import io.shirube.service.config.ShirubeConfiguration;
import io.shirube.service.db.Database;
import io.shirube.service.db.DatabaseException;
import io.shirube.service.decisions.DecideAccounts;
import io.shirube.service.decisions.DecisionMetrics;
import io.shirube.service.errors.HttpExceptionMapper;
import io.shirube.service.errors.ProblemExceptionMapper;
import io.shirube.service.errors.UnexpectedExceptionMapper;
import io.shirube.service.http.EncodedBodyFilter;
import io.shirube.service.http.SecurityHeadersFilter;
import io.shirube.service.http.UnreadBodyFilter;
import io.shirube.service.openapi.OpenApiResource;
import io.shirube.service.operations.DatabaseHealthCheck;
import io.shirube.service.operations.Metrics;
import io.shirube.service.operations.ReadyServlet;
import io.shirube.service.operations.RulesHealthCheck;
import io.shirube.service.resources.BookUnavailableMapper;
import io.shirube.service.resources.DecisionResource;
import io.shirube.service.resources.RulesetResource;
import io.shirube.service.rulesets.ActiveRules;
import io.shirube.service.rulesets.RuleFolderWatcher;
import io.shirube.service.rulesets.RulesLoader;
import io.shirube.service.rulesets.WatchedRules;
import jakarta.servlet.DispatcherType;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import org.glassfish.jersey.server.ServerProperties;
import org.jspecify.annotations.Nullable;

/** The service: what is made of what, in one screen. */
final class ShirubeApplication extends Application<ShirubeConfiguration> {

    /** What an account may come to with all its readings. */
    private static final int WHOLE_ACCOUNT_BYTES = 64 << 20;

    private final Path base;
    private final LoaderFactory loaders;
    private final Clock clock;
    private @Nullable RuleFolderWatcher watcher;

    /** Makes the loader of rules that a configuration asks for. */
    interface LoaderFactory {
        RulesLoader make(ShirubeConfiguration configuration, PrometheusRegistry metrics, Clock clock);
    }

    /** @param base the folder where relative paths of the configuration start */
    ShirubeApplication(Path base, LoaderFactory loaders, Clock clock) {
        this.base = base;
        this.loaders = loaders;
        this.clock = clock;
    }

    @Override
    public String getName() {
        return "shirube";
    }

    @Override
    protected void bootstrapLogging() {
        // because logback.xml already keeps logs off standard output
    }

    @Override
    public void initialize(Bootstrap<ShirubeConfiguration> bootstrap) {
        bootstrap.setConfigurationSourceProvider(
                ConfigurationFile.substituting(bootstrap.getConfigurationSourceProvider()));
        ConfigurationFile.prepare(bootstrap.getObjectMapper());
    }

    @Override
    public void run(ShirubeConfiguration configuration, Environment environment) throws DatabaseException {
        Clock bookClock = clock.withZone(configuration.clock().zone());
        PrometheusRegistry metrics = new PrometheusRegistry();
        ActiveRules active = new ActiveRules();
        RulesLoader loader = loaders.make(configuration, metrics, bookClock);
        RuleFolderWatcher folder = new RuleFolderWatcher(
                configuration.rules().folder(base),
                configuration.rules().watchInterval(),
                configuration.rules().settleTime(),
                active,
                loader,
                clock);
        watcher = folder;
        environment.lifecycle().manage(new WatchedRules(folder, active));

        ReadLimits limits =
                ReadLimits.DEFAULT.withEntryBytes(configuration.limits().lineBytes());
        SnapshotReader reader = new SnapshotReader(bookClock.getZone(), limits);
        DecideAccounts decide = new DecideAccounts(active, reader, new DecisionMetrics(metrics));

        JerseyEnvironment jersey = environment.jersey();
        // because a batch answers line by line, and what is kept back to learn its length is not answered
        jersey.property(ServerProperties.OUTBOUND_CONTENT_LENGTH_BUFFER, 0);
        jersey.register(EncodedBodyFilter.class);
        jersey.register(UnreadBodyFilter.class);
        jersey.register(ProblemExceptionMapper.class);
        jersey.register(BookUnavailableMapper.class);
        jersey.register(HttpExceptionMapper.class);
        jersey.register(UnexpectedExceptionMapper.class);
        jersey.register(new DecisionResource(decide, configuration.limits(), bookClock));
        Database database = Database.open(configuration.database(), base, environment);
        SnapshotReader whole =
                new SnapshotReader(bookClock.getZone(), ReadLimits.DEFAULT.withEntryBytes(WHOLE_ACCOUNT_BYTES));
        new KeptBook(database.transactions(), active, whole, reader, decide, bookClock, configuration)
                .open(environment, metrics);
        jersey.register(new RulesetResource(folder::status));
        jersey.register(new OpenApiResource());
        environment
                .servlets()
                .addFilter("security-headers", new SecurityHeadersFilter())
                .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), true, "/*");

        Metrics.register(metrics, environment.metrics(), folder::status);
        environment.healthChecks().register("rules", new RulesHealthCheck(folder::status));
        environment.healthChecks().register("database", new DatabaseHealthCheck(database.answers()));
        environment
                .admin()
                .addServlet("ready", new ReadyServlet(folder::status, database.answers()))
                .addMapping("/ready");
        environment
                .admin()
                .addServlet("prometheus", new PrometheusMetricsServlet(metrics))
                .addMapping("/metrics");
    }

    /** Returns the watch on the rule folder once the application runs. */
    RuleFolderWatcher watcher() {
        if (watcher == null) {
            throw new IllegalStateException("the application does not run yet");
        }
        return watcher;
    }
}
