package io.shirube.service.errors;

import io.shirube.service.language.Language;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers what Jetty refuses before any resource sees it, and what fails outside of Jersey. */
public final class ProblemErrorHandler extends ErrorHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemErrorHandler.class);

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        ErrorCode code = ErrorCode.ofStatus(response.getStatus());
        String instance = ProblemResponses.newInstance();
        if (code == ErrorCode.INTERNAL) {
            LOG.error("{} {}", instance, request.getHttpURI().getPath(), failure(request));
        }
        response.setStatus(code.status());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, ProblemJson.MEDIA_TYPE);
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        byte[] body = ProblemJson.bytes(Problem.of(code), language(request), instance);
        response.write(true, ByteBuffer.wrap(body), callback);
        return true;
    }

    private static Throwable failure(Request request) {
        return request.getAttribute(ERROR_EXCEPTION) instanceof Throwable thrown
                ? thrown
                : new IllegalStateException("Jetty gave no exception");
    }

    private static Language language(Request request) {
        return RequestLanguage.orDefault(
                parameter(request), request.getHeaders().get(HttpHeader.ACCEPT_LANGUAGE));
    }

    private static String parameter(Request request) {
        try {
            Fields query = Request.extractQueryParameters(request);
            String lang = query.getValue(RequestLanguage.PARAMETER);
            return lang == null ? "" : lang;
        } catch (RuntimeException unreadableQuery) {
            return "";
        }
    }
}
