package io.shirube.service.db;

import io.dropwizard.core.setup.Environment;
import io.dropwizard.db.DataSourceFactory;
import io.dropwizard.lifecycle.Managed;
import io.dropwizard.util.Duration;
import io.shirube.service.config.DatabaseConfiguration;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** The open database: its server when the program runs it itself, its connections, and its tables up to date. */
public final class Database {

    /** A statement that takes longer is stopped. */
    static final int LONGEST_STATEMENT_SECONDS = 30;

    /** A statement that waits longer for rows that others write is given up. */
    static final int LONGEST_WAIT_SECONDS = 10;

    private static final String NAME = "database";

    private final Transactions transactions;

    private final BooleanSupplier answers;

    private Database(Transactions transactions, BooleanSupplier answers) {
        this.transactions = transactions;
        this.answers = answers;
    }

    /**
     * Opens the database a configuration names; it is closed with the service. Tables of the embedded one are brought up to
     * date; an external one that lacks steps is refused.
     *
     * @param base the folder where relative paths of the configuration start
     * @throws DatabaseException when it cannot be used as it is
     */
    public static Database open(DatabaseConfiguration configuration, Path base, Environment environment)
            throws DatabaseException {
        @Nullable
        EmbeddedServer server = configuration.embedded() ? EmbeddedServer.start(configuration.folder(base)) : null;
        if (server != null) {
            environment.lifecycle().manage(new Managed() {
                @Override
                public void start() {
                    // because Jetty stops it once the last request is answered
                    server.leaveEndToCaller();
                }

                @Override
                public void stop() {
                    server.close();
                }
            });
        }
        try {
            PGSimpleDataSource direct = server == null ? DatabaseSteps.external(configuration) : server.source();
            // because a migration leaves its connection unfit for anybody else, it gets one that no pool lends out
            // again
            if (configuration.embedded()) {
                Migrations.run(direct);
            } else {
                requireMigrated(direct);
            }
            JdbiFeed.settle(
                    Transactions.on(direct),
                    server == null ? "" : server.restore(),
                    UUID.randomUUID().toString().substring(0, 8));
            Transactions transactions =
                    Transactions.pooled(environment, pool(configuration, direct), NAME, server != null);
            return new Database(
                    transactions,
                    new DatabaseProbe(server == null ? DatabaseSteps.external(configuration) : server.source()));
        } catch (DatabaseException e) {
            if (server != null) {
                server.close();
            }
            throw e;
        }
    }

    static void requireMigrated(PGSimpleDataSource source) throws DatabaseException {
        int missing = Migrations.missing(source).size();
        if (missing > 0) {
            throw new DatabaseException(
                    "データベースの準備が " + missing + " 件残っています。./shirube db migrate config.yml を実行してください。",
                    missing + " steps of the database are not made yet. Run ./shirube db migrate config.yml.");
        }
    }

    private static DataSourceFactory pool(DatabaseConfiguration configuration, PGSimpleDataSource database) {
        DataSourceFactory pool = new DataSourceFactory();
        pool.setDriverClass("org.postgresql.Driver");
        pool.setUrl(database.getURL());
        pool.setUser(database.getUser());
        pool.setPassword(database.getPassword());
        pool.setMinSize(1);
        pool.setInitialSize(1);
        pool.setMaxSize(configuration.connections());
        pool.setMaxWaitForConnection(Duration.seconds(5));
        pool.setCheckConnectionOnBorrow(true);
        pool.setValidationInterval(Duration.seconds(1));
        pool.setProperties(Map.of(
                "ApplicationName", "shirube",
                "reWriteBatchedInserts", "true",
                "tcpKeepAlive", "true",
                "socketTimeout", "60",
                // because a server's details quote rows, and a row is a customer's data
                "logServerErrorDetail", "false",
                "options",
                        "-c TimeZone=UTC -c plan_cache_mode=force_custom_plan -c statement_timeout="
                                + LONGEST_STATEMENT_SECONDS + "s -c lock_timeout=" + LONGEST_WAIT_SECONDS
                                + "s"));
        return pool;
    }

    /** Returns whether it answers, within some seconds. */
    public BooleanSupplier answers() {
        return answers;
    }

    /** Returns the way to its tables. */
    public Transactions transactions() {
        return transactions;
    }
}
