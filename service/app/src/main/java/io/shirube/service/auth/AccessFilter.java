package io.shirube.service.auth;

import io.shirube.engine.model.Text;
import io.shirube.service.config.AuthConfiguration;
import io.shirube.service.errors.ErrorCode;
import io.shirube.service.errors.Problem;
import io.shirube.service.errors.ProblemException;
import io.shirube.service.logs.Route;
import jakarta.annotation.Priority;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.glassfish.jersey.server.ExtendedUriInfo;
import org.jspecify.annotations.Nullable;

/**
 * Lets through who may, and nobody else: the only place where that is decided. It runs once it is known which resource answers, so
 * that it asks {@link Policy} about the path as the resource declares it. Safe for use by many threads.
 */
@Priority(Priorities.AUTHENTICATION)
public final class AccessFilter implements ContainerRequestFilter {

    private static final String SCHEME = "bearer ";
    private static final String CHALLENGE = "Bearer realm=\"shirube\"";
    private static final String INVALID = CHALLENGE + ", error=\"invalid_token\"";

    private final boolean required;
    private final KeyRing keys;
    private final RateLimits limits;
    private final Policy policy = Policy.shipped();

    @Context
    private @Nullable HttpServletRequest servlet;

    /** @param required whether who shows no key is turned away; else he may do everything */
    private AccessFilter(boolean required, KeyRing keys, RateLimits limits) {
        this.required = required;
        this.keys = keys;
        this.limits = limits;
    }

    /** Returns the filter that a configuration asks for. */
    public static AccessFilter of(AuthConfiguration configuration, KeyRing keys) {
        return new AccessFilter(configuration.required(), keys, new RateLimits(configuration, System::nanoTime));
    }

    @Override
    public void filter(ContainerRequestContext request) {
        String template = Route.of((ExtendedUriInfo) request.getUriInfo());
        Route.note(request, template);
        if (policy.open(request.getMethod(), template)) {
            limits.count(address());
            return;
        }
        Caller caller = caller(request.getHeaderString(HttpHeaders.AUTHORIZATION));
        Route.noteKey(request, caller.id());
        Set<Role> roles = policy.roles(request.getMethod(), template);
        if (!roles.contains(caller.role())) {
            throw forbidden(caller.role(), roles);
        }
        request.setSecurityContext(caller.security(request.getSecurityContext()));
    }

    private Caller caller(@Nullable String authorization) {
        if (authorization == null && !required) {
            limits.countAnybody(address());
            return Caller.ANYBODY;
        }
        if (authorization == null) {
            limits.count(address());
            throw new ProblemException(Problem.of(ErrorCode.NO_KEY), challenge(CHALLENGE));
        }
        Optional<Secret> secret = Optional.of(authorization)
                .filter(sent -> sent.toLowerCase(Locale.ROOT).startsWith(SCHEME))
                .flatMap(sent -> Secret.read(sent.substring(SCHEME.length()).strip()));
        if (secret.isEmpty()) {
            limits.count(address());
            throw unknown();
        }
        SecretHash hash = secret.get().hash();
        ApiKey key = keys.remembered(hash).orElseGet(() -> lookUp(hash));
        Caller caller = new Caller(key.id(), key.name(), key.role());
        limits.count(caller);
        requireCounts(key, hash, keys.now());
        keys.note(hash);
        return caller;
    }

    /** Who guesses is slowed down before the database is asked; who did not guess gets his request back. */
    private ApiKey lookUp(SecretHash hash) {
        Runnable giveBack = limits.count(address());
        ApiKey key = keys.lookUp(hash).orElseThrow(AccessFilter::unknown);
        giveBack.run();
        return key;
    }

    private static void requireCounts(ApiKey key, SecretHash hash, Instant now) {
        switch (key.state(now)) {
            case REVOKED -> throw new ProblemException(Problem.of(ErrorCode.KEY_REVOKED), challenge(INVALID));
            case EXPIRED -> throw new ProblemException(Problem.of(ErrorCode.KEY_EXPIRED), challenge(INVALID));
            case ACTIVE -> {
                if (key.secret(hash).filter(secret -> !secret.expired(now)).isEmpty()) {
                    throw new ProblemException(Problem.of(ErrorCode.KEY_REPLACED), challenge(INVALID));
                }
            }
        }
    }

    private static ProblemException unknown() {
        return new ProblemException(Problem.of(ErrorCode.UNKNOWN_KEY), challenge(INVALID));
    }

    private static Map<String, String> challenge(String how) {
        return Map.of(HttpHeaders.WWW_AUTHENTICATE, how);
    }

    private static ProblemException forbidden(Role role, Set<Role> roles) {
        String names = roles.stream().sorted().map(Role::code).collect(Collectors.joining(", "));
        Text detail = new Text(
                "このキーの役割 " + role.code() + " では使えません。使える役割: " + names + "。必要なら管理者にキーを発行してもらってください。",
                "This key's role, " + role.code() + ", may not do this. It takes one of: " + names
                        + ". Ask an administrator for such a key.");
        return new ProblemException(new Problem(ErrorCode.FORBIDDEN, detail, List.of()));
    }

    private String address() {
        return Objects.requireNonNull(servlet, "servlet").getRemoteAddr();
    }
}
