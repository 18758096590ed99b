package io.shirube.io;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The formats of a portfolio, told by the end of a file's name. */
public enum PortfolioFormat {
    NDJSON,
    JSON,
    CSV,
    XLSX;

    /** @throws PortfolioException when the name has no ending that can be read */
    public static PortfolioFormat of(String fileName) throws PortfolioException {
        String ending = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return switch (ending) {
            case "ndjson", "jsonl" -> NDJSON;
            case "json" -> JSON;
            case "csv" -> CSV;
            case "xlsx" -> XLSX;
            default ->
                throw new PortfolioException(
                        fileName + " の形式が分かりません。.ndjson、.json、.csv、.xlsx のいずれかにしてください。",
                        "The format of " + fileName + " is not known. Use .ndjson, .json, .csv or .xlsx.");
        };
    }

    /**
     * Opens a portfolio of this format.
     *
     * @param encoding of a CSV, or null to find out; the others are always UTF-8
     */
    public EntrySource open(InputStream in, SnapshotReader reader, SignalTypes signals, @Nullable String encoding)
            throws IOException {
        return switch (this) {
            case NDJSON -> new NdjsonSource(in, reader);
            case JSON -> new JsonSource(in, reader);
            case CSV -> new CsvSource(in, reader, signals, encoding);
            case XLSX -> new XlsxSource(in, reader, signals);
        };
    }
}
