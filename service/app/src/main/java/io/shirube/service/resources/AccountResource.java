package io.shirube.service.resources;

import io.shirube.engine.model.Text;
import io.shirube.service.book.Accounts;
import io.shirube.service.book.Book;
import io.shirube.service.book.StoredAccount;
import io.shirube.service.config.LimitsConfiguration;
import io.shirube.service.errors.ProblemException;
import io.shirube.service.requests.Answer;
import io.shirube.service.requests.Writes;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One account of the book. */
@Path("/api/v1/accounts/{id}")
public final class AccountResource {

    private static final Pattern VERSION = Pattern.compile("\"v([0-9]{1,18})\"");

    private final Accounts accounts;
    private final WriteOnce writes;

    public AccountResource(Accounts accounts, Writes writes, LimitsConfiguration limits) {
        this.accounts = accounts;
        this.writes = new WriteOnce(writes, limits);
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response read(@PathParam("id") String id, @Context Request request) {
        StoredAccount account = accounts.find(id);
        EntityTag tag = tag(account.version());
        Response.ResponseBuilder same = request.evaluatePreconditions(tag);
        return (same != null ? same : Response.ok(account.told().toString()).tag(tag)).build();
    }

    @PUT
    @Produces(MediaType.APPLICATION_JSON)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response put(
            @PathParam("id") String id,
            InputStream body,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @BeanParam WriteParameters parameters)
            throws IOException {
        @Nullable Long expected = version(ifMatch);
        return writes.answer(body, parameters, told -> {
            Book.Put put = accounts.put(id, told, expected);
            return kept(id, put.version(), put.fresh() ? Response.Status.CREATED : Response.Status.OK);
        });
    }

    @DELETE
    public Response erase(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @BeanParam WriteParameters parameters) {
        @Nullable Long expected = version(ifMatch);
        return writes.answer(parameters, () -> {
            accounts.erase(id, expected);
            return Answers.none();
        });
    }

    @PATCH
    @Produces(MediaType.APPLICATION_JSON)
    @Path("/signals")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response signals(
            @PathParam("id") String id,
            InputStream body,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @BeanParam WriteParameters parameters)
            throws IOException {
        @Nullable Long expected = version(ifMatch);
        return writes.answer(body, parameters, told -> kept(id, accounts.add(id, told, expected), Response.Status.OK));
    }

    private static Answer kept(String id, long version, Response.Status status) {
        return Answers.of(status, new Kept(id, version), Map.of(HttpHeaders.ETAG, "\"v" + version + "\""));
    }

    /** @param version grows with every change; none comes twice */
    public record Kept(String id, long version) {}

    private static EntityTag tag(long version) {
        return new EntityTag("v" + version);
    }

    private static @Nullable Long version(@Nullable String ifMatch) {
        if (ifMatch == null) {
            return null;
        }
        if (ifMatch.strip().equals("*")) {
            return Book.ANY;
        }
        Matcher version = VERSION.matcher(ifMatch.strip());
        if (!version.matches()) {
            throw ProblemException.parameter(
                    HttpHeaders.IF_MATCH,
                    new Text(
                            "If-Match には取得したときの ETag（例 \"v3\"）をそのまま指定してください。",
                            "If-Match must be the ETag the account was read with, such as \"v3\"."));
        }
        return Long.valueOf(version.group(1));
    }
}
