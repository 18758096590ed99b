package io.shirube.service.db;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import javax.sql.DataSource;

/**
 * The password of the embedded server, in a file that only the program's own user may read: so that nobody else of the machine
 * signs in. Stateless.
 */
final class ServerPassword {

    private static final String FILE = "password";
    private static final int BYTES = 24;
    private static final String ASKED = "host all all 127.0.0.1/32 scram-sha-256\nhost all all ::1/128 scram-sha-256\n";

    private ServerPassword() {}

    /** Returns the password of a folder's server, made up the first time. */
    static String of(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            byte[] random = new byte[BYTES];
            new SecureRandom().nextBytes(random);
            WholeFile.write(file, HexFormat.of().formatHex(random));
        }
        return Files.readString(file, US_ASCII).strip();
    }

    /** Makes a running server ask for the password, if it does not yet. */
    static void require(String password, Path files, DataSource server) throws IOException, SQLException {
        Path rules = files.resolve("pg_hba.conf");
        if (Files.readString(rules, US_ASCII).equals(ASKED)) {
            return;
        }
        try (Connection connection = server.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER USER postgres PASSWORD '" + password + "'");
            WholeFile.write(rules, ASKED);
            statement.execute("SELECT pg_reload_conf()");
        }
    }
}
