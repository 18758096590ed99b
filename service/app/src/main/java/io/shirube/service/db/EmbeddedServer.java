package io.shirube.service.db;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.shirube.engine.model.Text;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server that the program runs itself, with its files in one folder and every commit on disk before it is told.
 * A server that outlived a killed program is stopped first. Used by one thread.
 */
public final class EmbeddedServer implements AutoCloseable {

    /** Whose files these are; a later PostgreSQL does not read those of an earlier one. */
    static final String MAJOR_VERSION = "18";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final Duration START_TIME = Duration.ofSeconds(60);
    private static final Duration ORPHAN_TIME = Duration.ofSeconds(20);
    private static final String USER = "postgres";
    private static final String PROGRAM = "server";
    private static final String PID_FILE = "postmaster.pid";
    private static final String FILES = "postgresql";

    /** Made once the first start went through. */
    private static final String MADE = "made";

    private final FileChannel lock;
    private final EmbeddedPostgres server;
    private final String password;

    private EmbeddedServer(FileChannel lock, EmbeddedPostgres server, String password) {
        this.lock = lock;
        this.server = server;
        this.password = password;
    }

    /**
     * Starts the server, which makes its files the first time.
     *
     * @param folder made when missing
     * @throws DatabaseException when another program uses the folder, its files are of another version, or the server does
     *     not start
     */
    public static EmbeddedServer start(Path folder) throws DatabaseException {
        @Nullable FileChannel lock = null;
        try {
            Files.createDirectories(folder);
            lock = lock(folder);
            Path files = folder.resolve(FILES);
            requireVersion(files);
            stopOrphan(files);
            removeHalfMade(folder);
            EmbeddedServer running = run(folder, lock);
            lock = null;
            return running;
        } catch (IOException | SQLException | RuntimeException | LinkageError e) {
            throw new DatabaseException(
                    new Text(
                            "組み込みデータベースを起動できませんでした（" + folder
                                    + "）。空き容量とフォルダーの権限を確認するか、database.url で外部の PostgreSQL を指定してください。",
                            "the embedded database does not start (" + folder
                                    + "). Look at free space and who may write to the folder, or name an external PostgreSQL"
                                    + " by database.url."),
                    e);
        } finally {
            if (lock != null) {
                closeQuietly(lock);
            }
        }
    }

    private static EmbeddedServer run(Path folder, FileChannel lock) throws IOException, SQLException {
        Path program = folder.resolve(PROGRAM);
        // because it would make a folder of its own among the machine's temporary files
        System.setProperty("ot.epg.working-dir", program.toString());
        String password = ServerPassword.of(folder);
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve(FILES))
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(program.toFile())
                .setPGStartupWait(START_TIME)
                .setLocaleConfig("locale", "C.UTF-8")
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("unix_socket_directories", "")
                .setConnectConfig("password", password)
                .start();
        EmbeddedServer running = new EmbeddedServer(lock, server, password);
        boolean guarded = false;
        try {
            ServerPassword.require(password, folder.resolve(FILES), running.source());
            WholeFile.write(folder.resolve(MADE), MAJOR_VERSION + "\n");
            guarded = true;
            return running;
        } finally {
            if (!guarded) {
                server.close();
            }
        }
    }

    /** What a first start left that was cut short holds nothing yet, and no server starts on it. */
    private static void removeHalfMade(Path folder) throws IOException {
        Path files = folder.resolve(FILES);
        if (!Files.exists(folder.resolve(MADE)) && Files.exists(files)) {
            LOG.warn("The first start was cut short; its files are made anew.");
            try (Stream<Path> all = Files.walk(files)) {
                for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
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

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            LOG.warn("The embedded database did not stop cleanly; it recovers by itself when it starts again.", e);
        } finally {
            closeQuietly(lock);
        }
    }

    /** The lock goes with the process that holds it, however that ends; so who holds it lives. */
    private static FileChannel lock(Path folder) throws IOException, DatabaseException {
        FileChannel channel =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // because the same process asked before
        }
        channel.close();
        throw new DatabaseException(
                "データのフォルダー（" + folder + "）は別の Shirube が使っています。そちらを止めるか、config.yml の database.folder で別のフォルダーを指定してください。",
                "another Shirube uses the data folder (" + folder
                        + "). Stop it, or name another folder in config.yml, database.folder.");
    }

    private static void requireVersion(Path files) throws IOException, DatabaseException {
        Path marker = files.resolve("PG_VERSION");
        String version = Files.exists(marker) ? Files.readString(marker, UTF_8).strip() : MAJOR_VERSION;
        if (!version.equals(MAJOR_VERSION)) {
            throw new DatabaseException(
                    "データは PostgreSQL " + version + " のもので、この版の Shirube（PostgreSQL " + MAJOR_VERSION
                            + "）では開けません。前の版の Shirube で起動するか、database.folder で別のフォルダーを指定してください。",
                    "the data is of PostgreSQL " + version + ", which this Shirube (PostgreSQL " + MAJOR_VERSION
                            + ") cannot open. Use the Shirube that made it, or name another folder by database.folder.");
        }
    }

    /** The server of a program that was killed lives on; nobody else needs it, because we hold the folder's lock. */
    private static void stopOrphan(Path files) throws IOException, DatabaseException {
        Optional<ProcessHandle> orphan = orphan(files);
        if (orphan.isEmpty()) {
            // because the server does not start beside a number that some other program has by now
            Files.deleteIfExists(files.resolve(PID_FILE));
            return;
        }
        LOG.warn(
                "A database server outlived the program that started it; it is stopped: {}.",
                orphan.get().pid());
        orphan.get().destroy();
        try {
            orphan.get().onExit().get(ORPHAN_TIME.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new DatabaseException(
                    new Text(
                            "前回のデータベース（プロセス " + orphan.get().pid() + "）が止まりません。終了させてから起動してください。",
                            "the database server of the last run (process "
                                    + orphan.get().pid() + ") does not stop. End it, then start again."),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Optional<ProcessHandle> orphan(Path files) throws IOException {
        Path pidFile = files.resolve(PID_FILE);
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(pidFile, UTF_8);
        if (lines.isEmpty() || !lines.get(0).strip().matches("[0-9]{1,10}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.get(0).strip())).filter(process -> worksIn(process.pid(), files));
    }

    /** A number from a file may be another program's by now; a server works in the folder of its data. */
    private static boolean worksIn(long process, Path files) {
        try {
            return Path.of("/proc", Long.toString(process), "cwd").toRealPath().equals(files.toRealPath());
        } catch (IOException e) {
            return false;
        }
    }

    private static void closeQuietly(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.warn("The lock on the data folder was not given back.", e);
        }
    }
}
