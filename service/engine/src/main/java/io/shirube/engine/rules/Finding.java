package io.shirube.engine.rules;

import io.shirube.engine.model.Position;
import java.util.Comparator;

/**
 * Something an author should know about a rule folder, in both languages.
 *
 * @param code stable name, such as {@code unknown-field}
 * @param at where
 * @param whatJa what is wrong, in Japanese
 * @param tryJa what to try, in Japanese
 */
public record Finding(
        Severity severity, String code, Position at, String whatJa, String tryJa, String whatEn, String tryEn)
        implements Comparable<Finding> {

    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::at)
            .thenComparing(Finding::severity)
            .thenComparing(Finding::code)
            .thenComparing(Finding::whatEn);

    @Override
    public int compareTo(Finding other) {
        return ORDER.compare(this, other);
    }

    /** Returns what is wrong in a language, {@code ja} or else English. */
    public String what(String language) {
        return language.equals("ja") ? whatJa : whatEn;
    }

    /** Returns what to try in a language, {@code ja} or else English. */
    public String tryThis(String language) {
        return language.equals("ja") ? tryJa : tryEn;
    }
}
