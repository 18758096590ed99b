package io.shirube.service.db;

import io.dropwizard.core.setup.Environment;
import io.dropwizard.db.DataSourceFactory;
import io.dropwizard.db.ManagedDataSource;
import io.dropwizard.jdbi3.JdbiFactory;
import io.shirube.service.book.BookUnavailableException;
import io.shirube.service.requests.Author;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.jdbi.v3.core.statement.TemplateEngine;
import org.jdbi.v3.sqlobject.SqlObjectPlugin;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The only way to the tables. What {@link #write} returns is committed, and what it throws has changed nothing, unless the
 * connection broke while it committed. Safe for use by many threads.
 */
@SuppressWarnings(
        "ThreadLocalUsage") // because a thread's transaction is one of this database, and a program may use two
public final class Transactions {

    private static final Logger LOG = LoggerFactory.getLogger(Transactions.class);

    private final Jdbi jdbi;
    private final StandingChanges changes = new StandingChanges();
    private final boolean alone;
    private final ThreadLocal<Joint> joint = new ThreadLocal<>();
    private final ThreadLocal<Author> author = ThreadLocal.withInitial(() -> Author.COMMAND_LINE);

    private Transactions(Jdbi jdbi, boolean alone) {
        this.jdbi = jdbi;
        this.alone = alone;
        jdbi.setSqlLogger(changes);
        jdbi.registerRowMapper(new RecordMappers());
        // because the arguments of a statement that fails are a customer's data, and no part of a log
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
        // because no statement is a template, and each would be parsed as one whenever it runs
        jdbi.setTemplateEngine(TemplateEngine.NOP);
    }

    /**
     * Returns transactions on a pool of connections that is closed with the service.
     *
     * @param alone whether no other program writes to the database
     */
    static Transactions pooled(Environment environment, DataSourceFactory pool, String name, boolean alone) {
        Jdbi jdbi = new JdbiFactory() {
            @Override
            protected Jdbi newInstance(ManagedDataSource source) {
                return Jdbi.create(new SettledConnections(source));
            }
        }.build(environment, pool, name);
        // because it waits for a free connection, so that a busy service would count as a sick one
        environment.healthChecks().unregister(name);
        return new Transactions(jdbi, alone);
    }

    /** Returns transactions on connections that somebody else looks after. */
    static Transactions on(DataSource source) {
        return on(source, false);
    }

    /** @param alone whether no other program writes to the database */
    static Transactions on(DataSource source, boolean alone) {
        return new Transactions(
                Jdbi.create(new SettledConnections(source)).installPlugin(new SqlObjectPlugin()), alone);
    }

    /** Statements of a connection. */
    interface Statements {
        <S> S of(Class<S> statements);

        /** Returns in whose name is written. */
        Author author();

        /** Runs some of a write apart: when it throws, what it did is undone and the rest of the write stands. */
        void apart(Runnable work);
    }

    /**
     * Runs statements that read, each of one moment; what several find may be of several moments.
     *
     * @throws BookUnavailableException when the database cannot do it for now
     */
    <T> T read(Function<Statements, T> work) {
        @Nullable Joint joined = joint.get();
        return joined == null
                ? whole(() -> jdbi.withHandle(handle -> work.apply(new HandleStatements(handle, author.get()))))
                : joined.run(work);
    }

    /**
     * Runs statements that write, all of them or none, and commits before it returns; inside {@link #together} they are committed
     * with the rest.
     *
     * @throws BookUnavailableException when the database cannot do it for now
     */
    <T> T write(Function<Statements, T> work) {
        @Nullable Joint joined = joint.get();
        return joined == null
                ? whole(() -> jdbi.inTransaction(handle -> work.apply(new HandleStatements(handle, author.get()))))
                : joined.run(work);
    }

    /**
     * Runs statements as {@link #write} does that have nothing to return.
     *
     * @throws BookUnavailableException when the database cannot do it for now
     */
    void change(Consumer<Statements> work) {
        write(statements -> {
            work.accept(statements);
            return true;
        });
    }

    /** Does in somebody's name what this thread writes while some work runs. */
    <T> T by(Author somebody, Supplier<T> work) {
        author.set(somebody);
        try {
            return work.get();
        } finally {
            author.remove();
        }
    }

    /**
     * Makes one transaction of everything that this thread reads and writes while some work runs, and commits it before it returns.
     * When a part of it fails, all of it does, whatever the work makes of that.
     *
     * @throws BookUnavailableException when the database cannot do it for now
     * @throws IllegalStateException when it is called inside itself
     */
    <T> T together(Supplier<T> work) {
        if (joint.get() != null) {
            throw new IllegalStateException("a transaction of several writes is open already");
        }
        List<Runnable> afterwards = new ArrayList<>();
        T result = whole(() -> jdbi.inTransaction(handle -> {
            Joint one = new Joint(new HandleStatements(handle, author.get()), afterwards);
            joint.set(one);
            try {
                T made = work.get();
                one.requireWhole();
                return made;
            } finally {
                joint.remove();
            }
        }));
        afterwards.forEach(Runnable::run);
        return result;
    }

    /** Does something once what this thread writes now is committed: at once outside of {@link #together}, and not at all if it fails. */
    public void onceCommitted(Runnable work) {
        @Nullable Joint joined = joint.get();
        if (joined == null) {
            work.run();
        } else {
            joined.afterwards.add(work);
        }
    }

    /** The transaction that several writes of one thread share. For that thread. */
    private static final class Joint {

        private final Statements statements;
        private final List<Runnable> afterwards;
        private @Nullable RuntimeException broken;

        Joint(Statements statements, List<Runnable> afterwards) {
            this.statements = statements;
            this.afterwards = afterwards;
        }

        <T> T run(Function<Statements, T> work) {
            try {
                return reached(() -> work.apply(statements));
            } catch (RuntimeException e) {
                broken = e;
                throw e;
            }
        }

        /** Because half of a write must not be committed as if it were all of it. */
        void requireWhole() {
            if (broken != null) {
                throw new IllegalStateException("a write failed, and what it belongs to went on", broken);
            }
        }
    }

    /** Returns a number that stays the same as long as no account stands elsewhere, or {@link StandingChanges#NOW}. */
    long moment() {
        return alone ? changes.moment() : StandingChanges.NOW;
    }

    private <T> T whole(Supplier<T> work) {
        changes.begin();
        try {
            return reached(work);
        } finally {
            changes.over();
        }
    }

    private static <T> T reached(Supplier<T> work) {
        try {
            return work.get();
        } catch (JdbiException e) {
            String why = OutOfReach.why(e).orElseThrow(() -> e);
            LOG.warn("{}", why, e);
            throw new BookUnavailableException(e);
        }
    }
}
