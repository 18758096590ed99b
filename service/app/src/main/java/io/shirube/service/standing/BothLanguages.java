package io.shirube.service.standing;

import io.shirube.engine.model.Text;
import io.shirube.service.language.Language;

/** The same in Japanese and in English: sentences, or JSON with sentences in it. */
public record BothLanguages(String ja, String en) {

    public static BothLanguages of(Text text) {
        return new BothLanguages(text.ja(), text.en());
    }

    public String in(Language language) {
        return language == Language.JA ? ja : en;
    }
}
