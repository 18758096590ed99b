package io.shirube.service.resources;

import io.shirube.service.config.LimitsConfiguration;
import io.shirube.service.config.WebhooksConfiguration;
import io.shirube.service.errors.ErrorCode;
import io.shirube.service.errors.Problem;
import io.shirube.service.errors.ProblemException;
import io.shirube.service.requests.Writes;
import io.shirube.service.resources.WebhookJson.ShownWebhook;
import io.shirube.service.resources.WebhookJson.TestAnswer;
import io.shirube.service.resources.WebhookJson.ToldWebhook;
import io.shirube.service.webhooks.Webhook;
import io.shirube.service.webhooks.Webhooks;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** One receiver that is told of changes. */
@Path("/api/v1/webhooks/{id}")
public final class WebhookResource {

    private final Webhooks webhooks;
    private final WriteOnce writes;
    private final WebhookRequests requests;

    public WebhookResource(
            Webhooks webhooks, Writes writes, LimitsConfiguration limits, WebhooksConfiguration configuration) {
        this.webhooks = webhooks;
        this.writes = new WriteOnce(writes, limits);
        this.requests = new WebhookRequests(configuration);
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public ToldWebhook read(@PathParam("id") long id) {
        return WebhookJson.of(find(webhooks, id));
    }

    @PATCH
    @Produces(MediaType.APPLICATION_JSON)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response change(@PathParam("id") long id, InputStream body, @BeanParam WriteParameters parameters)
            throws IOException {
        return writes.answer(body, parameters, told -> {
            WebhookRequests.Change change = requests.change(told);
            ToldWebhook now = webhooks.change(id, change.settings(), change.state())
                    .map(WebhookJson::of)
                    .orElseThrow(WebhookResource::unknown);
            return Answers.of(Response.Status.OK, now, Map.of());
        });
    }

    @DELETE
    public Response remove(@PathParam("id") long id, @BeanParam WriteParameters parameters) {
        return writes.answer(parameters, () -> {
            if (!webhooks.remove(id)) {
                throw unknown();
            }
            return Answers.none();
        });
    }

    @POST
    @Produces(MediaType.APPLICATION_JSON)
    @Path("/secrets")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response rotate(@PathParam("id") long id, InputStream body, @BeanParam WriteParameters parameters)
            throws IOException {
        return writes.answerAlsoBare(body, parameters, told -> {
            RotationRequest rotation = RotationRequest.read(told, ErrorCode.INVALID_WEBHOOK);
            ShownWebhook shown =
                    webhooks.rotate(id, rotation.overlap()).map(WebhookJson::of).orElseThrow(WebhookResource::unknown);
            return Answers.of(Response.Status.CREATED, shown, Map.of()).shownOnce();
        });
    }

    @POST
    @Produces(MediaType.APPLICATION_JSON)
    @Path("/test")
    public TestAnswer test(@PathParam("id") long id) {
        return WebhookJson.of(webhooks.test(find(webhooks, id).webhook()));
    }

    /** @throws ProblemException when there is no such receiver */
    static Webhook.Overview find(Webhooks webhooks, long id) {
        return webhooks.find(id).orElseThrow(WebhookResource::unknown);
    }

    private static ProblemException unknown() {
        return new ProblemException(Problem.of(ErrorCode.NO_WEBHOOK));
    }
}
