package io.shirube.io.map;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.shirube.engine.model.Text;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/**
 * Writes a report while it comes about: every cell or row with its place, then the counts. As text for people, or as JSON.
 * Used by one thread; closing ends it and leaves the stream open.
 */
public final class MapReportText implements MapReport.Listener, AutoCloseable {

    private final String language;
    private final Writer text;
    private final JsonGenerator json;
    private final boolean asJson;

    /** @param language {@code ja}, or else English */
    public MapReportText(OutputStream out, boolean asJson, String language) throws IOException {
        this.language = language;
        this.asJson = asJson;
        this.text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        this.json =
                JsonFactory.builder().build().createGenerator(text).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        if (asJson) {
            json.writeStartObject();
            json.writeArrayFieldStart("entries");
        }
    }

    @Override
    public void reported(MapReport.Kind kind, String code, String place, Text what) {
        try {
            if (asJson) {
                json.writeRaw('\n');
                json.writeStartObject();
                json.writeStringField("kind", kind.name());
                json.writeStringField("code", code);
                json.writeStringField("at", place);
                json.writeStringField("text", what.in(language));
                json.writeEndObject();
            } else {
                text.write(place + ": " + kind.label().in(language) + " " + code + ": " + what.in(language) + "\n");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the counts, which ends the report. */
    public void finish(MapReport report) throws IOException {
        if (!asJson) {
            text.write("\n" + summary(report, language));
            return;
        }
        json.writeEndArray();
        json.writeArrayFieldStart("counts");
        for (Map.Entry<MapReport.Sort, MapReport.Count> entry : report.counts().entrySet()) {
            json.writeStartObject();
            json.writeStringField("kind", entry.getKey().kind().name());
            json.writeStringField("code", entry.getKey().code());
            json.writeNumberField("count", entry.getValue().number());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeObjectFieldStart("figures");
        for (Map.Entry<String, Long> figure : report.figures().entrySet()) {
            json.writeNumberField(figure.getKey(), figure.getValue());
        }
        json.writeEndObject();
        json.writeEndObject();
        json.writeRaw('\n');
    }

    /** Returns the counts with the first places of each sort, for people. */
    public static String summary(MapReport report, String language) {
        StringBuilder lines = new StringBuilder();
        report.figures()
                .forEach((name, number) ->
                        lines.append(figure(name, number, language)).append('\n'));
        MapReport.Kind last = null;
        for (Map.Entry<MapReport.Sort, MapReport.Count> entry : report.counts().entrySet()) {
            MapReport.Kind kind = entry.getKey().kind();
            MapReport.Count count = entry.getValue();
            if (kind != last) {
                lines.append(kind.label().in(language)).append('\n');
                last = kind;
            }
            boolean more = count.number() > count.places().size();
            lines.append(String.format(
                            Locale.ROOT,
                            "  %7d %-16s ",
                            count.number(),
                            entry.getKey().code()))
                    .append(String.join(" ", count.places()))
                    .append(more ? " …" : "")
                    .append('\n')
                    .append("          ")
                    .append(count.example().in(language))
                    .append('\n');
        }
        return lines.toString();
    }

    private static String figure(String name, long number, String language) {
        String table = name.substring(name.indexOf('.') + 1);
        Text said = name.equals("accounts")
                ? new Text("顧客企業 " + number + " 社を書きました。", number + " accounts written.")
                : name.equals("rows.written")
                        ? new Text("表に " + number + " 行を書きました。", number + " rows written to the table.")
                        : name.startsWith("filtered.")
                                ? new Text(
                                        table + ": 条件（where）に合わない " + number + " 行を除きました。",
                                        table + ": " + number + " rows left out by where.")
                                : new Text(table + ": " + number + " 行を読みました。", table + ": " + number + " rows read.");
        return said.in(language);
    }

    @Override
    public void close() throws IOException {
        json.flush();
        text.flush();
    }
}
