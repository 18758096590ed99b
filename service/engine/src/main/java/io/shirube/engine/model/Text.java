package io.shirube.engine.model;

/** A sentence in both languages. */
public record Text(String ja, String en) {

    /** Returns the sentence in a language, {@code ja} or else English. */
    public String in(String language) {
        return language.equals("ja") ? ja : en;
    }
}
