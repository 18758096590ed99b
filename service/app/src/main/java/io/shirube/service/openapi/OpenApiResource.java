package io.shirube.service.openapi;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Serves the description. Immutable, safe for use by many threads. */
@Path("/openapi.json")
public final class OpenApiResource {

    private final byte[] description = OpenApiDocument.json();

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public byte[] description() {
        return description.clone();
    }
}
