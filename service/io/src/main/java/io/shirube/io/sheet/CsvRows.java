package io.shirube.io.sheet;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.shirube.engine.model.Text;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The rows of a CSV file in UTF-8 or CP932. Its row numbers are those a spreadsheet shows, whatever lines cells break into. */
public final class CsvRows implements SheetRows {

    private static final int LONGEST_CELL = 1_000_000;
    private static final int LONGEST_ROW = 16 * 1024 * 1024;

    private final String name;
    private final InputStream in;
    private final CloseableIterator<CsvRecord> records;
    private final @Nullable Text said;
    private final SheetLimits limits;
    private int row;

    private CsvRows(String name, InputStream in, CsvText text, SheetLimits limits) {
        this.name = name;
        this.in = in;
        this.said = text.said();
        this.limits = limits;
        this.records = CsvReader.builder()
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .build(
                        CsvRecordHandler.builder()
                                .maxFields(limits.columns())
                                .maxFieldSize(LONGEST_CELL)
                                .maxRecordSize(LONGEST_ROW)
                                .build(),
                        text.reader())
                .iterator();
    }

    /** @param encoding {@code utf-8} or {@code cp932}, or null to find out */
    public static CsvRows open(Path file, @Nullable String encoding, SheetLimits limits) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file));
        try {
            return new CsvRows(String.valueOf(file.getFileName()), in, CsvText.open(in, encoding), limits);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /** Returns what to tell the user about the encoding; null when it was obvious. */
    public @Nullable Text said() {
        return said;
    }

    @Override
    public @Nullable SheetRow next() throws IOException {
        try {
            if (!records.hasNext()) {
                return null;
            }
            CsvRecord record = records.next();
            row++;
            if (row == Integer.MAX_VALUE) {
                throw new UnreadableFileException(name + " の行が多すぎます。", name + " has too many rows.");
            }
            return new SheetRow(
                    row, record.getFields().stream().map(SheetCell::text).toList());
        } catch (CsvParseException | UncheckedIOException e) {
            throw broken(e);
        }
    }

    private UnreadableFileException broken(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CharacterCodingException) {
                return new UnreadableFileException(
                        name + " の " + (row + 1) + " 行目から先の文字コードが違います。encoding に utf-8 か cp932 を指定するか、保存し直してください。",
                        "From row " + (row + 1) + " of " + name
                                + " on the encoding is another. Say encoding: utf-8 or cp932.");
            }
        }
        return new UnreadableFileException(
                name + " の " + (row + 1) + " 行目から先がCSVとして読めません。「\"」の閉じ忘れ、長すぎるセル、多すぎる列（上限 " + limits.columns()
                        + "）がないか確かめてください。",
                "From row " + (row + 1) + " on " + name
                        + " is not CSV. Look for an unclosed quote, a cell that is too long, or more than "
                        + limits.columns() + " columns.");
    }

    @Override
    public void close() throws IOException {
        records.close();
        in.close();
    }
}
