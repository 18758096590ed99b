package io.shirube.service.logs;

import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** The name of one request: in its answer's header, in problems, and in every line of the log that belongs to it. Stateless. */
public final class RequestId {

    /** The header in which callers may name a request, and answers do. */
    public static final String HEADER = "X-Request-Id";

    /** Under which name lines of the log have it. */
    static final String LOGGED = "requestId";

    private static final String ATTRIBUTE = "io.shirube.requestId";

    /** What is safe in a header, a log and a URI, and is no mail address. */
    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:=+/-]{0,127}");

    private RequestId() {}

    /** Returns the caller's own name when it is one, else a new one. */
    static String of(@Nullable String sent) {
        return sent != null && SANE.matcher(sent).matches()
                ? sent
                : UUID.randomUUID().toString();
    }

    /** Returns the name of a request, which it has from now on. */
    public static String of(Request request) {
        if (request.getAttribute(ATTRIBUTE) instanceof String known) {
            return known;
        }
        String id = of(request.getHeaders().get(HEADER));
        request.setAttribute(ATTRIBUTE, id);
        return id;
    }

    /** Returns the name of the request that this thread answers; a new one when it answers none. */
    public static String current() {
        String known = MDC.get(LOGGED);
        return known == null ? of((String) null) : known;
    }
}
