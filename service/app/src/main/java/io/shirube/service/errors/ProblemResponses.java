package io.shirube.service.errors;

import io.shirube.service.language.Language;
import io.shirube.service.logs.RequestId;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;

/** Answers a request with a problem in the language it asks for. */
final class ProblemResponses {

    private ProblemResponses() {}

    static Response.ResponseBuilder of(
            Problem problem, @Context HttpHeaders headers, @Context UriInfo uri, String instance) {
        Language language = RequestLanguage.orDefault(
                uri.getQueryParameters().getFirst(RequestLanguage.PARAMETER),
                headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        return Response.status(problem.code().status())
                .type(ProblemJson.MEDIA_TYPE)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.code())
                .entity(ProblemJson.bytes(problem, language, instance, RequestId.current()));
    }

    static String newInstance() {
        return "urn:uuid:" + UUID.randomUUID();
    }
}
