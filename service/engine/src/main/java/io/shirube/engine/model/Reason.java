package io.shirube.engine.model;

import java.util.Map;

/**
 * Why something was concluded: a template and its values, rendered in a language only when it is read.
 *
 * @param rule name of the rule or table
 * @param at the rule's first line, or the first cell of the row
 * @param textJa the Japanese sentence with its values in place
 * @param textEn the English sentence with its values in place
 * @param facts the quoted and tested values by the name the rule uses, in that order; numbers are {@code Double},
 *     {@code Boolean}, {@code java.time.LocalDate} or {@code String}, unknown ones are left out
 */
public record Reason(String rule, Position at, String textJa, String textEn, Map<String, Object> facts) {

    /** Returns the sentence in a language, {@code ja} or else English. */
    public String text(String language) {
        return language.equals("ja") ? textJa : textEn;
    }
}
