package io.shirube.service.http;

import io.shirube.engine.model.Text;
import io.shirube.service.config.LimitsConfiguration;
import io.shirube.service.errors.ErrorCode;
import io.shirube.service.errors.Problem;
import io.shirube.service.errors.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.List;

/** Reads bodies within their limits; what is beyond them becomes a problem. Immutable, safe for use by many threads. */
public final class RequestBody {

    private static final int NONE = -1;

    private final LimitsConfiguration limits;

    public RequestBody(LimitsConfiguration limits) {
        this.limits = limits;
    }

    /**
     * Reads a whole body that is one account.
     *
     * @param declared the body's length as its header says, negative when it does not
     * @throws ProblemException when the body is empty, too large or too slow
     */
    public byte[] readOne(InputStream body, long declared) throws IOException {
        byte[] bytes = readOneOrNone(body, declared);
        if (bytes.length == 0) {
            throw new ProblemException(Problem.of(ErrorCode.EMPTY_BODY));
        }
        return bytes;
    }

    /**
     * Reads a whole body that may be left out.
     *
     * @param declared the body's length as its header says, negative when it does not
     * @throws ProblemException when the body is too large or too slow
     */
    public byte[] readOneOrNone(InputStream body, long declared) throws IOException {
        requireAllowed(body, declared, limits.bodyBytes());
        InputStream paced = new PacedStream(body, limits.minRequestDataPerSecond());
        try (InputStream limited = new LimitedStream(paced, limits.bodyBytes())) {
            return limited.readAllBytes();
        } catch (BodyTooLargeException e) {
            throw new ProblemException(tooLarge(e.most()));
        } catch (SlowBodyException e) {
            throw new ProblemException(Problem.of(ErrorCode.REQUEST_TIMEOUT));
        }
    }

    /**
     * Returns a body of many lines once its first byte has come; reading it beyond the limit throws {@link
     * BodyTooLargeException}.
     *
     * @param declared the body's length as its header says, negative when it does not
     * @throws ProblemException when the body is empty, or said to be too large
     */
    public InputStream openMany(InputStream body, long declared) throws IOException {
        requireAllowed(body, declared, limits.bulkBytes());
        PushbackInputStream some = new PushbackInputStream(new LimitedStream(body, limits.bulkBytes()));
        int first = some.read();
        if (first == NONE) {
            throw new ProblemException(Problem.of(ErrorCode.EMPTY_BODY));
        }
        some.unread(first);
        return some;
    }

    /** Says that a body is larger than allowed. */
    public static Problem tooLarge(long most) {
        return new Problem(
                ErrorCode.TOO_LARGE,
                new Text(
                        "本文は " + most + " バイト以内にしてください。大きいものは分けて送ってください。",
                        "A body may have at most " + most + " bytes. Send more in several requests."),
                List.of());
    }

    private static void requireAllowed(InputStream body, long declared, long most) throws IOException {
        if (declared > most) {
            LimitedStream.drain(body);
            throw new ProblemException(tooLarge(most));
        }
    }
}
