package io.shirube.service.requests;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps which writes were carried out and how they were answered. Every method throws {@link
 * io.shirube.service.book.BookUnavailableException} while the store cannot be reached. Implementations are safe for use by many
 * threads.
 */
public interface AnswerStore {

    /** Runs some work; what its thread writes meanwhile is noted as somebody's. Not to be nested. */
    <T> T by(Author author, Supplier<T> work);

    /**
     * Runs some work; what its thread writes meanwhile is durable as a whole when this returns, or, when it throws, not at all.
     * Not to be nested.
     */
    <T> T together(Supplier<T> work);

    /**
     * A write that was carried out.
     *
     * @param answer null when it is not kept
     */
    record Kept(String print, @Nullable Answer answer) {}

    /**
     * Claims the key of a write inside {@link #together}, after whoever else, on this node or another, is at it.
     *
     * @param write has a key
     * @param forgotten what was claimed then or earlier counts no more
     * @return what was carried out under the key before; empty when nothing was, and the key is this write's
     */
    Optional<Kept> claim(Write write, Instant now, Instant forgotten);

    /** Keeps how a write was answered that was claimed before inside the same {@link #together}. */
    void keep(Write write, Answer answer);
}
