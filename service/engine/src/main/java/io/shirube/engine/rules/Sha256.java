package io.shirube.engine.rules;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hash by which files are told apart. */
final class Sha256 {

    static final int BYTES = 32;

    private Sha256() {}

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
