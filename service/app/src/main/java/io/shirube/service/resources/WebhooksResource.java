package io.shirube.service.resources;

import io.shirube.service.config.LimitsConfiguration;
import io.shirube.service.config.WebhooksConfiguration;
import io.shirube.service.errors.ErrorCode;
import io.shirube.service.errors.Problem;
import io.shirube.service.errors.ProblemException;
import io.shirube.service.requests.Writes;
import io.shirube.service.resources.WebhookJson.ShownWebhook;
import io.shirube.service.resources.WebhookJson.ToldWebhooks;
import io.shirube.service.webhooks.Webhooks;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** The receivers that are told of changes. */
@Path("/api/v1/webhooks")
public final class WebhooksResource {

    private final Webhooks webhooks;
    private final WriteOnce writes;
    private final WebhookRequests requests;

    public WebhooksResource(
            Webhooks webhooks, Writes writes, LimitsConfiguration limits, WebhooksConfiguration configuration) {
        this.webhooks = webhooks;
        this.writes = new WriteOnce(writes, limits);
        this.requests = new WebhookRequests(configuration);
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public ToldWebhooks list() {
        return new ToldWebhooks(webhooks.list().stream().map(WebhookJson::of).toList(), null);
    }

    @POST
    @Produces(MediaType.APPLICATION_JSON)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(InputStream body, @BeanParam WriteParameters parameters) throws IOException {
        return writes.answer(body, parameters, told -> {
            ShownWebhook shown = webhooks.create(requests.wanted(told))
                    .map(WebhookJson::of)
                    .orElseThrow(() -> new ProblemException(Problem.of(ErrorCode.TOO_MANY_WEBHOOKS)));
            return Answers.of(Response.Status.CREATED, shown, Map.of()).shownOnce();
        });
    }
}
