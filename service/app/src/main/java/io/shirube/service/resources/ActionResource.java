package io.shirube.service.resources;

import io.shirube.service.config.LimitsConfiguration;
import io.shirube.service.errors.ErrorCode;
import io.shirube.service.errors.Problem;
import io.shirube.service.errors.ProblemException;
import io.shirube.service.errors.RequestLanguage;
import io.shirube.service.language.Language;
import io.shirube.service.requests.Writes;
import io.shirube.service.standing.Actions;
import io.shirube.service.standing.StoredAction;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The actions of all accounts, and what people tell of them. */
@Path("/api/v1/actions")
public final class ActionResource {

    private final Actions actions;
    private final EventRequests requests;
    private final WriteOnce writes;

    public ActionResource(Actions actions, Writes writes, LimitsConfiguration limits) {
        this.actions = actions;
        this.requests = new EventRequests(actions);
        this.writes = new WriteOnce(writes, limits);
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response list(@BeanParam ActionParameters parameters) {
        return parameters.page(actions, null);
    }

    @POST
    @Path("/{id}/events")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response tell(
            @PathParam("id") String id,
            InputStream body,
            @QueryParam("lang") @Nullable String lang,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage,
            @BeanParam WriteParameters parameters)
            throws IOException {
        Language language = RequestLanguage.of(lang, acceptLanguage);
        if (!id.matches("[0-9]{1,18}")) {
            throw new ProblemException(Problem.of(ErrorCode.NO_ACTION));
        }
        return writes.answer(body, parameters, told -> {
            StoredAction now = actions.tell(Long.parseLong(id), requests.event(told));
            return Answers.of(
                            Response.Status.OK,
                            ActionJson.of(now, language).toString(),
                            Map.of(HttpHeaders.CONTENT_LANGUAGE, language.code()))
                    .about(now.accountId());
        });
    }
}
