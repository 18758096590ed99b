package io.shirube.io;

import com.fasterxml.jackson.core.JsonGenerator;
import io.shirube.engine.portfolio.PortfolioFinding;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes findings over many accounts in one language. Immutable, safe for use by many threads. */
public final class FindingWriter {

    private final String language;

    /** @param language {@code ja}, or else English */
    public FindingWriter(String language) {
        this.language = language;
    }

    /**
     * Writes one object a line, or one array.
     *
     * @param lines whether every finding is a line of its own
     */
    public void write(List<PortfolioFinding> findings, boolean lines, OutputStream out) throws IOException {
        if (lines) {
            for (PortfolioFinding finding : findings) {
                out.write(CanonicalJson.bytes(json -> write(finding, json)));
                out.write('\n');
            }
        } else {
            out.write(CanonicalJson.bytes(json -> {
                json.writeStartArray();
                for (PortfolioFinding finding : findings) {
                    write(finding, json);
                }
                json.writeEndArray();
            }));
            out.write("\n".getBytes(StandardCharsets.UTF_8));
        }
    }

    private void write(PortfolioFinding finding, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", finding.type());
        json.writeStringField("key", finding.key());
        json.writeStringField("title", finding.title().in(language));
        json.writeStringField("ownerRole", finding.owner());
        json.writeStringField("dueOn", finding.dueOn().toString());
        json.writeNumberField("accounts", finding.accounts());
        json.writeNumberField("cohort", finding.cohort());
        json.writeNumberField("high", finding.high());
        json.writeNumberField("arr", finding.arr());
        json.writeNumberField("renewals", finding.renewals());
        json.writeStringField("text", finding.text().in(language));
        json.writeArrayFieldStart("accountIds");
        for (String id : finding.accountIds()) {
            json.writeString(id);
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
