package io.shirube.service.resources;

import io.shirube.service.errors.RequestLanguage;
import io.shirube.service.language.Language;
import io.shirube.service.standing.Actions;
import io.shirube.service.standing.ChangeFeed;
import io.shirube.service.standing.Standings;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Where one account stands: its decision, those before, its actions and all that happened. */
@Path("/api/v1/accounts/{id}")
public final class StandingResource {

    private final Standings standings;
    private final Actions actions;
    private final ChangeFeed feed;
    private final Clock clock;

    /** @param clock in the book's zone */
    public StandingResource(Standings standings, Actions actions, ChangeFeed feed, Clock clock) {
        this.standings = standings;
        this.actions = actions;
        this.feed = feed;
        this.clock = clock;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Path("/decision")
    public Response decision(
            @PathParam("id") String id,
            @QueryParam("explain") @Nullable String explain,
            @QueryParam("asOf") @Nullable String day,
            @QueryParam("lang") @Nullable String lang,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage,
            @Context Request request) {
        DecisionParameters parameters = DecisionParameters.of(explain, day, lang, acceptLanguage);
        Language language = parameters.language();
        LocalDate today = LocalDate.now(clock);
        LocalDate asOf = parameters.asOf(today);
        Standings.Written written = asOf.equals(today)
                ? standings.current(id, parameters.explain(), language)
                : standings.asOf(id, asOf, parameters.explain(), language);
        EntityTag tag = new EntityTag(written.tag());
        Response.ResponseBuilder same = request.evaluatePreconditions(tag);
        Response.ResponseBuilder answer =
                same != null ? same : Response.ok(written.json()).tag(tag);
        return answer.header(HttpHeaders.CONTENT_LANGUAGE, language.code()).build();
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Path("/decisions")
    public Response decisions(
            @PathParam("id") String id,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("lang") @Nullable String lang,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
        Language language = RequestLanguage.of(lang, acceptLanguage);
        int most = Page.limit(limit);
        return Page.of(
                standings.history(id, Page.before(cursor), most + 1),
                most,
                language,
                past -> ActionJson.of(past, language),
                past -> Page.opaque(Long.toString(past.id())));
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Path("/timeline")
    public Response timeline(
            @PathParam("id") String id,
            @QueryParam("cursor") @DefaultValue("") String cursor,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("lang") @Nullable String lang,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
        standings.require(id);
        return ChangeResource.page(feed, id, "cursor", cursor, limit, RequestLanguage.of(lang, acceptLanguage));
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Path("/actions")
    public Response actions(@PathParam("id") String id, @BeanParam ActionParameters parameters) {
        standings.require(id);
        return parameters.page(actions, id);
    }
}
