package io.shirube.service.db;

import io.shirube.service.requests.Author;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** The statements of one connection. For one thread. */
final class HandleStatements implements Transactions.Statements {

    private static final String APART = "apart";

    private final Handle handle;
    private final Author author;
    // because attaching looks at every method, and a transaction asks for the same ones again for each account
    private final Map<Class<?>, Object> attached = new HashMap<>();

    HandleStatements(Handle handle, Author author) {
        this.handle = handle;
        this.author = author;
    }

    @Override
    public <S> S of(Class<S> statements) {
        return statements.cast(attached.computeIfAbsent(statements, handle::attach));
    }

    @Override
    public Author author() {
        return author;
    }

    @Override
    public void apart(Runnable work) {
        handle.savepoint(APART);
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            handle.rollbackToSavepoint(APART);
            throw e;
        }
        handle.releaseSavepoint(APART);
    }
}
