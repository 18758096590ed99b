package io.shirube.service.errors;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;

/** Answers with the problem that a use-case or resource threw. */
public final class ProblemExceptionMapper implements ExceptionMapper<ProblemException> {

    private static final int RETRY_SECONDS = 2;

    private final HttpHeaders headers;
    private final UriInfo uri;

    public ProblemExceptionMapper(@Context HttpHeaders headers, @Context UriInfo uri) {
        this.headers = headers;
        this.uri = uri;
    }

    @Override
    public Response toResponse(ProblemException exception) {
        Problem problem = exception.problem();
        Response.ResponseBuilder response = ProblemResponses.of(problem, headers, uri, ProblemResponses.newInstance());
        if (problem.code().status() == Response.Status.SERVICE_UNAVAILABLE.getStatusCode()) {
            response.header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
        if (problem.code() == ErrorCode.UNSUPPORTED_ENCODING) {
            response.header(HttpHeaders.ACCEPT_ENCODING, "identity");
        }
        exception.headers().forEach(response::header);
        return response.build();
    }
}
