package io.shirube.service.requests;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a write was answered.
 *
 * @param headers those that belong to what was answered, not to the one answer
 * @param body may be empty
 * @param kept whether it may be given again; a secret is shown once
 * @param about the account whose erasure makes it forgotten, {@link #ANY} for whatever account, or null: it tells no more than ids
 */
@SuppressWarnings("ArrayRecordComponent") // because it is given on as it is and never compared
public record Answer(
        int status,
        Map<String, String> headers,
        byte[] body,
        boolean kept,
        @Nullable String about) {

    /** About several accounts that nobody looked up. */
    public static final String ANY = "";

    public Answer {
        headers = Map.copyOf(headers);
    }

    public static Answer of(int status, Map<String, String> headers, byte[] body) {
        return new Answer(status, headers, body, true, null);
    }

    /** Returns it as one that is not given again. */
    public Answer shownOnce() {
        return new Answer(status, headers, body, false, about);
    }

    /** Returns it as one that is forgotten with an account. */
    public Answer about(String account) {
        return new Answer(status, headers, body, kept, account);
    }
}
