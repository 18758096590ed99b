package io.shirube.io;

import static io.shirube.io.CanonicalJson.text;

import com.fasterxml.jackson.core.JsonGenerator;
import io.shirube.engine.model.InputProblem;
import java.io.IOException;
import java.util.List;

/**
 * Writes what stands in the place of a decision that could not be made: {@code {"line":7,"error":{"code","detail",
 * "field"}}}. When there are more problems than one, {@code errors} lists them all.
 */
public final class ErrorLine {

    private ErrorLine() {}

    /**
     * Returns the line without a line end.
     *
     * @param line number of the input line, first is 1
     * @param problems at least one
     * @param language {@code ja}, or else English
     */
    public static byte[] of(long line, List<InputProblem> problems, String language) {
        return CanonicalJson.bytes(out -> {
            out.writeStartObject();
            out.writeNumberField("line", line);
            out.writeFieldName("error");
            problem(out, problems.get(0), language);
            if (problems.size() > 1) {
                out.writeArrayFieldStart("errors");
                for (InputProblem problem : problems) {
                    problem(out, problem, language);
                }
                out.writeEndArray();
            }
            out.writeEndObject();
        });
    }

    private static void problem(JsonGenerator out, InputProblem problem, String language) throws IOException {
        out.writeStartObject();
        text(out, "code", problem.code());
        text(out, "detail", problem.detail().in(language));
        text(out, "field", problem.field());
        out.writeEndObject();
    }
}
