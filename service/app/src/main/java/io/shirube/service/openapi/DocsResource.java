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

/** Serves the description as a page. Safe for use by many threads. */
@Path(DocsPage.PATH)
public final class DocsResource {

    private final Map<Language, byte[]> pages = new ConcurrentHashMap<>();

    @GET
    @Produces(MediaType.TEXT_HTML)
    public Response page(
            @QueryParam("lang") @Nullable String lang,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
        Language language = RequestLanguage.of(lang, acceptLanguage);
        return Response.ok(pages.computeIfAbsent(language, DocsPage::html))
                .type("text/html;charset=utf-8")
                .header(HttpHeaders.CONTENT_LANGUAGE, language.code())
                .build();
    }
}
