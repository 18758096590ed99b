package io.shirube.service.resources;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shirube.engine.model.Text;
import io.shirube.service.audit.AuditLog;
import io.shirube.service.audit.AuditRecord;
import io.shirube.service.errors.ProblemException;
import io.shirube.service.errors.RequestLanguage;
import io.shirube.service.language.Language;
import io.shirube.service.standing.StoredJson;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Who wrote what, the latest first. */
@Path("/api/v1/audit")
public final class AuditResource {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NUMBER = "[0-9]{1,18}";
    private static final int DAY = "2026-11-20".length();

    private final AuditLog log;
    private final Clock clock;

    /** @param clock in the book's zone, in which a day begins */
    public AuditResource(AuditLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response list(
            @QueryParam("account") @Nullable String account,
            @QueryParam("key") @Nullable String key,
            @QueryParam("since") @Nullable String since,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("lang") @Nullable String lang,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
        Language language = RequestLanguage.of(lang, acceptLanguage);
        int most = Page.limit(limit);
        AuditLog.Wanted wanted = new AuditLog.Wanted(
                Parameters.text("account", account), number(key), since(since), Page.before(cursor));
        return Page.of(
                log.records(wanted, most + 1),
                most,
                language,
                record -> shown(record, language),
                record -> Page.opaque(Long.toString(record.id())));
    }

    private static @Nullable Long number(@Nullable String key) {
        if (key == null) {
            return null;
        }
        if (!key.matches(NUMBER)) {
            throw ProblemException.parameter(
                    "key",
                    new Text(
                            "key には GET /api/v1/keys にある API キーの番号を指定してください。キーなしの書き込みは 0 です。",
                            "key must be the number of an API key as GET /api/v1/keys has it; 0 for writes without a key."));
        }
        return Long.valueOf(key);
    }

    private @Nullable Instant since(@Nullable String since) {
        if (since == null) {
            return null;
        }
        if (since.length() == DAY) {
            return DecisionParameters.day("since", since)
                    .atStartOfDay(clock.getZone())
                    .toInstant();
        }
        try {
            OffsetDateTime moment = OffsetDateTime.parse(since);
            if (DecisionParameters.isUsable(moment.toLocalDate())) {
                return moment.toInstant();
            }
        } catch (DateTimeException e) {
            // because it is told like a moment of a year that cannot be
        }
        throw ProblemException.parameter(
                "since",
                new Text(
                        "since は 2026-11-20 または 2026-11-20T09:00:00+09:00 の形で指定してください。",
                        "since must be a day such as 2026-11-20, or a moment such as 2026-11-20T09:00:00+09:00."));
    }

    private static ObjectNode shown(AuditRecord record, Language language) {
        ObjectNode shown = JSON.createObjectNode()
                .put("id", Long.toString(record.id()))
                .put("at", record.at().toString());
        shown.putObject("by")
                .put("key", record.author().key() == 0 ? null : record.author().key())
                .put("name", record.author().name())
                .put("request", record.author().request());
        shown.put("deed", record.deed().name())
                .put("deedLabel", language.of(record.deed().label()))
                .put("accountId", record.accountId())
                .put("actionId", record.actionId() == null ? null : Long.toString(record.actionId()))
                .put("keyId", record.keyId());
        shown.set("before", record.before() == null ? null : StoredJson.tree(record.before()));
        shown.set("after", record.after() == null ? null : StoredJson.tree(record.after()));
        return shown;
    }
}
