package io.shirube.service.openapi;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Serves the description, which is made once, on first demand. Safe for use by many threads. */
@Hidden
@Path("/openapi.json")
public final class OpenApiResource {

    private final OpenApiDocument document;
    private final AtomicReference<byte @Nullable []> made = new AtomicReference<>();

    public OpenApiResource(OpenApiDocument document) {
        this.document = document;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public byte[] description() {
        byte[] known = made.get();
        if (known == null) {
            known = document.make();
            made.set(known);
        }
        return known;
    }
}
