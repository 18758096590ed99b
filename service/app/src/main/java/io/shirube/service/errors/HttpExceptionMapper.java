package io.shirube.service.errors;

import io.shirube.service.logs.Route;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import org.glassfish.jersey.server.ExtendedUriInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers what Jersey refuses by itself: paths, methods and media types it does not know. */
public final class HttpExceptionMapper implements ExceptionMapper<WebApplicationException> {

    private static final Logger LOG = LoggerFactory.getLogger(HttpExceptionMapper.class);

    private final HttpHeaders headers;
    private final ExtendedUriInfo uri;

    public HttpExceptionMapper(@Context HttpHeaders headers, @Context ExtendedUriInfo uri) {
        this.headers = headers;
        this.uri = uri;
    }

    @Override
    public Response toResponse(WebApplicationException exception) {
        ErrorCode code = ErrorCode.ofStatus(exception.getResponse().getStatus());
        String instance = ProblemResponses.newInstance();
        if (code == ErrorCode.INTERNAL) {
            LOG.error("{} {}", instance, Route.of(uri), exception);
        }
        Response.ResponseBuilder response = ProblemResponses.of(Problem.of(code), headers, uri, instance);
        Object allow = exception.getResponse().getHeaders().getFirst(HttpHeaders.ALLOW);
        if (allow != null) {
            response.header(HttpHeaders.ALLOW, allow);
        }
        return response.build();
    }
}
