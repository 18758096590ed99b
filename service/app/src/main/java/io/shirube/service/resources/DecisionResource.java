package io.shirube.service.resources;

import io.shirube.engine.model.Decision;
import io.shirube.io.DecisionWriter;
import io.shirube.io.Explain;
import io.shirube.service.config.LimitsConfiguration;
import io.shirube.service.decisions.DecideAccounts;
import io.shirube.service.http.Batches;
import io.shirube.service.http.RequestBody;
import io.shirube.service.language.Language;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;

/** Decides accounts that come with the request; nothing is stored. */
@Path("/api/v1/decisions")
public final class DecisionResource {

    private static final String NDJSON = "application/x-ndjson";
    private static final String UNDECLARED = "-1";

    private final DecideAccounts decide;
    private final RequestBody bodies;
    private final Batches batches;
    private final Clock clock;

    /** @param clock in the book's zone */
    public DecisionResource(DecideAccounts decide, LimitsConfiguration limits, Batches batches, Clock clock) {
        this.decide = decide;
        this.bodies = new RequestBody(limits);
        this.batches = batches;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response one(
            InputStream body,
            @BeanParam DecisionParameters parameters,
            @HeaderParam(HttpHeaders.CONTENT_LENGTH) @DefaultValue(UNDECLARED) long length)
            throws IOException {
        Language language = parameters.language();
        Explain explain = parameters.explain();
        LocalDate asOf = parameters.asOf(LocalDate.now(clock));
        byte[] json = bodies.readOne(body, length);
        Decision decision = decide.decide(json, asOf, explain);
        return Response.ok(new DecisionWriter(language.code(), explain).toBytes(decision))
                .header(HttpHeaders.CONTENT_LANGUAGE, language.code())
                .build();
    }

    @POST
    @Path("/batch")
    @Consumes({NDJSON, "application/ndjson", "application/jsonl", MediaType.APPLICATION_JSON})
    @Produces({NDJSON, "application/ndjson", "application/jsonl"})
    public Response many(
            InputStream body,
            @BeanParam DecisionParameters parameters,
            @HeaderParam(HttpHeaders.CONTENT_LENGTH) @DefaultValue(UNDECLARED) long length)
            throws IOException {
        Language language = parameters.language();
        Explain explain = parameters.explain();
        LocalDate asOf = parameters.asOf(LocalDate.now(clock));
        decide.requireRules();
        return batches.answer(
                body, length, language, (lines, out) -> decide.decide(lines, out, asOf, explain, language));
    }
}
