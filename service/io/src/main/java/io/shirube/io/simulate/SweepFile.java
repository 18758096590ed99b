package io.shirube.io.simulate;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.shirube.engine.simulate.SimulationReport.CurvePoint;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes the curves of a sweep as CSV with a byte order mark: a line for each value and touch. */
public final class SweepFile {

    private SweepFile() {}

    /** Writes the curves and leaves the stream open. */
    public static void write(List<CurvePoint> curves, OutputStream out) throws IOException {
        OutputStreamWriter text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write('\uFEFF');
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text);
        csv.writeRecord(List.of("setting", "value", "touch", "accounts", "arr", "careHours", "actionHours"));
        for (CurvePoint point : curves) {
            csv.writeRecord(List.of(
                    point.setting(),
                    point.value(),
                    point.touch(),
                    String.valueOf(point.accounts()),
                    String.valueOf(point.arr()),
                    Hours.text(point.careMilli()),
                    Hours.text(point.workMilli())));
        }
        csv.flush();
    }
}
