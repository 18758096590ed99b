package io.shirube.service.errors;

import io.shirube.engine.model.Text;
import io.shirube.service.language.Language;
import io.shirube.service.logs.RequestId;
import io.shirube.service.logs.Route;
import jakarta.ws.rs.core.MediaType;
import java.nio.ByteBuffer;
import java.util.List;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
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

    /** Those that some path takes; which ones this path does is not known where a method is refused for all. */
    private static final String METHODS = "GET, HEAD, OPTIONS, POST";

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        ErrorCode code = code(request, response);
        String instance = ProblemResponses.newInstance();
        String id = RequestId.of(request);
        if (code == ErrorCode.INTERNAL) {
            LOG.error("{} {}", instance, Route.of(request), failure(request));
        }
        response.setStatus(code.status());
        response.getHeaders().put(RequestId.HEADER, id);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, ProblemJson.MEDIA_TYPE);
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        if (gaveUp(request)) {
            // because Jetty ends the connection then, and a caller who does not know that sends the next request into
            // the void
            response.getHeaders().put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE.asString());
        }
        if (code == ErrorCode.METHOD_NOT_ALLOWED && !response.getHeaders().contains(HttpHeader.ALLOW)) {
            response.getHeaders().put(HttpHeader.ALLOW, METHODS);
        }
        byte[] body = ProblemJson.bytes(problem(code, request), language(request), instance, id);
        response.write(true, ByteBuffer.wrap(body), callback);
        return true;
    }

    private static ErrorCode code(Request request, Response response) {
        ErrorCode code = ErrorCode.ofStatus(response.getStatus());
        String type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
        // because Jersey gives up on such a header before it asks who could say so
        return code == ErrorCode.BAD_REQUEST && type != null && !isMediaType(type)
                ? ErrorCode.UNSUPPORTED_MEDIA_TYPE
                : code;
    }

    private static boolean isMediaType(String text) {
        try {
            MediaType.valueOf(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Speaks both languages to whom it cannot know. */
    private static Problem problem(ErrorCode code, Request request) {
        if (!gaveUp(request)) {
            return Problem.of(code);
        }
        String both = code.detail().en() + " / " + code.detail().ja();
        return new Problem(code, new Text(both, both), List.of());
    }

    /** Returns whether the request is so odd that Jetty gave up before it kept its headers. */
    private static boolean gaveUp(Request request) {
        return request.getHeaders().size() == 0;
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
