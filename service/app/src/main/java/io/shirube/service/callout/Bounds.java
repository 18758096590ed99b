package io.shirube.service.callout;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

/**
 * Ends exchanges that take too long as a whole, whatever they are at: timeouts of single reads do not end one whose bytes come one
 * by one. Reads answers to their end within that time, up to a limit. Safe for use by many threads; close it once.
 */
final class Bounds implements ExecChainHandler, AutoCloseable {

    private final long millis;
    private final int mostBytes;
    private final ScheduledThreadPoolExecutor timer;

    /**
     * @param longest how long an exchange may take
     * @param mostBytes how much of an answer's body is read; the rest is nobody's
     */
    Bounds(Duration longest, int mostBytes) {
        this.millis = longest.toMillis();
        this.mostBytes = mostBytes;
        this.timer = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, "webhook-timer");
            thread.setDaemon(true);
            return thread;
        });
        timer.setRemoveOnCancelPolicy(true);
    }

    /** An exchange took too long as a whole. */
    static final class OverdueException extends InterruptedIOException {

        private static final long serialVersionUID = 1L;

        OverdueException(Exception cause) {
            initCause(cause);
        }
    }

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        AtomicBoolean overdue = new AtomicBoolean();
        ScheduledFuture<?> end = timer.schedule(
                () -> {
                    overdue.set(true);
                    cancel(scope);
                },
                millis,
                TimeUnit.MILLISECONDS);
        try {
            ClassicHttpResponse response = chain.proceed(request, scope);
            readEnd(response, scope);
            return response;
        } catch (IOException | RuntimeException e) {
            if (overdue.get()) {
                throw new OverdueException(e);
            }
            throw e;
        } finally {
            end.cancel(false);
        }
    }

    /** Closes the connection under whoever waits for it, and lets a later step find out too. */
    private static void cancel(ExecChain.Scope scope) {
        if (scope.originalRequest instanceof Cancellable request) {
            request.cancel();
        }
        scope.execRuntime.discardEndpoint();
    }

    private void readEnd(ClassicHttpResponse response, ExecChain.Scope scope) throws IOException {
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return;
        }
        InputStream body = entity.getContent();
        byte[] bytes = body.readNBytes(mostBytes);
        if (bytes.length == mostBytes) {
            // because closing it would read on to its end
            scope.execRuntime.discardEndpoint();
        } else {
            body.close();
        }
        response.setEntity(new ByteArrayEntity(bytes, ContentType.APPLICATION_OCTET_STREAM));
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
