package io.shirube.service.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file that is whole or not there: it is written beside its place and moved into it at the end. For one thread.
 */
final class OutputFile implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OutputFile.class);
    private static final int BUFFER = 256 * 1024;

    private final Path place;
    private final Path unfinished;
    private final OutputStream stream;
    private final Thread removal;

    /** @throws IOException when nothing can be written beside the file's place */
    OutputFile(Path place) throws IOException {
        Path folder = place.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new NoSuchFileException(String.valueOf(folder));
        }
        this.place = place;
        this.unfinished = folder.resolve(
                "." + place.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
        this.stream = new BufferedOutputStream(Files.newOutputStream(unfinished), BUFFER);
        // because Ctrl-C ends the program without closing anything
        this.removal = new Thread(this::remove, "unfinished-output");
        Runtime.getRuntime().addShutdownHook(removal);
    }

    OutputStream stream() {
        return stream;
    }

    /** Puts the finished file in its place. */
    void finish() throws IOException {
        stream.close();
        Files.move(unfinished, place, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Removes what was not finished. */
    @Override
    public void close() throws IOException {
        stream.close();
        remove();
        try {
            Runtime.getRuntime().removeShutdownHook(removal);
        } catch (IllegalStateException stopping) {
            // because the hook runs already
        }
    }

    private void remove() {
        try {
            Files.deleteIfExists(unfinished);
        } catch (IOException e) {
            LOG.warn("{} could not be removed.", unfinished, e);
        }
    }
}
