package io.shirube.service.http;

import java.io.IOException;

/** A body came more slowly than allowed and is no longer waited for. */
final class SlowBodyException extends IOException {

    private static final long serialVersionUID = 1L;

    SlowBodyException(long bytesPerSecond) {
        super("slower than " + bytesPerSecond + " bytes a second");
    }
}
