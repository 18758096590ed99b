package io.shirube.service.db;

import io.shirube.engine.model.Text;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.UpdateSummaryOutputEnum;
import liquibase.analytics.configuration.AnalyticsArgs;
import liquibase.changelog.ChangeSet;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;

/**
 * Brings a database to what this version of the program needs. Its connections are left unfit for other work, so they may not
 * come from a pool. Stateless.
 */
final class Migrations {

    private static final String CHANGES = "io/shirube/service/db/migrations.yml";

    /** Held while one program migrates; the server gives it back when that program goes, however it goes. */
    private static final long LOCK = 0x5368_6972_7562_65L;

    private Migrations() {}

    /** Makes every step that is not made yet; a second program waits for the first. */
    static void run(DataSource database) throws DatabaseException {
        migrate(database, liquibase -> {
            liquibase
                    .forceReleaseLocks(); // because we hold the only lock that counts, and a killed program leaves this
            // one
            liquibase.update();
        });
    }

    /** Returns the names of the steps that are not made yet. */
    static List<String> missing(DataSource database) throws DatabaseException {
        List<String> missing = new ArrayList<>();
        migrate(
                database,
                liquibase -> liquibase.listUnrunChangeSets(null, null).stream()
                        .map(ChangeSet::getId)
                        .forEach(missing::add));
        return missing;
    }

    private interface Work {
        void on(Liquibase liquibase) throws LiquibaseException;
    }

    private static void migrate(DataSource database, Work work) throws DatabaseException {
        try (Connection holder = database.getConnection();
                Connection connection = database.getConnection()) {
            advisory(holder, "SELECT pg_advisory_lock(");
            try {
                Scope.child(Map.of(AnalyticsArgs.ENABLED.getKey(), false), () -> {
                    Liquibase liquibase =
                            new Liquibase(CHANGES, new ClassLoaderResourceAccessor(), new JdbcConnection(connection));
                    liquibase.setShowSummary(UpdateSummaryEnum.OFF);
                    liquibase.setShowSummaryOutput(UpdateSummaryOutputEnum.LOG);
                    work.on(liquibase);
                });
            } finally {
                advisory(holder, "SELECT pg_advisory_unlock(");
            }
        } catch (Exception e) {
            throw new DatabaseException(
                    new Text(
                            "データベースを準備できませんでした: " + e.getMessage(),
                            "the database could not be brought up to date: " + e.getMessage()),
                    e);
        }
    }

    private static void advisory(Connection connection, String call) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(call + LOCK + ")");
        }
    }
}
