package io.shirube.service.db;

import io.shirube.service.book.BookUnavailableException;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why a database cannot do for now what it was asked, which is nobody's fault who asks: he may ask again. Stateless. */
final class OutOfReach {

    /** SQLSTATE of a statement that was given up. */
    private static final String TOOK_TOO_LONG = "57014";

    private OutOfReach() {}

    /** Returns the sentence for the log; empty when asking again would not help. */
    static Optional<String> why(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                Optional<String> why = why(sql.getSQLState());
                if (why.isPresent()) {
                    return why;
                }
            }
        }
        return Optional.empty();
    }

    /** Returns whether something failed that may well not fail the next time: the database is away, or others were first. */
    static boolean passes(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BookUnavailableException
                    || (cause instanceof SQLException sql
                            && !TOOK_TOO_LONG.equals(sql.getSQLState())
                            && why(sql.getSQLState()).isPresent())) {
                return true;
            }
        }
        return false;
    }

    private static Optional<String> why(@Nullable String state) {
        if (state == null) {
            return Optional.of("No connection to the database came free: all are in use, or it cannot be reached.");
        }
        return sentence(state).map(sentence -> sentence + " (SQLSTATE " + state + ")");
    }

    private static Optional<String> sentence(String state) {
        if (state.startsWith("40")) {
            return Optional.of("Others were first, so the database undid what was begun.");
        }
        if (state.equals("55P03")) {
            return Optional.of("A statement waited longer than " + Database.LONGEST_WAIT_SECONDS
                    + " s for rows that others write, and was given up.");
        }
        if (state.equals(TOOK_TOO_LONG)) {
            return Optional.of("A statement was stopped: it took longer than " + Database.LONGEST_STATEMENT_SECONDS
                    + " s, and may do so again, or somebody cancelled it.");
        }
        if (state.startsWith("53")) {
            return Optional.of("The database has no memory, disk or connections left.");
        }
        return state.startsWith("08") || state.startsWith("57")
                ? Optional.of("The database cannot be reached.")
                : Optional.empty();
    }
}
