package io.shirube.io;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.shirube.engine.input.Assembled;
import io.shirube.engine.input.InputCode;
import io.shirube.engine.input.ProblemList;
import io.shirube.engine.input.SnapshotAssembler;
import io.shirube.engine.input.Unreadable;
import io.shirube.engine.model.Text;
import io.shirube.io.sheet.CsvText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a CSV portfolio: a line of headings ({@code account.*}, {@code contract.*}, signal names, {@code NAME.at}), then
 * one account a row. A row of blank cells is no entry but counts. Where the file stops being CSV the portfolio ends with
 * an entry that says so.
 */
public final class CsvSource implements EntrySource {

    private static final int LONGEST_CELL = 1_000_000;
    private static final int LONGEST_ROW = 16 * 1024 * 1024;
    private static final int MOST_COLUMNS = 5_000;

    private final SourceStream source;
    private final InputStream in;
    private final SnapshotAssembler assembler;
    private final CloseableIterator<CsvRecord> records;
    private final CsvColumns columns;
    private final Optional<Text> said;
    private long line;
    private boolean ended;

    /**
     * Reads the headings.
     *
     * @param encoding {@code utf-8} or {@code cp932}, or null to find out
     * @throws PortfolioException when headings or encoding cannot be understood
     * @throws IOException when the stream breaks
     */
    public CsvSource(InputStream in, SnapshotReader reader, SignalTypes signals, @Nullable String encoding)
            throws IOException {
        this.in = in;
        this.source = new SourceStream(in);
        this.assembler = reader.assembler();
        CsvText text = CsvText.open(source, encoding);
        this.said = Optional.ofNullable(text.said());
        this.records = CsvReader.builder()
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .build(
                        CsvRecordHandler.builder()
                                .maxFields(MOST_COLUMNS)
                                .maxFieldSize(LONGEST_CELL)
                                .maxRecordSize(LONGEST_ROW)
                                .build(),
                        text.reader())
                .iterator();
        this.columns = CsvColumns.of(headings(), signals);
    }

    private List<String> headings() throws IOException {
        try {
            return records.hasNext() ? records.next().getFields() : List.of();
        } catch (CsvParseException | UncheckedIOException | NoSuchElementException e) {
            source.rethrowBreak();
            throw new PortfolioException("CSVの見出しが読めません。", "The headings of the CSV cannot be read.");
        }
    }

    /** Returns what to tell the user about the encoding, if it was not obvious. */
    public Optional<Text> said() {
        return said;
    }

    @Override
    public @Nullable Entry next() throws IOException {
        try {
            while (!ended && records.hasNext()) {
                CsvRecord record = records.next();
                line = record.getStartingLineNumber();
                if (record.getFields().stream().anyMatch(cell -> !cell.isBlank())) {
                    return new Row(line, record.getFields(), columns, assembler);
                }
            }
            return null;
        } catch (CsvParseException | UncheckedIOException e) {
            source.rethrowBreak();
            ended = true;
            return new Broken(line + 1, isEncoding(e), assembler);
        }
    }

    private static boolean isEncoding(@Nullable Throwable failure) {
        return failure != null && (failure instanceof CharacterCodingException || isEncoding(failure.getCause()));
    }

    @Override
    public long bytesRead() {
        return source.count();
    }

    @Override
    public void close() throws IOException {
        records.close();
        in.close();
    }

    private record Row(long line, List<String> cells, CsvColumns columns, SnapshotAssembler assembler)
            implements Entry {
        @Override
        public Assembled read() {
            ProblemList problems = new ProblemList();
            if (cells.size() > columns.size()
                    && cells.subList(columns.size(), cells.size()).stream().anyMatch(cell -> !cell.isBlank())) {
                problems.add(
                        InputCode.INVALID_CSV,
                        "",
                        "見出しより多い列に値があります。列の数: " + cells.size() + "、見出しの数: " + columns.size(),
                        "The row has " + cells.size() + " columns, but there are " + columns.size() + " headings.");
            }
            return assembler.assemble(columns.tree(cells), problems);
        }
    }

    private record Broken(long line, boolean encoding, SnapshotAssembler assembler) implements Entry {
        @Override
        public Assembled read() {
            ProblemList problems = new ProblemList();
            if (encoding) {
                problems.add(
                        InputCode.INVALID_ENCODING,
                        "",
                        "この行より先の文字コードが読めません。--encoding に utf-8 または cp932 を指定してください。",
                        "From this line on the encoding is another. Say --encoding utf-8 or cp932.");
            } else {
                problems.add(
                        InputCode.INVALID_CSV,
                        "",
                        "この行より先がCSVとして読めません。「\"」の閉じ忘れか、長すぎるセルがないか確かめてください。",
                        "From this line on the file is not CSV. Look for a quote that is not closed or a cell that is"
                                + " too long.");
            }
            return assembler.assemble(Unreadable.VALUE, problems);
        }
    }
}
