package io.shirube.service;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.github.benmanes.caffeine.cache.Ticker;
import io.dropwizard.core.Application;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import io.prometheus.metrics.exporter.servlet.jakarta.PrometheusMetricsServlet;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.shirube.io.ReadLimits;
import io.shirube.io.SnapshotReader;
import io.shirube.service.auth.AccessFilter;
import io.shirube.service.auth.KeyRing;
import io.shirube.service.auth.Keys;
import io.shirube.service.cli.ServiceStarter.Access;
import io.shirube.service.config.ShirubeConfiguration;
import io.shirube.service.db.Database;
import io.shirube.service.db.DatabaseException;
import io.shirube.service.db.JdbiAnswers;
import io.shirube.service.db.JdbiAudit;
import io.shirube.service.db.JdbiKeys;
import io.shirube.service.decisions.DecideAccounts;
import io.shirube.service.decisions.DecisionMetrics;
import io.shirube.service.errors.HttpExceptionMapper;
import io.shirube.service.errors.ProblemExceptionMapper;
import io.shirube.service.errors.UnexpectedExceptionMapper;
import io.shirube.service.http.Batches;
import io.shirube.service.http.EncodedBodyFilter;
import io.shirube.service.http.SecurityHeadersFilter;
import io.shirube.service.http.UnreadBodyFilter;
import io.shirube.service.logs.JsonLayoutFactory;
import io.shirube.service.openapi.DocsPage;
import io.shirube.service.openapi.DocsResource;
import io.shirube.service.openapi.OpenApiResource;
import io.shirube.service.operations.DatabaseHealthCheck;
import io.shirube.service.operations.Metrics;
import io.shirube.service.operations.ReadyServlet;
import io.shirube.service.operations.RulesHealthCheck;
import io.shirube.service.requests.Writes;
import io.shirube.service.resources.AuditResource;
import io.shirube.service.resources.BookUnavailableMapper;
import io.shirube.service.resources.DecisionResource;
import io.shirube.service.resources.KeyResource;
import io.shirube.service.resources.MeResource;
import io.shirube.service.resources.RulesetResource;
import io.shirube.service.rulesets.ActiveRules;
import io.shirube.service.rulesets.RuleFolderWatcher;
import io.shirube.service.rulesets.RulesLoader;
import io.shirube.service.rulesets.WatchedRules;
import jakarta.servlet.DispatcherType;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Map;
import org.glassfish.jersey.server.ServerProperties;
import org.jspecify.annotations.Nullable;

/** The service: what is made of what, in one screen. */
final class ShirubeApplication extends Application<ShirubeConfiguration> {

    /** What an account may come to with all its readings. */
    private static final int WHOLE_ACCOUNT_BYTES = 64 << 20;

    private static final String NOT_YET = "the application does not run yet";

    private final Path base;
    private final LoaderFactory loaders;
    private final Clock clock;
    private @Nullable RuleFolderWatcher watcher;
    private @Nullable Keys keys;
    private @Nullable ShirubeConfiguration configured;

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
        bootstrap.getObjectMapper().disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    }

    @Override
    public void run(ShirubeConfiguration configuration, Environment environment)
            throws DatabaseException, InterruptedException {
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
        WatchedRules watched = WatchedRules.begin(folder, active);
        environment.lifecycle().manage(watched);
        boolean opened = false;
        try {
            open(configuration, environment, folder, active, bookClock, metrics);
            opened = true;
        } finally {
            if (!opened) {
                watched.stop();
            }
        }
    }

    private void open(
            ShirubeConfiguration configuration,
            Environment environment,
            RuleFolderWatcher folder,
            ActiveRules active,
            Clock bookClock,
            PrometheusRegistry metrics)
            throws DatabaseException {
        ReadLimits limits =
                ReadLimits.DEFAULT.withEntryBytes(configuration.limits().lineBytes());
        SnapshotReader reader = new SnapshotReader(bookClock.getZone(), limits);
        DecideAccounts decide = new DecideAccounts(active, reader, new DecisionMetrics(metrics));

        JerseyEnvironment jersey = environment.jersey();
        prepare(jersey);
        Batches batches = new Batches(configuration.limits());
        jersey.register(new DecisionResource(decide, configuration.limits(), batches, bookClock));
        Database database = Database.open(configuration.database(), base, environment);
        Writes writes = new Writes(new JdbiAnswers(database.transactions()), clock);
        SnapshotReader whole =
                new SnapshotReader(bookClock.getZone(), ReadLimits.DEFAULT.withEntryBytes(WHOLE_ACCOUNT_BYTES));
        Deciding deciding = Deciding.with(
                database.transactions(), active, whole, bookClock, configuration.deciding(), environment, metrics);
        new KeptBook(database.transactions(), deciding, active, whole, reader, decide, bookClock, configuration)
                .open(environment, batches, writes);
        ToldReceivers.open(database.transactions(), writes, configuration, clock, environment, metrics);
        keys = keys(configuration, database, writes, jersey, metrics);
        configured = configuration;
        jersey.register(new RulesetResource(folder::status));
        jersey.register(new AuditResource(new JdbiAudit(database.transactions()), bookClock));
        jersey.register(new OpenApiResource());
        jersey.register(new DocsResource());
        environment
                .servlets()
                .addFilter(
                        "security-headers",
                        new SecurityHeadersFilter(Map.of(DocsPage.PATH, DocsPage.contentSecurityPolicy())))
                .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), true, "/*");
        openToOperators(environment, folder, database, metrics);
    }

    private static void prepare(JerseyEnvironment jersey) {
        // because a batch answers line by line, and what is kept back to learn its length is not answered
        jersey.property(ServerProperties.OUTBOUND_CONTENT_LENGTH_BUFFER, 0);
        jersey.register(EncodedBodyFilter.class);
        jersey.register(UnreadBodyFilter.class);
        jersey.register(ProblemExceptionMapper.class);
        jersey.register(BookUnavailableMapper.class);
        jersey.register(HttpExceptionMapper.class);
        jersey.register(UnexpectedExceptionMapper.class);
    }

    /** Opens the doors of the admin port. */
    private static void openToOperators(
            Environment environment, RuleFolderWatcher folder, Database database, PrometheusRegistry metrics) {
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

    /** Makes that only who may comes through the doors. */
    private Keys keys(
            ShirubeConfiguration configuration,
            Database database,
            Writes writes,
            JerseyEnvironment jersey,
            PrometheusRegistry metrics) {
        JdbiKeys store = new JdbiKeys(database.transactions());
        KeyRing ring = new KeyRing(store, clock, Ticker.systemTicker());
        ring.register(metrics);
        Keys made = new Keys(
                store,
                // because a key that is asked for before the change is committed would be remembered as it was
                key -> database.transactions().onceCommitted(() -> ring.forget(key)),
                configuration.auth().rotationOverlap(),
                clock);
        jersey.register(AccessFilter.of(configuration.auth(), ring));
        jersey.register(new KeyResource(made, writes, configuration.limits(), clock));
        jersey.register(new MeResource(configuration.auth()));
        return made;
    }

    /** Returns whether others can call, once the application runs. */
    Access access() {
        if (configured == null) {
            throw new IllegalStateException(NOT_YET);
        }
        if (!configured.auth().required()) {
            return Access.OPEN;
        }
        if (keys().any()) {
            return Access.KEYS;
        }
        return configured.database().embedded() ? Access.NO_KEY_STOP_FIRST : Access.NO_KEY;
    }

    /** Returns whether logs are written as JSON, once the application runs. */
    boolean logsForPrograms() {
        return configured != null && JsonLayoutFactory.isUsedBy(configured.getLoggingFactory());
    }

    /** Returns the keys with which others call, once the application runs. */
    Keys keys() {
        if (keys == null) {
            throw new IllegalStateException(NOT_YET);
        }
        return keys;
    }

    /** Returns the watch on the rule folder once the application runs. */
    RuleFolderWatcher watcher() {
        if (watcher == null) {
            throw new IllegalStateException(NOT_YET);
        }
        return watcher;
    }
}
