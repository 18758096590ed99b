package io.shirube.service.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
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
    private final FileChannel file;
    private final OutputStream stream;
    private final Thread removal;

    /** @throws IOException when nothing can be written beside the file's place */
    OutputFile(Path place) throws IOException {
        this(place, new FileAttribute<?>[0]);
    }

    private OutputFile(Path place, FileAttribute<?>... attributes) throws IOException {
        Path folder = place.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new NoSuchFileException(String.valueOf(folder));
        }
        this.place = place;
        this.unfinished = folder.resolve(
                "." + place.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
        this.file = FileChannel.open(
                unfinished,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE),
                attributes);
        this.stream = new BufferedOutputStream(Channels.newOutputStream(file), BUFFER);
        // because Ctrl-C ends the program without closing anything
        this.removal = new Thread(this::remove, "unfinished-output");
        Runtime.getRuntime().addShutdownHook(removal);
    }

    /** Makes a file that only the program's own user may read. */
    static OutputFile secret(Path place) throws IOException {
        return new OutputFile(
                place, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }

    OutputStream stream() {
        return stream;
    }

    /** Puts the finished file in its place, once it is on disk. */
    void finishOnDisk() throws IOException {
        stream.flush();
        file.force(true);
        finish();
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
