package io.shirube.service.db;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens connections that are inside no transaction. What somebody else left open on one is rolled back: Jdbi would take it for
 * the caller's own transaction, run the work inside and never commit. Safe for use by many threads.
 */
final class SettledConnections implements ConnectionFactory {

    private static final Logger LOG = LoggerFactory.getLogger(SettledConnections.class);

    private final DataSource source;

    SettledConnections(DataSource source) {
        this.source = source;
    }

    @Override
    public Connection openConnection() throws SQLException {
        Connection connection = source.getConnection();
        boolean settled = false;
        try {
            settle(connection);
            settled = true;
            return connection;
        } finally {
            if (!settled) {
                connection.close();
            }
        }
    }

    private static void settle(Connection connection) throws SQLException {
        if (connection.getAutoCommit()) {
            return;
        }
        LOG.warn("A connection was inside a transaction that nobody ended; it was rolled back.");
        // because the driver commits what is open when it goes back to auto-commit
        connection.rollback();
        connection.setAutoCommit(true);
    }
}
