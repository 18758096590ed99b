package io.shirube.service.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Several files of one run: put in their places together at the end, or removed. For one thread. */
final class OutputFiles implements AutoCloseable {

    private final List<OutputFile> files = new ArrayList<>();

    /** @throws IOException when nothing can be written beside the file's place */
    OutputStream open(Path place) throws IOException {
        OutputFile file = new OutputFile(place);
        files.add(file);
        return file.stream();
    }

    void finish() throws IOException {
        for (OutputFile file : files) {
            file.finish();
        }
    }

    /** Removes what was not finished. */
    @Override
    public void close() throws IOException {
        IOException first = null;
        for (OutputFile file : files) {
            try {
                file.close();
            } catch (IOException e) {
                if (first == null) {
                    first = e;
                } else {
                    first.addSuppressed(e);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
