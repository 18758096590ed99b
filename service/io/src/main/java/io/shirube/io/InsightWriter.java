package io.shirube.io;

import com.fasterxml.jackson.core.JsonGenerator;
import io.shirube.engine.insight.InsightReport;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** Writes what a book says of its rules as JSON in one language. Immutable, safe for use by many threads. */
public final class InsightWriter {

    private static final int DIGITS = 6;

    private final String language;

    /** @param language {@code ja}, or else English */
    public InsightWriter(String language) {
        this.language = language;
    }

    /** Returns the report as one object. */
    public byte[] toBytes(InsightReport report) {
        return CanonicalJson.bytes(json -> {
            json.writeStartObject();
            json.writeStringField("asOf", report.asOf().toString());
            json.writeStringField("ruleset", report.ruleset());
            json.writeNumberField("accounts", report.accounts());
            json.writeNumberField("nothingToDo", report.nothing());
            json.writeObjectFieldStart("causes");
            for (Map.Entry<String, Long> cause : new TreeMap<>(report.causes()).entrySet()) {
                json.writeNumberField(cause.getKey(), cause.getValue());
            }
            json.writeEndObject();
            CanonicalJson.list(json, "obstacles", report.obstacles(), this::obstacle);
            CanonicalJson.list(json, "vitals", report.vitals(), this::vital);
            json.writeEndObject();
        });
    }

    private void obstacle(JsonGenerator json, InsightReport.Obstacle obstacle) throws IOException {
        json.writeStartObject();
        CanonicalJson.text(json, "rule", obstacle.rule());
        json.writeStringField("at", obstacle.at().toString());
        CanonicalJson.text(json, "condition", obstacle.condition());
        CanonicalJson.text(json, "actions", obstacle.actions().in(language));
        json.writeNumberField("accounts", obstacle.accounts());
        json.writeNumberField("withinReach", obstacle.reach());
        json.writeNumberField("unknown", obstacle.unknown());
        CanonicalJson.text(json, "text", obstacle.text().in(language));
        CanonicalJson.list(json, "relaxations", obstacle.relaxations(), this::relaxation);
        json.writeEndObject();
    }

    private void relaxation(JsonGenerator json, InsightReport.Relaxation relaxation) throws IOException {
        json.writeStartObject();
        CanonicalJson.number(json, "from", relaxation.from(), DIGITS);
        CanonicalJson.number(json, "to", relaxation.to(), DIGITS);
        json.writeNumberField("accounts", relaxation.accounts());
        json.writeNumberField("actions", relaxation.actions());
        CanonicalJson.number(json, "hours", relaxation.hours(), 2);
        CanonicalJson.text(json, "text", relaxation.text().in(language));
        json.writeEndObject();
    }

    private void vital(JsonGenerator json, InsightReport.Vital vital) throws IOException {
        json.writeStartObject();
        json.writeStringField("sign", vital.sign().name());
        CanonicalJson.text(json, "rule", vital.rule());
        json.writeStringField("at", vital.at().toString());
        json.writeNumberField("count", vital.count());
        json.writeNumberField("of", vital.of());
        CanonicalJson.text(json, "text", vital.text().in(language));
        json.writeEndObject();
    }
}
