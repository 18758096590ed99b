package io.shirube.service.db;

import java.lang.reflect.Type;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.RowMapperFactory;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Maps rows onto records by their constructors. Which column of a statement goes where is found out once, because that takes longer
 * than to run most statements. Safe for use by many threads.
 */
final class RecordMappers implements RowMapperFactory {

    private final Map<Class<?>, RowMapper<?>> mappers = new ConcurrentHashMap<>();

    @Override
    public Optional<RowMapper<?>> build(Type type, ConfigRegistry config) {
        return type instanceof Class<?> wanted && wanted.isRecord()
                ? Optional.of(mappers.computeIfAbsent(wanted, Remembering::new))
                : Optional.empty();
    }

    private static final class Remembering<T> implements RowMapper<T> {

        private final RowMapper<T> any;
        private final Map<String, RowMapper<T>> byStatement = new ConcurrentHashMap<>();

        Remembering(Class<T> type) {
            this.any = ConstructorMapper.of(type);
        }

        @Override
        public T map(ResultSet row, StatementContext context) throws SQLException {
            return specialize(row, context).map(row, context);
        }

        @Override
        public RowMapper<T> specialize(ResultSet rows, StatementContext context) throws SQLException {
            String statement = context.getRenderedSql();
            RowMapper<T> known = byStatement.get(statement);
            if (known == null) {
                known = any.specialize(rows, context);
                byStatement.put(statement, known);
            }
            return known;
        }
    }
}
