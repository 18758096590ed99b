package io.shirube.service.resources;

import io.shirube.service.errors.RequestLanguage;
import io.shirube.service.language.Language;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a question about an account may say beside its body. */
public final class WhatIfParameters {

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
        return asOf == null ? today : DecisionParameters.day("asOf", asOf);
    }
}
