package io.shirube.service.openapi;

import io.swagger.v3.core.util.Json31;
import io.swagger.v3.jaxrs2.Reader;
import io.swagger.v3.oas.integration.SwaggerConfiguration;
import io.swagger.v3.oas.models.OpenAPI;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Serves the description, which is made once, on first demand. Safe for use by many threads. */
@Path("/openapi.json")
public final class OpenApiResource {

    private final Set<Class<?>> resources;
    private final AtomicReference<byte @Nullable []> made = new AtomicReference<>();

    /** @param resources the described ones */
    public OpenApiResource(Set<Class<?>> resources) {
        this.resources = Set.copyOf(resources);
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @io.swagger.v3.oas.annotations.Hidden
    public byte[] description() {
        byte[] known = made.get();
        if (known != null) {
            return known;
        }
        byte[] now = make();
        made.set(now);
        return now;
    }

    private byte[] make() {
        try (InputStream base = OpenApiResource.class.getResourceAsStream("openapi-base.json")) {
            if (base == null) {
                throw new IllegalStateException("openapi-base.json is missing beside OpenApiResource");
            }
            OpenAPI api = Json31.mapper().readValue(base, OpenAPI.class);
            SwaggerConfiguration configuration =
                    new SwaggerConfiguration().openAPI(api).openAPI31(true);
            OpenAPI described = new Reader(configuration).read(resources);
            return Json31.pretty(described).getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("openapi-base.json could not be read", e);
        }
    }
}
