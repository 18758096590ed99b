package io.shirube.service.db;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of the embedded server, held by one program at a time: the lock goes with the process, however that ends, so who
 * holds it lives. Used by one thread.
 */
final class DataFolder implements AutoCloseable {

    /** Whose files these are; a later PostgreSQL does not read those of an earlier one. */
    static final String MAJOR_VERSION = "18";

    static final String FILES = "postgresql";

    /** Made once the first start went through. */
    static final String MADE = "made";

    /** Names the restore that made the files; not there without any, and in no backup. */
    private static final String RESTORE = "restore";

    private static final Logger LOG = LoggerFactory.getLogger(DataFolder.class);

    private final Path path;
    private final FileChannel lock;

    private DataFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Takes hold of a folder, which is made when missing.
     *
     * @throws FolderInUseException when another program holds it
     */
    static DataFolder hold(Path folder) throws IOException, DatabaseException {
        return tryHold(folder).orElseThrow(() -> new FolderInUseException(folder));
    }

    /**
     * Takes hold of a folder whose files are to be copied or replaced.
     *
     * @throws DatabaseException when a service runs on it
     */
    static DataFolder holdStopped(Path folder) throws IOException, DatabaseException {
        return tryHold(folder)
                .orElseThrow(() -> new DatabaseException(
                        "サービスがデータのフォルダー（" + folder + "）を使っています。サービスを止めてから、もう一度実行してください。",
                        "a service uses the data folder (" + folder + "). Stop it, then try again."));
    }

    private static Optional<DataFolder> tryHold(Path folder) throws IOException {
        Files.createDirectories(folder);
        FileChannel channel =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return Optional.of(new DataFolder(folder, channel));
            }
        } catch (OverlappingFileLockException e) {
            // because the same process asked before
        }
        channel.close();
        return Optional.empty();
    }

    /** Returns whether a folder holds a server's files; nobody needs to hold it for that. */
    static boolean isMade(Path folder) {
        return Files.exists(folder.resolve(MADE));
    }

    Path path() {
        return path;
    }

    /** Returns where the server keeps its files. */
    Path files() {
        return path.resolve(FILES);
    }

    /** Returns where the server's program is unpacked. */
    Path program() {
        return path.resolve("server");
    }

    /** Marks that the server's files are whole. */
    void markMade() throws IOException {
        WholeFile.write(path.resolve(MADE), MAJOR_VERSION + "\n");
    }

    /** Marks that the files come from a backup, so that the service notices. */
    void markRestored() throws IOException {
        WholeFile.write(path.resolve(RESTORE), UUID.randomUUID() + "\n");
    }

    /** Returns what names the restore that made the files; empty without any. */
    String restore() throws IOException {
        Path marker = path.resolve(RESTORE);
        return Files.exists(marker) ? Files.readString(marker, UTF_8).strip() : "";
    }

    /** Refuses files that this program's server cannot read. */
    void requireVersion() throws IOException, DatabaseException {
        Path marker = files().resolve("PG_VERSION");
        String version = Files.exists(marker) ? Files.readString(marker, UTF_8).strip() : MAJOR_VERSION;
        if (!version.equals(MAJOR_VERSION)) {
            throw new DatabaseException(
                    "データは PostgreSQL " + version + " のもので、この版の Shirube（PostgreSQL " + MAJOR_VERSION
                            + "）では開けません。前の版の Shirube で起動するか、database.folder で別のフォルダーを指定してください。",
                    "the data is of PostgreSQL " + version + ", which this Shirube (PostgreSQL " + MAJOR_VERSION
                            + ") cannot open. Use the Shirube that made it, or name another folder by database.folder.");
        }
    }

    /** What a first start left that was cut short holds nothing yet, and no server starts on it. */
    void removeHalfMade() throws IOException {
        if (!isMade(path) && Files.exists(files())) {
            LOG.warn("The first start was cut short; its files are made anew.");
            Trees.delete(files());
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            LOG.warn("The lock on the data folder was not given back.", e);
        }
    }
}
