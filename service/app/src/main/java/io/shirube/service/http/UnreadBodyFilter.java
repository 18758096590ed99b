package io.shirube.service.http;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Response;
import java.io.IOException;

/**
 * Says that the connection ends where a refused request's body was not read: the server closes such a connection, and a
 * caller who does not know sends the next request into nothing.
 */
public final class UnreadBodyFilter implements ContainerResponseFilter {

    private final Provider<HttpServletRequest> servlet;

    /** @param servlet the request that is being answered */
    @Inject
    public UnreadBodyFilter(Provider<HttpServletRequest> servlet) {
        this.servlet = servlet;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext answer) throws IOException {
        boolean refused = answer.getStatus() >= Response.Status.BAD_REQUEST.getStatusCode();
        if (refused && hasBody() && !servlet.get().getInputStream().isFinished()) {
            answer.getHeaders().putSingle("Connection", "close");
        }
    }

    private boolean hasBody() {
        HttpServletRequest request = servlet.get();
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }
}
