package io.shirube.service.requests;

/**
 * Who writes.
 *
 * @param key number of the API key; 0 for nobody's key
 * @param name the key's
 */
public record Author(long key, String name) {

    /** Who writes without any request: the program's commands. */
    public static final Author COMMAND_LINE = new Author(0, "command line");
}
