package io.shirube.engine.cases;

import io.shirube.engine.model.NumberText;
import io.shirube.engine.model.Position;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is not as expected.
 *
 * @param at where the expectation stands
 * @param path such as {@code health.score}
 */
public record Mismatch(Position at, String path, String expected, String actual) {

    /** Returns the sentence in a language, {@code ja} or else English. */
    public String text(String language) {
        return language.equals("ja")
                ? path + ": 期待 " + expected + "、実際 " + actual
                : path + ": expected " + expected + ", but was " + actual;
    }

    /** Returns a value as an author writes it. */
    static String shown(@Nullable Object value) {
        return value instanceof Double number ? NumberText.of(number) : String.valueOf(value);
    }
}
