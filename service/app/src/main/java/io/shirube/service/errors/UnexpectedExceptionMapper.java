package io.shirube.service.errors;

import io.shirube.service.logs.Route;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import org.glassfish.jersey.server.ExtendedUriInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers whatever nobody foresaw. The caller gets an id and never the exception's text; the log has both. A connection
 * that the caller broke or was too slow for is not a fault of ours.
 */
public final class UnexpectedExceptionMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = LoggerFactory.getLogger(UnexpectedExceptionMapper.class);

    private final HttpHeaders headers;
    private final ExtendedUriInfo uri;

    public UnexpectedExceptionMapper(@Context HttpHeaders headers, @Context ExtendedUriInfo uri) {
        this.headers = headers;
        this.uri = uri;
    }

    @Override
    public Response toResponse(Throwable exception) {
        String instance = ProblemResponses.newInstance();
        ErrorCode code = BrokenConnections.codeOf(exception);
        if (code == ErrorCode.INTERNAL) {
            LOG.error("{} {}", instance, Route.of(uri), exception);
        } else {
            BrokenConnections.log(LOG, exception);
        }
        return ProblemResponses.of(Problem.of(code), headers, uri, instance).build();
    }
}
