package io.shirube.service.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.BooleanSupplier;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the database answers, within some seconds. It asks on a connection of its own, so that a busy pool is not taken for
 * a database that is away. Safe for use by many threads.
 */
final class DatabaseProbe implements BooleanSupplier {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseProbe.class);
    private static final int SECONDS = 2;

    private final PGSimpleDataSource source;

    /** @param source is given short timeouts, so it may serve nobody else */
    DatabaseProbe(PGSimpleDataSource source) {
        this.source = source;
        source.setConnectTimeout(SECONDS);
        source.setLoginTimeout(SECONDS);
        source.setSocketTimeout(SECONDS);
    }

    @Override
    public boolean getAsBoolean() {
        try (Connection connection = source.getConnection()) {
            return connection.isValid(SECONDS);
        } catch (SQLException e) {
            LOG.debug("The database does not answer.", e);
            return false;
        }
    }
}
