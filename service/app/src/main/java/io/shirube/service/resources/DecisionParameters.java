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

    /** The days that every date of an account must lie between. */
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);

    @QueryParam("explain")
    private @Nullable String explain;

    @QueryParam("asOf")
    private @Nullable String asOf;

    @QueryParam("lang")
    private @Nullable String lang;

    @HeaderParam("Accept-Language")
    private @Nullable String acceptLanguage;

    /** For who takes the parameters one by one: having them put into a bean took longer than the rest of an answer. */
    static DecisionParameters of(
            @Nullable String explain, @Nullable String asOf, @Nullable String lang, @Nullable String acceptLanguage) {
        DecisionParameters parameters = new DecisionParameters();
        parameters.explain = explain;
        parameters.asOf = asOf;
        parameters.lang = lang;
        parameters.acceptLanguage = acceptLanguage;
        return parameters;
    }

    Language language() {
        return RequestLanguage.of(lang, acceptLanguage);
    }

    LocalDate asOf(LocalDate today) {
        return asOf == null ? today : day("asOf", asOf);
    }

    /** Returns the day a parameter names. */
    static LocalDate day(String parameter, String written) {
        try {
            LocalDate day = LocalDate.parse(written);
            if (isUsable(day)) {
                return day;
            }
        } catch (DateTimeParseException e) {
            // because a day that no calendar has is told like one that no account can be decided on
        }
        throw ProblemException.parameter(parameter, dayWanted(parameter));
    }

    /** Says which days a parameter or field may name. */
    static Text dayWanted(String name) {
        return new Text(
                name + " は 2026-11-20 の形で、" + EARLIEST + " から " + LATEST + " までの日付を指定してください。",
                name + " must be a day such as 2026-11-20, from " + EARLIEST + " to " + LATEST + ".");
    }

    static boolean isUsable(LocalDate day) {
        return !day.isBefore(EARLIEST) && !day.isAfter(LATEST);
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
