package io.shirube.service.errors;

import io.shirube.engine.model.Text;
import io.shirube.service.language.Language;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which language a request asks for: {@code lang=}, else {@code Accept-Language}, else English. */
public final class RequestLanguage {

    /** Name of the query parameter. */
    public static final String PARAMETER = "lang";

    private RequestLanguage() {}

    /**
     * Returns the language asked for.
     *
     * @throws ProblemException when {@code lang=} names no language we speak
     */
    public static Language of(@Nullable String parameter, @Nullable String acceptLanguage) {
        if (parameter == null) {
            return Language.accepted(acceptLanguage);
        }
        return Language.tagged(parameter)
                .orElseThrow(() -> ProblemException.parameter(
                        PARAMETER, new Text("lang は ja か en で指定してください。", "lang must be ja or en.")));
    }

    /** Returns the language asked for, as far as it can be understood: an error answer must not fail on it. */
    static Language orDefault(@Nullable String parameter, @Nullable String acceptLanguage) {
        return Optional.ofNullable(parameter)
                .flatMap(Language::tagged)
                .orElseGet(() -> Language.accepted(acceptLanguage));
    }
}
