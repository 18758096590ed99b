package io.shirube.service.db;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Databases for tests: new ones, on one server for all tests of a run. Its program is unpacked once and kept beside the build.
 * {@code -Dshirube.test.database=jdbc:postgresql://…} takes another server, with user and password in the address.
 */
public final class TestDatabase {

    private static final String SERVER = "shirube.test.database";

    private TestDatabase() {}

    /** Returns a new, empty database with all tables. */
    public static PGSimpleDataSource migrated() {
        return create(" TEMPLATE " + Migrated.NAME);
    }

    /** Returns the way to the tables of a database. */
    public static Transactions transactions(DataSource database) {
        return Transactions.on(database);
    }

    /** Returns a new database without tables. */
    public static PGSimpleDataSource empty() {
        return create("");
    }

    private static PGSimpleDataSource create(String like) {
        PGSimpleDataSource database = server();
        String name = "t" + UUID.randomUUID().toString().replace("-", "");
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + like);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        database.setDatabaseName(name);
        return database;
    }

    /** Returns a configuration file that names a database. */
    public static String configuration(PGSimpleDataSource database) {
        return "database: {url: \"" + database.getURL() + "\", user: " + database.getUser() + ", password: \""
                + database.getPassword() + "\"}\n";
    }

    private static PGSimpleDataSource server() {
        String given = System.getProperty(SERVER, "");
        if (given.isEmpty()) {
            return Started.SERVER.source();
        }
        PGSimpleDataSource server = new PGSimpleDataSource();
        server.setURL(given);
        return server;
    }

    /** Made when a test first asks for it, because making the tables takes about a second. */
    private static final class Migrated {
        private static final String NAME = make();

        private static String make() {
            PGSimpleDataSource database = empty();
            try {
                Migrations.run(database);
            } catch (DatabaseException e) {
                throw new IllegalStateException(e);
            }
            return database.getDatabaseName();
        }
    }

    /** Started when a test first asks for it, and stopped with the run by the server's own hook. */
    private static final class Started {
        private static final EmbeddedServer SERVER = start();

        private static EmbeddedServer start() {
            try {
                return EmbeddedServer.start(Path.of("target/test-database"));
            } catch (DatabaseException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
