package io.shirube.service.db;

import io.shirube.engine.model.Text;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.UpdateSummaryOutputEnum;
import liquibase.analytics.configuration.AnalyticsArgs;
import liquibase.changelog.ChangeLogParameters;
import liquibase.changelog.ChangeSet;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.parser.ChangeLogParserFactory;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.ui.LoggerUIService;

/**
 * Brings a database to what this version of the program needs. Its connections are left unfit for other work, so they may not
 * come from a pool. Stateless.
 */
final class Migrations {

    private static final String CHANGES = "io/shirube/service/db/migrations.yml";

    /** Held while one program migrates; the server gives it back when that program goes, however it goes. */
    private static final long LOCK = 0x5368_6972_7562_65L;

    private Migrations() {}

    /**
     * Makes every step that is not made yet; a second program waits for the first.
     *
     * @return the names of the steps that were made
     */
    static List<String> run(DataSource database) throws DatabaseException {
        try (Connection holder = database.getConnection();
                Connection connection = database.getConnection()) {
            advisory(holder, "SELECT pg_advisory_lock(");
            try {
                List<String> missing = missing(holder);
                update(connection);
                return missing;
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

    private static void update(Connection connection) throws Exception {
        Map<String, Object> scope = Map.of(
                AnalyticsArgs.ENABLED.getKey(),
                false,
                // because standard output is for results
                Scope.Attr.ui.name(),
                new LoggerUIService());
        Scope.child(scope, () -> {
            Liquibase liquibase =
                    new Liquibase(CHANGES, new ClassLoaderResourceAccessor(), new JdbcConnection(connection));
            liquibase.setShowSummary(UpdateSummaryEnum.OFF);
            liquibase.setShowSummaryOutput(UpdateSummaryOutputEnum.LOG);
            // because we hold the only lock that counts, and a killed program leaves this one
            liquibase.forceReleaseLocks();
            liquibase.update();
        });
    }

    /** Returns the names of the steps that a database lacks, and changes nothing in it. */
    static List<String> missing(DataSource database) throws DatabaseException {
        try (Connection connection = database.getConnection()) {
            connection.setReadOnly(true);
            return missing(connection);
        } catch (SQLException e) {
            throw new DatabaseException(
                    new Text(
                            "データベースを確認できませんでした: " + e.getMessage()
                                    + " database.url、database.user、database.password を確認してください。",
                            "the database could not be asked: " + e.getMessage()
                                    + " Look at database.url, database.user and database.password."),
                    e);
        }
    }

    private static List<String> missing(Connection connection) throws SQLException {
        Set<String> made = made(connection);
        return steps().stream().filter(step -> !made.contains(step)).toList();
    }

    /** Returns the names of all steps there are, in their order. */
    static List<String> steps() {
        ClassLoaderResourceAccessor files = new ClassLoaderResourceAccessor();
        try {
            return ChangeLogParserFactory.getInstance()
                    .getParser(CHANGES, files)
                    .parse(CHANGES, new ChangeLogParameters(), files)
                    .getChangeSets()
                    .stream()
                    .map(ChangeSet::getId)
                    .toList();
        } catch (LiquibaseException e) {
            throw new IllegalStateException("the program's own steps are sound", e);
        }
    }

    /** Liquibase itself makes its tables when it is only asked. */
    private static Set<String> made(Connection connection) throws SQLException {
        Set<String> made = new HashSet<>();
        try (Statement statement = connection.createStatement()) {
            try (ResultSet known = statement.executeQuery("SELECT to_regclass('databasechangelog') IS NOT NULL")) {
                known.next();
                if (!known.getBoolean(1)) {
                    return made;
                }
            }
            try (ResultSet ids = statement.executeQuery("SELECT id FROM databasechangelog")) {
                while (ids.next()) {
                    made.add(ids.getString(1));
                }
            }
        }
        return made;
    }

    private static void advisory(Connection connection, String call) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(call + LOCK + ")");
        }
    }
}
