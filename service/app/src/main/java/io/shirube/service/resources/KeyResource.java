package io.shirube.service.resources;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.shirube.service.auth.ApiKey;
import io.shirube.service.auth.KeySecret;
import io.shirube.service.auth.Keys;
import io.shirube.service.config.LimitsConfiguration;
import io.shirube.service.errors.ErrorCode;
import io.shirube.service.errors.Problem;
import io.shirube.service.errors.ProblemException;
import io.shirube.service.requests.Answer;
import io.shirube.service.requests.Writes;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The keys with which others call. */
@Path("/api/v1/keys")
public final class KeyResource {

    private final Keys keys;
    private final WriteOnce writes;
    private final KeyRequests requests;

    /** @param clock its zone means nothing */
    public KeyResource(Keys keys, Writes writes, LimitsConfiguration limits, Clock clock) {
        this.keys = keys;
        this.writes = new WriteOnce(writes, limits);
        this.requests = new KeyRequests(clock);
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public ToldKeys list() {
        return new ToldKeys(keys.list().stream().map(this::told).toList(), null);
    }

    @POST
    @Produces(MediaType.APPLICATION_JSON)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(InputStream body, @BeanParam WriteParameters parameters) throws IOException {
        return writes.answer(body, parameters, told -> {
            KeyRequests.Wanted wanted = requests.wanted(told);
            return shown(Response.Status.CREATED, keys.create(wanted.name(), wanted.role(), wanted.expiresAt()));
        });
    }

    @POST
    @Path("/{id}/rotation")
    @Produces(MediaType.APPLICATION_JSON)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response rotate(@PathParam("id") long id, InputStream body, @BeanParam WriteParameters parameters)
            throws IOException {
        return writes.answerAlsoBare(body, parameters, told -> {
            RotationRequest rotation = RotationRequest.read(told, ErrorCode.INVALID_KEY_REQUEST);
            ApiKey key = keys.find(id).orElseThrow(KeyResource::unknown);
            if (keys.state(key) != ApiKey.State.ACTIVE) {
                throw new ProblemException(Problem.of(ErrorCode.KEY_ENDED));
            }
            return shown(Response.Status.OK, keys.rotate(id, rotation.overlap()).orElseThrow(KeyResource::unknown));
        });
    }

    @DELETE
    @Path("/{id}")
    public Response revoke(@PathParam("id") long id, @BeanParam WriteParameters parameters) {
        return writes.answer(parameters, () -> {
            if (keys.revoke(id).isEmpty()) {
                throw unknown();
            }
            return Answers.none();
        });
    }

    /** A secret is shown once, so nothing keeps the answer that holds it. */
    private Answer shown(Response.Status status, Keys.Shown shown) {
        return Answers.of(status, told(shown), Map.of()).shownOnce();
    }

    private static ProblemException unknown() {
        return new ProblemException(Problem.of(ErrorCode.NO_SUCH_KEY));
    }

    private ShownKey told(Keys.Shown shown) {
        return new ShownKey(shown.secret().reveal(), told(shown.key()));
    }

    private ToldKey told(ApiKey key) {
        return new ToldKey(
                key.id(),
                key.name(),
                key.role().code(),
                keys.state(key).name(),
                key.createdAt().toString(),
                Answers.text(key.expiresAt()),
                Answers.text(key.revokedAt()),
                Answers.text(key.lastUsedAt().orElse(null)),
                key.secrets().stream().map(KeyResource::told).toList());
    }

    private static ToldSecret told(KeySecret secret) {
        return new ToldSecret(
                secret.prefix(),
                secret.createdAt().toString(),
                Answers.text(secret.expiresAt()),
                Answers.text(secret.lastUsedAt()));
    }

    /**
     * All keys, oldest first.
     *
     * @param next like that of other lists; null, because there are few keys and this is all of them
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record ToldKeys(List<ToldKey> items, @Nullable String next) {}

    /** A key with its newest secret, for the one time it is shown. */
    public record ShownKey(String secret, ToldKey key) {}

    /** A key without what proves it. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record ToldKey(
            long id,
            String name,
            String role,
            String state,
            String createdAt,
            @Nullable String expiresAt,
            @Nullable String revokedAt,
            @Nullable String lastUsedAt,
            List<ToldSecret> secrets) {}

    /** How a secret begins, and how long it counts. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record ToldSecret(
            String prefix,
            String createdAt,
            @Nullable String expiresAt,
            @Nullable String lastUsedAt) {}
}
