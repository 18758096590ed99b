package io.shirube.service.resources;

import io.shirube.service.errors.ErrorCode;
import io.shirube.service.errors.Problem;
import io.shirube.service.errors.ProblemException;
import io.shirube.service.requests.Writes;
import io.shirube.service.resources.WebhookJson.Replayed;
import io.shirube.service.resources.WebhookJson.ToldDeliveries;
import io.shirube.service.resources.WebhookJson.ToldDelivery;
import io.shirube.service.webhooks.Delivery;
import io.shirube.service.webhooks.DeliveryState;
import io.shirube.service.webhooks.Webhooks;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one receiver was and is to be told of. */
@Path("/api/v1/webhooks/{id}")
public final class DeliveryResource {

    private static final String STATE = "state";
    private static final Names<DeliveryState> STATES = Names.of(List.of(DeliveryState.values()));

    private final Webhooks webhooks;
    private final Writes writes;

    public DeliveryResource(Webhooks webhooks, Writes writes) {
        this.webhooks = webhooks;
        this.writes = writes;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Path("/deliveries")
    public ToldDeliveries list(
            @PathParam("id") long id,
            @QueryParam(STATE) @Nullable String state,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit) {
        int most = Page.limit(limit);
        @Nullable DeliveryState wanted = Parameters.oneOf(STATE, state, STATES);
        WebhookResource.find(webhooks, id);
        Page.Part<Delivery> part = Page.part(
                webhooks.deliveries(id, wanted, Page.before(cursor), most + 1),
                most,
                delivery -> Page.opaque(Long.toString(delivery.id())));
        return new ToldDeliveries(part.items().stream().map(WebhookJson::of).toList(), part.next());
    }

    @POST
    @Produces(MediaType.APPLICATION_JSON)
    @Path("/deliveries/{n}/replay")
    public Response replay(
            @PathParam("id") long id, @PathParam("n") long delivery, @BeanParam WriteParameters parameters) {
        return Answers.response(writes.once(parameters.write(), () -> {
            WebhookResource.find(webhooks, id);
            if (webhooks.delivery(id, delivery).isEmpty()) {
                throw new ProblemException(Problem.of(ErrorCode.NO_DELIVERY));
            }
            ToldDelivery now = webhooks.replay(id, delivery)
                    .map(WebhookJson::of)
                    .orElseThrow(() -> new ProblemException(Problem.of(ErrorCode.DELIVERY_WAITING)));
            return Answers.of(Response.Status.OK, now, Map.of());
        }));
    }

    @POST
    @Produces(MediaType.APPLICATION_JSON)
    @Path("/replay")
    public Response replayDead(@PathParam("id") long id, @BeanParam WriteParameters parameters) {
        return Answers.response(writes.once(parameters.write(), () -> {
            WebhookResource.find(webhooks, id);
            return Answers.of(Response.Status.OK, new Replayed(webhooks.replayDead(id)), Map.of());
        }));
    }
}
