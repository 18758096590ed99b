package io.shirube.service.resources;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.shirube.engine.ProgramVersion;
import io.shirube.engine.rules.Finding;
import io.shirube.service.errors.RequestLanguage;
import io.shirube.service.language.Language;
import io.shirube.service.rulesets.RulesStatus;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Which rules decide now, and what became of the last edit. */
@Path("/api/v1/rulesets")
public final class RulesetResource {

    private final Supplier<RulesStatus> status;

    public RulesetResource(Supplier<RulesStatus> status) {
        this.status = status;
    }

    @GET
    @Path("/active")
    @Produces(MediaType.APPLICATION_JSON)
    public Response active(
            @QueryParam("lang") @Nullable String lang,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
        Language language = RequestLanguage.of(lang, acceptLanguage);
        RulesStatus now = status.get();
        RulesStatus.Active active = now.active();
        RulesStatus.Broken broken = now.broken();
        ActiveRuleset answer = new ActiveRuleset(
                active == null ? null : active.revision(),
                active == null ? null : active.loadedAt().toString(),
                now.folder().toString(),
                now.state().name(),
                ProgramVersion.current(),
                broken == null
                        ? null
                        : new BrokenEdit(
                                broken.revision(), broken.since().toString(), told(broken.findings(), language)),
                active == null ? List.of() : told(active.findings(), language));
        return Response.ok(answer)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.code())
                .build();
    }

    private static List<ToldFinding> told(List<Finding> findings, Language language) {
        return findings.stream()
                .map(finding -> new ToldFinding(
                        finding.at().toString(),
                        finding.severity().name(),
                        finding.code(),
                        finding.what(language.code()),
                        finding.tryThis(language.code())))
                .toList();
    }

    /** The answer. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record ActiveRuleset(
            @Nullable String revision,
            @Nullable String loadedAt,
            String source,
            String state,
            String engine,
            @Nullable BrokenEdit broken,
            List<ToldFinding> findings) {}

    /** The edit that is not used. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record BrokenEdit(@Nullable String revision, String since, List<ToldFinding> findings) {}

    /** A finding in one language. */
    public record ToldFinding(String at, String severity, String code, String what, String tryThis) {}
}
