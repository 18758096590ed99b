package io.shirube.service.openapi;

import io.shirube.engine.ProgramVersion;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.jaxrs2.Reader;
import io.swagger.v3.oas.integration.SwaggerConfiguration;
import io.swagger.v3.oas.models.OpenAPI;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Makes the description out of the resources' annotations and the schemas that stand beside this class. */
public final class OpenApiDocument {

    private final Set<Class<?>> resources;

    public OpenApiDocument(Set<Class<?>> resources) {
        this.resources = Set.copyOf(resources);
    }

    byte[] make() {
        try (InputStream base = OpenApiDocument.class.getResourceAsStream("openapi-base.json")) {
            if (base == null) {
                throw new IllegalStateException("openapi-base.json is missing beside OpenApiDocument");
            }
            OpenAPI api = Json31.mapper().readValue(base, OpenAPI.class);
            api.getInfo().setVersion(ProgramVersion.current());
            SwaggerConfiguration configuration =
                    new SwaggerConfiguration().openAPI(api).openAPI31(true);
            OpenAPI described = new Reader(configuration).read(resources);
            return Json31.pretty(described).getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("openapi-base.json could not be read", e);
        }
    }
}
