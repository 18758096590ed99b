package io.shirube.service.errors;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.shirube.engine.model.InputProblem;
import io.shirube.service.language.Language;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes problem details as RFC 9457 says, with the members {@code code}, {@code requestId} and {@code errors} added. */
public final class ProblemJson {

    /** The media type of every error answer. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final JsonFactory FACTORY = new JsonFactory();

    private ProblemJson() {}

    /**
     * @param instance names this one answer, as the log does
     * @param requestId names the request, as its header and every line of the log do
     */
    public static byte[] bytes(Problem problem, Language language, String instance, String requestId) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator out = FACTORY.createGenerator(bytes, JsonEncoding.UTF8)) {
            write(out, problem, language, instance, requestId);
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory cannot break", e);
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator out, Problem problem, Language language, String instance, String requestId)
            throws IOException {
        out.writeStartObject();
        out.writeStringField("type", problem.code().type());
        out.writeStringField("title", language.of(problem.code().title()));
        out.writeNumberField("status", problem.code().status());
        out.writeStringField("detail", language.of(problem.detail()));
        out.writeStringField("instance", instance);
        out.writeStringField("requestId", requestId);
        out.writeStringField("code", problem.code().name());
        out.writeArrayFieldStart("errors");
        for (InputProblem error : problem.errors()) {
            out.writeStartObject();
            out.writeStringField("field", error.field());
            out.writeStringField("code", error.code());
            out.writeStringField("detail", language.of(error.detail()));
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
    }
}
