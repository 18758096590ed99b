package io.shirube.service.requests;

import org.jspecify.annotations.Nullable;

/**
 * Who writes.
 *
 * @param key number of the API key; 0 for nobody's key
 * @param name the key's
 * @param request name of the request, as its answer and the log have it; null when none was sent or it is not known
 */
public record Author(long key, String name, @Nullable String request) {

    /** Who writes without any request: the program's commands. */
    public static final Author COMMAND_LINE = new Author(0, "command line", null);
}
