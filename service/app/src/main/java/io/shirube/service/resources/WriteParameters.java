package io.shirube.service.resources;

import io.shirube.service.auth.Caller;
import io.shirube.service.errors.RequestLanguage;
import io.shirube.service.logs.RequestId;
import io.shirube.service.requests.Author;
import io.shirube.service.requests.Write;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a write says beside its body. */
public final class WriteParameters {

    private static final byte[] NOTHING = {};
    private static final String UNDECLARED = "-1";

    @HeaderParam(Write.HEADER)
    private @Nullable String key;

    @HeaderParam(HttpHeaders.CONTENT_LENGTH)
    @DefaultValue(UNDECLARED)
    private long length;

    @Context
    private @Nullable ContainerRequestContext request;

    /** Returns the body's length as its header says, negative when it does not. */
    long length() {
        return length;
    }

    /** Returns a write without a body. */
    Write write() {
        return write(NOTHING);
    }

    /** Returns a write whose body was read. */
    Write write(byte[] body) {
        return Write.of(author(), key, what(), body);
    }

    /** Returns a write whose body is read part by part. */
    Write writeOfParts() {
        List<String> what = what();
        what.add(Long.toString(length));
        return Write.of(author(), key, what, NOTHING);
    }

    private Author author() {
        Caller caller = Caller.of(request().getSecurityContext());
        return new Author(caller.id(), caller.name(), RequestId.current());
    }

    /** The language is left out: who asks again in another one is still answered as the first time. */
    private List<String> what() {
        UriInfo uri = request().getUriInfo();
        List<String> what = new ArrayList<>();
        what.add(request().getMethod());
        what.add(uri.getPath());
        what.add(Objects.requireNonNullElse(request().getHeaderString(HttpHeaders.IF_MATCH), ""));
        uri.getQueryParameters().entrySet().stream()
                .filter(parameter -> !parameter.getKey().equals(RequestLanguage.PARAMETER))
                .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
                .sorted()
                .forEach(what::add);
        return what;
    }

    private ContainerRequestContext request() {
        return Objects.requireNonNull(request, "request");
    }
}
