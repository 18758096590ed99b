package io.shirube.service.resources;

import io.shirube.service.auth.Caller;
import io.shirube.service.config.AuthConfiguration;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;

/** Tells a caller as what he is known. */
@Path("/api/v1/me")
public final class MeResource {

    private final RateLimit limit;

    public MeResource(AuthConfiguration configuration) {
        this.limit = new RateLimit(configuration.requestsPerSecond(), configuration.burst());
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Me me(@Context SecurityContext security) {
        Caller caller = Caller.of(security);
        return new Me(caller.name(), caller.role().code(), limit);
    }

    /** The caller's key. */
    public record Me(String name, String role, RateLimit rateLimit) {}

    /** @param burst how many requests are taken at once after a quiet time */
    public record RateLimit(int requestsPerSecond, int burst) {}
}
