package io.shirube.service.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a caller proves with that a key is his: {@code shk_} and 43 letters and digits, each drawn evenly, which is 256 bits of
 * chance. It is shown once and then known by its {@link #hash} only. Immutable.
 *
 * <p>The hash is a plain SHA-256. A slow hash with a salt is for what people think up: nobody can try 2^256 secrets however fast
 * the hash is, and no two are the same. Looking a secret up by its hash tells nothing by the time it takes either, because
 * whoever guesses cannot choose how a hash begins.
 */
public final class Secret {

    private static final String MARK = "shk_";
    private static final String LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int LENGTH = 43;
    private static final int SHOWN = MARK.length() + 6;
    private static final Pattern FORM = Pattern.compile(MARK + "[0-9A-Za-z]{" + LENGTH + "}");

    private final String text;

    private Secret(String text) {
        this.text = text;
    }

    static Secret random(SecureRandom random) {
        StringBuilder text = new StringBuilder(MARK);
        for (int i = 0; i < LENGTH; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return new Secret(text.toString());
    }

    /** Returns what somebody sent as a secret, unless no secret looks like that. */
    static Optional<Secret> read(String sent) {
        return FORM.matcher(sent).matches() ? Optional.of(new Secret(sent)) : Optional.empty();
    }

    /** Returns the whole secret, for the one time it is shown. */
    public String reveal() {
        return text;
    }

    /** Returns its beginning, by which people recognise it and with which nobody can do anything. */
    String prefix() {
        return text.substring(0, SHOWN);
    }

    /** Returns what is kept of it. */
    public SecretHash hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return new SecretHash(HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.US_ASCII))));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Returns no more than may stand in a log. */
    @Override
    public String toString() {
        return prefix() + "…";
    }
}
