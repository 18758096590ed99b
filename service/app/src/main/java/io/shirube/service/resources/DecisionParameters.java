package io.shirube.service.resources;

import io.shirube.engine.model.Text;
import io.shirube.io.Explain;
import io.shirube.service.errors.ProblemException;
import io.shirube.service.errors.RequestLanguage;
import io.shirube.service.language.Language;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** What every deciding request may say beside its body. */
public final class DecisionParameters {

    @QueryParam("explain")
    @Parameter(
            description =
                    "How much the answer says about itself. none: no reasons; reasons: those of segment, success and"
                            + " actions; full: also those of stage, dimensions and caps.",
            schema =
                    @Schema(
                            type = "string",
                            allowableValues = {"none", "reasons", "full"},
                            defaultValue = "reasons"))
    private @Nullable String explain;

    @QueryParam("asOf")
    @Parameter(
            description = "The day to decide as of, in the book's time zone; today when left out.",
            schema = @Schema(type = "string", format = "date"),
            example = "2026-11-20")
    private @Nullable String asOf;

    @QueryParam("lang")
    @Parameter(
            description = "Language of reasons and errors; else Accept-Language, else English.",
            schema =
                    @Schema(
                            type = "string",
                            allowableValues = {"en", "ja"}))
    private @Nullable String lang;

    @HeaderParam("Accept-Language")
    @Parameter(hidden = true)
    private @Nullable String acceptLanguage;

    Language language() {
        return RequestLanguage.of(lang, acceptLanguage);
    }

    LocalDate asOf(LocalDate today) {
        if (asOf == null) {
            return today;
        }
        try {
            return LocalDate.parse(asOf);
        } catch (DateTimeParseException e) {
            throw ProblemException.parameter(
                    "asOf", new Text("asOf は 2026-11-20 の形の日付で指定してください。", "asOf must be a day such as 2026-11-20."));
        }
    }

    Explain explain() {
        if (explain == null) {
            return Explain.REASONS;
        }
        return Explain.of(explain)
                .orElseThrow(() -> ProblemException.parameter(
                        "explain",
                        new Text(
                                "explain は none、reasons、full のどれかで指定してください。",
                                "explain must be none, reasons or full.")));
    }
}
