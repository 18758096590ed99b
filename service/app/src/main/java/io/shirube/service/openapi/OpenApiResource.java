package io.shirube.service.openapi;

import io.shirube.service.errors.RequestLanguage;
import io.shirube.service.language.Language;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Serves the description. Safe for use by many threads. */
@Path("/openapi.json")
public final class OpenApiResource {

    private final Map<Language, byte[]> descriptions = new ConcurrentHashMap<>();

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response description(
            @QueryParam("lang") @Nullable String lang,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
        Language language = RequestLanguage.of(lang, acceptLanguage);
        return Response.ok(descriptions.computeIfAbsent(language, OpenApiDocument::json))
                .header(HttpHeaders.CONTENT_LANGUAGE, language.code())
                .build();
    }
}
