package io.shirube.service.webhooks;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * What messages to a receiver are signed with; the receiver has the same.
 *
 * @param text {@code whsec_} and the key in base64
 * @param expiresAt from when on messages are not signed with it any more; null for the newest
 */
public record SigningSecret(
        String text, Instant createdAt, @Nullable Instant expiresAt) {

    private static final String PREFIX = "whsec_";

    /** The specification asks for 24 to 64. */
    private static final int BYTES = 32;

    /** Returns a new one that has no end. */
    static SigningSecret random(SecureRandom random, Instant now) {
        byte[] key = new byte[BYTES];
        random.nextBytes(key);
        return new SigningSecret(PREFIX + Base64.getEncoder().encodeToString(key), now, null);
    }

    /** Returns no more than may stand in a log. */
    @Override
    public String toString() {
        return PREFIX + "…";
    }
}
