package io.shirube.service.db;

import java.nio.file.Path;
import org.postgresql.ds.PGSimpleDataSource;

/** How an external database is backed up: by PostgreSQL's own programs. Stateless. */
final class ExternalTools {

    private ExternalTools() {}

    static DatabaseException backup(PGSimpleDataSource database, Path file) {
        return refusal(
                "バックアップ", "backed up", "pg_dump --format=custom --file=" + quoted(file.toString()) + place(database));
    }

    static DatabaseException restore(PGSimpleDataSource database, Path file) {
        return refusal(
                "復元",
                "restored",
                "pg_restore --clean --if-exists --single-transaction" + place(database) + " "
                        + quoted(file.toString()));
    }

    private static DatabaseException refusal(String ja, String en, String command) {
        return new DatabaseException(
                "外部の PostgreSQL（database.url）は、PostgreSQL のツールで" + ja + "してください。\n  " + command,
                "an external PostgreSQL (database.url) is " + en + " by its own program:\n  " + command);
    }

    private static String place(PGSimpleDataSource database) {
        return " --host=" + quoted(database.getServerNames()[0])
                + " --port=" + port(database)
                + " --username=" + quoted(String.valueOf(database.getUser()))
                + " --dbname=" + quoted(String.valueOf(database.getDatabaseName()));
    }

    private static int port(PGSimpleDataSource database) {
        int port = database.getPortNumbers()[0];
        return port == 0 ? 5432 : port;
    }

    /** As a shell reads it. */
    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9_./:-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
