package io.shirube.service.resources;

import io.shirube.service.auth.Caller;
import io.shirube.service.book.Arrangement;
import io.shirube.service.book.Arrangements;
import io.shirube.service.config.LimitsConfiguration;
import io.shirube.service.requests.Writes;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** What people settle for one account for a time: a pin of its touch, or help. */
@Path("/api/v1/accounts/{id}")
public final class ArrangementResource {

    private final Arrangements arrangements;
    private final WriteOnce writes;

    public ArrangementResource(Arrangements arrangements, Writes writes, LimitsConfiguration limits) {
        this.arrangements = arrangements;
        this.writes = new WriteOnce(writes, limits);
    }

    @GET
    @Path("/pin")
    @Produces(MediaType.APPLICATION_JSON)
    public Response pin(@PathParam("id") String id) {
        return shown(id, Arrangement.PIN);
    }

    @PUT
    @Path("/pin")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response setPin(
            @PathParam("id") String id,
            InputStream body,
            @Context SecurityContext security,
            @BeanParam WriteParameters parameters)
            throws IOException {
        return settled(id, Arrangement.PIN, body, security, parameters);
    }

    @DELETE
    @Path("/pin")
    public Response endPin(@PathParam("id") String id, @BeanParam WriteParameters parameters) {
        return ended(id, Arrangement.PIN, parameters);
    }

    @GET
    @Path("/uplift")
    @Produces(MediaType.APPLICATION_JSON)
    public Response uplift(@PathParam("id") String id) {
        return shown(id, Arrangement.UPLIFT);
    }

    @PUT
    @Path("/uplift")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response setUplift(
            @PathParam("id") String id,
            InputStream body,
            @Context SecurityContext security,
            @BeanParam WriteParameters parameters)
            throws IOException {
        return settled(id, Arrangement.UPLIFT, body, security, parameters);
    }

    @DELETE
    @Path("/uplift")
    public Response endUplift(@PathParam("id") String id, @BeanParam WriteParameters parameters) {
        return ended(id, Arrangement.UPLIFT, parameters);
    }

    private Response shown(String id, Arrangement kind) {
        return Response.ok(arrangements.find(id, kind).toString()).build();
    }

    private Response settled(
            String id, Arrangement kind, InputStream body, SecurityContext security, WriteParameters parameters)
            throws IOException {
        String caller = Caller.of(security).name();
        return writes.answer(
                body,
                parameters,
                told -> Answers.of(
                                Response.Status.OK,
                                arrangements.settle(id, kind, told, caller).toString(),
                                Map.of())
                        .about(id));
    }

    private Response ended(String id, Arrangement kind, WriteParameters parameters) {
        return writes.answer(parameters, () -> {
            arrangements.end(id, kind);
            return Answers.none();
        });
    }
}
