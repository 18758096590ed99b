package io.shirube.service.resources;

import io.shirube.service.config.LimitsConfiguration;
import io.shirube.service.http.RequestBody;
import io.shirube.service.requests.Answer;
import io.shirube.service.requests.Writes;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Function;
import java.util.function.Supplier;

/** Does what a request asks for, once, however often it is sent, and answers it. Safe for use by many threads. */
final class WriteOnce {

    private final Writes writes;
    private final RequestBody bodies;

    WriteOnce(Writes writes, LimitsConfiguration limits) {
        this.writes = writes;
        this.bodies = new RequestBody(limits);
    }

    /** Answers a request whose body says nothing. */
    Response answer(WriteParameters parameters, Supplier<Answer> work) {
        return Answers.response(writes.once(parameters.write(), work));
    }

    /**
     * Answers a request that has a body.
     *
     * @param work is given the body
     * @throws io.shirube.service.errors.ProblemException when there is none, or it is too large or too slow
     */
    Response answer(InputStream body, WriteParameters parameters, Function<byte[], Answer> work) throws IOException {
        return answer(bodies.readOne(body, parameters.length()), parameters, work);
    }

    /**
     * Answers a request whose body may be left out.
     *
     * @param work is given the body, empty when it was left out
     * @throws io.shirube.service.errors.ProblemException when it is too large or too slow
     */
    Response answerAlsoBare(InputStream body, WriteParameters parameters, Function<byte[], Answer> work)
            throws IOException {
        return answer(bodies.readOneOrNone(body, parameters.length()), parameters, work);
    }

    private Response answer(byte[] body, WriteParameters parameters, Function<byte[], Answer> work) {
        return Answers.response(writes.once(parameters.write(body), () -> work.apply(body)));
    }
}
