package io.shirube.io;

import static io.shirube.io.CanonicalJson.list;
import static io.shirube.io.CanonicalJson.number;
import static io.shirube.io.CanonicalJson.text;

import com.fasterxml.jackson.core.JsonGenerator;
import io.shirube.engine.model.Position;
import io.shirube.engine.model.Reason;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Writes lists of reasons in one language, or empty lists when reasons are not wanted.
 *
 * @param language {@code ja}, or else English
 */
record ReasonJson(String language, boolean wanted) {

    private static final int FACT_DIGITS = 6;

    void write(JsonGenerator out, String name, List<Reason> reasons) throws IOException {
        list(out, name, wanted ? reasons : List.of(), this::reason);
    }

    private void reason(JsonGenerator out, Reason reason) throws IOException {
        out.writeStartObject();
        text(out, "rule", reason.rule());
        text(out, "at", place(reason.at()));
        text(out, "text", reason.text(language));
        out.writeObjectFieldStart("facts");
        for (Map.Entry<String, Object> fact : reason.facts().entrySet()) {
            fact(out, fact.getKey(), fact.getValue());
        }
        out.writeEndObject();
        out.writeEndObject();
    }

    /** Returns {@code file:line}, or {@code file!cell} in a table. */
    private static String place(Position at) {
        return at.cell() == null ? at.file() + ":" + at.line() : at.toString();
    }

    private static void fact(JsonGenerator out, String name, Object value) throws IOException {
        if (value instanceof Double number) {
            number(out, name, number, FACT_DIGITS);
        } else if (value instanceof Boolean bool) {
            out.writeBooleanField(name, bool);
        } else {
            text(out, name, value);
        }
    }
}
