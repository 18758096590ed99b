package io.shirube.service.webhooks;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What came of sending a message once.
 *
 * @param status of the HTTP answer; null without any
 * @param trouble null when the receiver took it
 * @param retryAfter for how long the receiver asks to be left alone; null when it does not ask
 */
public record Answer(
        @Nullable Integer status,
        @Nullable Trouble trouble,
        @Nullable Duration retryAfter) {

    private static final int OK = 200;
    private static final int NOT_OK = 300;
    private static final int GONE = 410;

    /** Returns the answer with an HTTP status. */
    public static Answer of(int status, @Nullable Duration retryAfter) {
        return new Answer(status, status >= OK && status < NOT_OK ? null : Trouble.STATUS, retryAfter);
    }

    /** Returns what it is when no answer came. */
    public static Answer none(Trouble trouble) {
        return new Answer(null, trouble, null);
    }

    public boolean delivered() {
        return trouble == null;
    }

    /** Returns whether the receiver wants to be told nothing any more. */
    boolean gone() {
        return status != null && status == GONE;
    }
}
