package io.shirube.service.resources;

import io.shirube.service.book.BookUnavailableException;
import io.shirube.service.errors.ErrorCode;
import io.shirube.service.errors.Problem;
import io.shirube.service.errors.ProblemException;
import io.shirube.service.errors.ProblemExceptionMapper;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;

/** Answers 503 while the book cannot be reached. */
public final class BookUnavailableMapper implements ExceptionMapper<BookUnavailableException> {

    private final ProblemExceptionMapper problems;

    public BookUnavailableMapper(@Context HttpHeaders headers, @Context UriInfo uri) {
        this.problems = new ProblemExceptionMapper(headers, uri);
    }

    @Override
    public Response toResponse(BookUnavailableException exception) {
        return problems.toResponse(new ProblemException(Problem.of(ErrorCode.UNAVAILABLE)));
    }
}
