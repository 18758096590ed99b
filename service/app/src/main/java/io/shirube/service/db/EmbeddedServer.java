package io.shirube.service.db;

import io.shirube.engine.model.Text;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server that the program runs itself, with its files in one folder and every commit on disk before it is told.
 * A server that outlived a killed program is stopped first. Used by one thread, but {@link #close} by any.
 */
public final class EmbeddedServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final Duration START_TIME = Duration.ofSeconds(60);
    private static final String USER = "postgres";

    private final DataFolder folder;
    private final EmbeddedPostgres server;
    private final String password;
    private final String restore;
    private final Thread atTheEnd = new Thread(this::close, "database-end");

    private EmbeddedServer(DataFolder folder, EmbeddedPostgres server, String password, String restore) {
        this.folder = folder;
        this.server = server;
        this.password = password;
        this.restore = restore;
        Runtime.getRuntime().addShutdownHook(atTheEnd);
    }

    /**
     * Starts the server, which makes its files the first time. It stops when it is closed, or with the program.
     *
     * @param path the data folder; made when missing
     * @throws DatabaseException when another program uses the folder, its files are of another version, or the server does
     *     not start
     */
    public static EmbeddedServer start(Path path) throws DatabaseException {
        @Nullable DataFolder held = null;
        try {
            DataFolder folder = DataFolder.hold(path);
            held = folder;
            folder.requireVersion();
            OrphanServer.stop(folder.files());
            folder.removeHalfMade();
            EmbeddedServer running = run(folder);
            held = null;
            return running;
        } catch (IOException | RuntimeException | LinkageError e) {
            throw new DatabaseException(
                    new Text(
                            "組み込みデータベースを起動できませんでした（" + path
                                    + "）。空き容量とフォルダーの権限を確認するか、database.url で外部の PostgreSQL を指定してください。",
                            "the embedded database does not start (" + path
                                    + "). Look at free space and who may write to the folder, or name an external PostgreSQL"
                                    + " by database.url."),
                    e);
        } finally {
            if (held != null) {
                held.close();
            }
        }
    }

    private static EmbeddedServer run(DataFolder folder) throws IOException {
        // because it would make a folder of its own among the machine's temporary files
        System.setProperty("ot.epg.working-dir", folder.program().toString());
        String password = ServerPassword.of(folder.path());
        String restore = folder.restore();
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setDataDirectory(folder.files())
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(folder.program().toFile())
                // because the server must outlive the last request, and hooks run all at once
                .setRegisterShutdownHook(false)
                .setPGStartupWait(START_TIME)
                .setLocaleConfig("locale", "C.UTF-8")
                // because these options too are handed to initdb, which otherwise lets in everybody on this machine
                .setLocaleConfig("auth", "scram-sha-256")
                .setLocaleConfig("pwfile", ServerPassword.file(folder.path()).toString())
                .setDataDirectoryCustomizer(files -> ServerPassword.require(files.toPath()))
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("unix_socket_directories", "")
                .setConnectConfig("password", password)
                .start();
        EmbeddedServer running = new EmbeddedServer(folder, server, password, restore);
        boolean made = false;
        try {
            folder.markMade();
            made = true;
            return running;
        } finally {
            if (!made) {
                running.close();
            }
        }
    }

    /** Leaves it to the caller to close it when the program ends. */
    void leaveEndToCaller() {
        try {
            Runtime.getRuntime().removeShutdownHook(atTheEnd);
        } catch (IllegalStateException e) {
            // because the program ends already, and the hook with it closes the server
        }
    }

    /** Returns its database; each connection is a new one. */
    PGSimpleDataSource source() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {server.getPort()});
        source.setDatabaseName(USER);
        source.setUser(USER);
        source.setPassword(password);
        return source;
    }

    /** Returns what names the restore that made the files; empty without any. */
    String restore() {
        return restore;
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            LOG.warn("The embedded database did not stop cleanly; it recovers by itself when it starts again.", e);
        } finally {
            folder.close();
            leaveEndToCaller();
        }
    }
}
