package io.shirube.service.logs;

import jakarta.ws.rs.container.ContainerRequestContext;
import org.eclipse.jetty.server.Request;
import org.glassfish.jersey.server.ExtendedUriInfo;

/**
 * What the log of requests tells instead of paths: the path as the resource declares it. Ids of accounts may be names of people,
 * and so may be what is searched for. Stateless.
 */
public final class Route {

    /** Under which name a request has its route. */
    static final String ATTRIBUTE = "io.shirube.route";

    /** Under which name it has the number of the key with which it was asked. */
    static final String KEY = "io.shirube.key";

    private Route() {}

    /** Returns the path of the resource as it is declared; empty when there is none. */
    public static String of(ExtendedUriInfo uri) {
        StringBuilder template = new StringBuilder();
        // because they come innermost first
        uri.getMatchedTemplates().forEach(part -> template.insert(0, part.getTemplate()));
        return template.toString().replaceAll("/+", "/");
    }

    /** Returns what was noted of a request; empty when no resource answers it. */
    public static String of(Request request) {
        return request.getAttribute(ATTRIBUTE) instanceof String noted ? noted : "";
    }

    /** Notes which resource answers. */
    public static void note(ContainerRequestContext request, String template) {
        request.setProperty(ATTRIBUTE, template);
    }

    /** Notes with which key it was asked. */
    public static void noteKey(ContainerRequestContext request, long key) {
        request.setProperty(KEY, key);
    }
}
