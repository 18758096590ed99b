package io.shirube.service.resources;

import io.shirube.engine.model.Text;
import io.shirube.service.errors.ProblemException;
import org.jspecify.annotations.Nullable;

/** Reads what parameters say. Stateless. */
final class Parameters {

    private Parameters() {}

    /** Returns a text to look for; the database knows none with the character NUL. */
    static @Nullable String text(String parameter, @Nullable String wanted) {
        if (wanted != null && wanted.indexOf(0) >= 0) {
            throw ProblemException.parameter(parameter, withoutNul(parameter));
        }
        return wanted;
    }

    /** Returns what a name stands for; null without one. */
    static <T> @Nullable T oneOf(String parameter, @Nullable String wanted, Names<T> names) {
        return wanted == null
                ? null
                : names.find(wanted).orElseThrow(() -> ProblemException.parameter(parameter, names.wanted(parameter)));
    }

    /** Says that a parameter or field holds a character that it cannot. */
    static Text withoutNul(String name) {
        return new Text(name + " に NUL 文字は使えません。", name + " must not hold the character NUL.");
    }
}
