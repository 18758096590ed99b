package io.shirube.service.db;

import io.shirube.service.operations.Nodes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** Which programs work on the database, by its own clock. Safe for use by many threads. */
public final class JdbiNodes implements Nodes.Store {

    private final Transactions transactions;

    public JdbiNodes(Transactions transactions) {
        this.transactions = transactions;
    }

    /** The statements about programs on the database. */
    interface NodeStatements {

        @SqlUpdate("""
                INSERT INTO node (name, program, ruleset, started_at) VALUES (:name, :program, :ruleset, :startedAt)
                ON CONFLICT (name) DO UPDATE SET ruleset = excluded.ruleset, seen_at = now()""")
        void seen(
                @Bind("name") String name,
                @Bind("program") String program,
                @Bind("ruleset") @Nullable String ruleset,
                @Bind("startedAt") Instant startedAt);

        @SqlQuery("SELECT * FROM node WHERE seen_at > now() - make_interval(secs => :silence) ORDER BY name")
        List<Nodes.Node> all(@Bind("silence") long silence);

        @SqlUpdate("DELETE FROM node WHERE name = :name OR seen_at < now() - make_interval(secs => :silence)")
        void gone(@Bind("name") String name, @Bind("silence") long silence);
    }

    @Override
    public void seen(String name, String program, @Nullable String ruleset, Instant startedAt) {
        transactions.change(statements -> statements.of(NodeStatements.class).seen(name, program, ruleset, startedAt));
    }

    @Override
    public List<Nodes.Node> all(Duration silence) {
        return transactions.read(
                statements -> statements.of(NodeStatements.class).all(silence.toSeconds()));
    }

    @Override
    public void gone(String name, Duration silence) {
        transactions.change(statements -> statements.of(NodeStatements.class).gone(name, silence.toSeconds()));
    }
}
