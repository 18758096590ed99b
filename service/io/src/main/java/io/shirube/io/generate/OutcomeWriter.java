package io.shirube.io.generate;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.shirube.io.generate.Happenings.Decided;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;

/** Writes how customers decided, a decision a line. */
final class OutcomeWriter implements AutoCloseable {

    private final CsvWriter csv;
    private final LocalDate from;

    /** @param from decisions about terms that ended before are left out */
    OutcomeWriter(OutputStream out, LocalDate from) throws IOException {
        this.csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        this.from = from;
        csv.writeRecord("accountId", "month", "decisionDate", "outcome", "arrBefore", "arrAfter");
    }

    void write(String id, Life life) {
        for (Decided decision : life.happenings().decisions) {
            if (!decision.termEnd().isBefore(from)) {
                csv.writeRecord(
                        id,
                        YearMonth.from(decision.on()).toString(),
                        decision.on().toString(),
                        decision.fate().name(),
                        Long.toString(Math.round(decision.arrBefore())),
                        Long.toString(Math.round(decision.arrAfter())));
            }
        }
    }

    @Override
    public void close() throws IOException {
        csv.flush();
    }
}
