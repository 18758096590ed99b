package io.shirube.service.db;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a server's files tell of how it ended, without starting it. Stateless. */
final class ServerFiles {

    /** Where {@code pg_control} keeps the state, after the system's number and two versions; the same in every PostgreSQL since 9. */
    private static final int STATE_AT = 16;

    /** The server was shut down, and everything is in its files: {@code DB_SHUTDOWNED}. */
    private static final int SHUT_DOWN = 1;

    private ServerFiles() {}

    /** Returns whether the server stopped cleanly: nothing runs on its files, and nothing is left to recover. */
    static boolean areSettled(Path files) throws IOException {
        if (Files.exists(files.resolve("postmaster.pid"))) {
            return false;
        }
        try (InputStream in = Files.newInputStream(files.resolve("global/pg_control"))) {
            byte[] head = in.readNBytes(STATE_AT + Integer.BYTES);
            return head.length == STATE_AT + Integer.BYTES
                    && ByteBuffer.wrap(head).order(ByteOrder.nativeOrder()).getInt(STATE_AT) == SHUT_DOWN;
        }
    }
}
