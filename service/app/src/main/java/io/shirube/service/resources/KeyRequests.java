package io.shirube.service.resources;

import com.fasterxml.jackson.databind.JsonNode;
import io.shirube.engine.input.InputCode;
import io.shirube.service.auth.Role;
import io.shirube.service.errors.ErrorCode;
import io.shirube.service.errors.ProblemException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what administrators want of keys, and says everything that is wrong with it at once. Safe for use by many threads. */
final class KeyRequests {

    private static final String NAME = "name";
    private static final String ROLE = "role";
    private static final String EXPIRES_AT = "expiresAt";
    private static final Names<Role> ROLES = Names.of(List.of(Role.values()), Role::code);
    private static final int LONGEST_NAME = 100;

    /** The last moment that is written with four digits for its year. */
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private final Clock clock;

    KeyRequests(Clock clock) {
        this.clock = clock;
    }

    /** A key to make. */
    record Wanted(String name, Role role, @Nullable Instant expiresAt) {}

    /** @throws ProblemException when the body says no key */
    Wanted wanted(byte[] body) {
        RequestObject request =
                RequestObject.read(body, ErrorCode.INVALID_KEY_REQUEST, List.of(NAME, ROLE, EXPIRES_AT));
        Optional<String> name = request.text(NAME, LONGEST_NAME);
        Optional<Role> role = request.named(ROLE, ROLES);
        @Nullable Instant expiresAt = expiresAt(request);
        request.requireRight();
        return new Wanted(name.orElseThrow(request::refused), role.orElseThrow(request::refused), expiresAt);
    }

    private @Nullable Instant expiresAt(RequestObject request) {
        JsonNode moment = request.field(EXPIRES_AT);
        if (moment.isMissingNode() || moment.isNull()) {
            return null;
        }
        try {
            Instant read = OffsetDateTime.parse(moment.asText()).toInstant().truncatedTo(ChronoUnit.MICROS);
            if (read.isAfter(clock.instant()) && !read.isAfter(LATEST)) {
                return read;
            }
        } catch (DateTimeException e) {
            // because what is no moment is told like one that is over
        }
        request.wrong(
                InputCode.OUT_OF_RANGE,
                EXPIRES_AT,
                "expiresAt は 2027-03-31T23:59:59+09:00 の形で、これから先の日時を指定してください。",
                "expiresAt must be a moment to come, such as 2027-03-31T23:59:59+09:00.");
        return null;
    }
}
