package io.shirube.service.logs;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.MDC;

/** Gives every request its name before anything else sees it. Safe for use by many threads. */
public final class RequestIdHandler extends Handler.Wrapper {

    /** What Dropwizard calls the other port. */
    private static final String ADMIN = "admin";

    public RequestIdHandler(Handler handler) {
        super(handler);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String id = RequestId.of(request);
        response.getHeaders().put(RequestId.HEADER, id);
        if (ADMIN.equals(request.getConnectionMetaData().getConnector().getName())) {
            // because these paths name nothing but parts of the program
            request.setAttribute(Route.ATTRIBUTE, request.getHttpURI().getPath());
        }
        try (MDC.MDCCloseable named = MDC.putCloseable(RequestId.LOGGED, id)) {
            return super.handle(request, response, callback);
        }
    }
}
