package io.shirube.service.resources;

import io.shirube.engine.model.Text;
import io.shirube.io.Explain;
import io.shirube.service.errors.ProblemException;
import io.shirube.service.errors.RequestLanguage;
import io.shirube.service.language.Language;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** What every deciding request may say beside its body. */
public final class DecisionParameters {

    @QueryParam("explain")
    private @Nullable String explain;

    @QueryParam("asOf")
    private @Nullable String asOf;

    @QueryParam("lang")
    private @Nullable String lang;

    @HeaderParam("Accept-Language")
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
