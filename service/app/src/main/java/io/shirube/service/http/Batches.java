package io.shirube.service.http;

import io.shirube.service.config.LimitsConfiguration;
import io.shirube.service.language.Language;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Answers bodies of many lines while they still come in, a limited number at once, whatever is done with their lines. Safe for
 * use by many threads.
 */
public final class Batches {

    private final RequestBody bodies;
    private final Places places;

    public Batches(LimitsConfiguration limits) {
        this.bodies = new RequestBody(limits);
        this.places = new Places(limits.batches());
    }

    /** What is done with the lines. */
    public interface Work {
        void write(InputStream lines, OutputStream answer) throws IOException;
    }

    /**
     * Answers a body line by line.
     *
     * @param declared its length by its header, or -1
     * @throws io.shirube.service.errors.ProblemException when it is empty or declared too large, or too many are answered at
     *     once
     */
    public Response answer(InputStream body, long declared, Language language, Work work) throws IOException {
        places.take();
        InputStream lines = open(body, declared);
        StreamingOutput answer = out -> {
            try {
                work.write(lines, out);
            } finally {
                places.giveBack();
            }
        };
        return Response.ok(answer)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.code())
                .build();
    }

    private InputStream open(InputStream body, long declared) throws IOException {
        boolean opened = false;
        try {
            InputStream lines = bodies.openMany(body, declared);
            opened = true;
            return lines;
        } finally {
            if (!opened) {
                places.giveBack();
            }
        }
    }
}
