package io.shirube.service.db;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The password of the embedded server, in a file that only the program's own user may read: so that nobody else of the machine
 * signs in. Stateless.
 */
final class ServerPassword {

    static final String NAME = "password";

    private static final int BYTES = 24;
    private static final String ASKED = "host all all 127.0.0.1/32 scram-sha-256\nhost all all ::1/128 scram-sha-256\n";

    private ServerPassword() {}

    /** Returns where a folder keeps it. */
    static Path file(Path folder) {
        return folder.resolve(NAME);
    }

    /** Returns the password of a folder's server, made up the first time. */
    static String of(Path folder) throws IOException {
        Path file = file(folder);
        if (!Files.exists(file)) {
            byte[] random = new byte[BYTES];
            new SecureRandom().nextBytes(random);
            WholeFile.write(file, HexFormat.of().formatHex(random));
        }
        return Files.readString(file, US_ASCII).strip();
    }

    /** Makes the server that starts next on these files ask everybody for the password, and listen to this machine only. */
    static void require(Path files) {
        try {
            Path rules = files.resolve("pg_hba.conf");
            if (!Files.readString(rules, US_ASCII).equals(ASKED)) {
                WholeFile.write(rules, ASKED);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
