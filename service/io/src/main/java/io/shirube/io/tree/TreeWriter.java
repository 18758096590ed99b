package io.shirube.io.tree;

import io.shirube.io.PortfolioFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes entries; closing ends the document and leaves the stream open. Used by one thread. */
public interface TreeWriter extends AutoCloseable {

    /** @param entry numbers are {@link Double}, days are texts such as 2026-04-01 */
    void write(Map<String, @Nullable Object> entry) throws IOException;

    @Override
    void close() throws IOException;

    /**
     * Returns a writer.
     *
     * @param headings the columns of a format that has columns, see {@link io.shirube.io.CsvSource}
     */
    static TreeWriter of(OutputStream out, PortfolioFormat format, List<String> headings) throws IOException {
        return switch (format) {
            case NDJSON -> new JsonTreeWriter(out, false);
            case JSON -> new JsonTreeWriter(out, true);
            case CSV -> new CsvTreeWriter(out, headings);
            case XLSX -> new XlsxTreeWriter(out, headings);
        };
    }
}
