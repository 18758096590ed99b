package io.shirube.service.http;

import java.io.IOException;

/** A body went on after the most bytes that are read of it. */
public final class BodyTooLargeException extends IOException {

    private static final long serialVersionUID = 1L;

    private final long most;

    BodyTooLargeException(long most) {
        super("more than " + most + " bytes");
        this.most = most;
    }

    /** Returns how many bytes are read at most. */
    public long most() {
        return most;
    }
}
