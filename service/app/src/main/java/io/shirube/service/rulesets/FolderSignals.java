package io.shirube.service.rulesets;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wakes its caller when the file system reports a change below a folder. Reports may be missing (network folders) or
 * late: whoever waits must look for himself as well. For one thread.
 */
final class FolderSignals implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FolderSignals.class);
    private static final int MAX_DEPTH = 10;

    private final Path folder;
    private final @Nullable WatchService watch;

    private FolderSignals(Path folder, @Nullable WatchService watch) {
        this.folder = folder;
        this.watch = watch;
    }

    /** Listens to a folder, or to nothing when the system has no reports left to give. */
    static FolderSignals on(Path folder) {
        try {
            FolderSignals signals =
                    new FolderSignals(folder, folder.getFileSystem().newWatchService());
            signals.register();
            return signals;
        } catch (IOException e) {
            LOG.warn("The file system reports no changes, so the rule folder is only looked at: {}", e.toString());
            return new FolderSignals(folder, null);
        }
    }

    /** Waits, at most this long, and returns whether a change was reported. */
    boolean await(Duration atMost) throws InterruptedException {
        if (watch == null) {
            TimeUnit.MILLISECONDS.sleep(atMost.toMillis());
            return false;
        }
        WatchKey key = watch.poll(atMost.toMillis(), TimeUnit.MILLISECONDS);
        boolean reported = key != null;
        while (key != null) {
            key.pollEvents();
            key.reset();
            key = watch.poll();
        }
        if (reported) {
            register();
        }
        return reported;
    }

    /** Registers every folder there is now; one that is registered already stays so. */
    private void register() {
        WatchService reports = watch;
        if (reports == null) {
            return;
        }
        for (Path directory : directories()) {
            try {
                directory.register(reports, ENTRY_CREATE, ENTRY_MODIFY, ENTRY_DELETE);
            } catch (IOException vanishedOrTooMany) {
                // because the caller looks for himself as well, a folder without reports is only seen later
            }
        }
    }

    private List<Path> directories() {
        try (Stream<Path> walk = Files.walk(folder, MAX_DEPTH)) {
            return walk.filter(Files::isDirectory).toList();
        } catch (IOException | UncheckedIOException vanished) {
            return List.of();
        }
    }

    @Override
    public void close() {
        if (watch != null) {
            try {
                watch.close();
            } catch (IOException e) {
                LOG.warn("The watch on {} did not close.", folder, e);
            }
        }
    }
}
