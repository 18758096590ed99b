package io.shirube.engine.authoring.expression;

import io.shirube.engine.model.Text;
import io.shirube.engine.rules.Severity;

/**
 * The words of a message: whole sentences in both languages, with numbered places for details such as {@code {0}}.
 *
 * @param what what is wrong
 * @param tryThis what to try
 */
public record Wording(Severity severity, Text what, Text tryThis) {

    /** Returns the words about something that makes the ruleset unusable. */
    public static Wording error(String ja, String tryJa, String en, String tryEn) {
        return new Wording(Severity.ERROR, new Text(ja, en), new Text(tryJa, tryEn));
    }

    /** Returns the words about something the author should look at. */
    public static Wording warning(String ja, String tryJa, String en, String tryEn) {
        return new Wording(Severity.WARNING, new Text(ja, en), new Text(tryJa, tryEn));
    }

    /** Returns the words about something worth knowing. */
    public static Wording notice(String ja, String tryJa, String en, String tryEn) {
        return new Wording(Severity.NOTICE, new Text(ja, en), new Text(tryJa, tryEn));
    }
}
