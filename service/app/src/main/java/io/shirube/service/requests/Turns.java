package io.shirube.service.requests;

import io.shirube.service.errors.ErrorCode;
import io.shirube.service.errors.Problem;
import io.shirube.service.errors.ProblemException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets one do what many want to do under the same name; the others wait, and are given what came of it when they wanted the same.
 * Who waits holds nothing that others need, least of all a connection of the database. Safe for use by many threads.
 */
final class Turns<T> {

    private static final Map<String, String> RETRY = Map.of("Retry-After", "1");

    private final ConcurrentHashMap<Object, Turn<T>> turns = new ConcurrentHashMap<>();
    private final Duration patience;

    /** @param patience how long somebody waits at most */
    Turns(Duration patience) {
        this.patience = patience;
    }

    /**
     * Somebody who is at it.
     *
     * @param what he wants to do
     * @param done what came of it; null when it failed
     */
    private record Turn<T>(String what, CompletableFuture<@Nullable T> done) {}

    /** @param own whether it came of the caller's own work */
    record Taken<T>(T result, boolean own) {}

    /**
     * Does some work when nobody else is at it under the same name, or waits for who does the same.
     *
     * @param what two who say the same want the same
     * @throws ProblemException when that takes too long
     */
    Taken<T> take(Object name, String what, Supplier<T> work) {
        long until = System.nanoTime() + patience.toNanos();
        while (true) {
            Turn<T> own = new Turn<>(what, new CompletableFuture<>());
            @Nullable Turn<T> other = turns.putIfAbsent(name, own);
            if (other == null) {
                return new Taken<>(run(name, own, work), true);
            }
            @Nullable T result = await(other, until);
            if (result != null && other.what().equals(what)) {
                return new Taken<>(result, false);
            }
        }
    }

    private T run(Object name, Turn<T> own, Supplier<T> work) {
        @Nullable T result = null;
        try {
            result = work.get();
            return result;
        } finally {
            // because who waits and got nothing takes the next turn
            turns.remove(name, own);
            own.done().complete(result);
        }
    }

    private static <T> @Nullable T await(Turn<T> other, long until) {
        try {
            return other.done().get(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new ProblemException(Problem.of(ErrorCode.REQUEST_IN_PROGRESS), RETRY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(Problem.of(ErrorCode.UNAVAILABLE));
        } catch (ExecutionException e) {
            throw new IllegalStateException("a turn never ends so", e);
        }
    }

    /** Returns how many names are in use. */
    int names() {
        return turns.size();
    }
}
