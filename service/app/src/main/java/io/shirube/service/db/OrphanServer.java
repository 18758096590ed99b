package io.shirube.service.db;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The database server of a program that was killed: it lives on, and nobody needs it. Stateless. */
final class OrphanServer {

    private static final Logger LOG = LoggerFactory.getLogger(OrphanServer.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LOOK = Duration.ofMillis(20);
    private static final String PID_FILE = "postmaster.pid";

    private OrphanServer() {}

    /**
     * Stops the server that works on a server's files, if one does. Only who holds the data folder may ask.
     *
     * @throws DatabaseException when it does not stop
     */
    static void stop(Path files) throws IOException, DatabaseException {
        Optional<ProcessHandle> orphan = find(files);
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
            awaitEnd(orphan.get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Looks often by itself, because what a process handle tells of another's child comes up to seconds late. */
    private static void awaitEnd(ProcessHandle orphan) throws InterruptedException, DatabaseException {
        long started = System.nanoTime();
        while (orphan.isAlive()) {
            if (System.nanoTime() - started > PATIENCE.toNanos()) {
                throw new DatabaseException(
                        "前回のデータベース（プロセス " + orphan.pid() + "）が止まりません。終了させてから起動してください。",
                        "the database server of the last run (process " + orphan.pid()
                                + ") does not stop. End it, then start again.");
            }
            Thread.sleep(LOOK.toMillis());
        }
    }

    private static Optional<ProcessHandle> find(Path files) throws IOException {
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
}
