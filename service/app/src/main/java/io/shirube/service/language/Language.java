package io.shirube.service.language;

import io.shirube.engine.model.Text;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A language users are answered in. Never the machine's locale: who does not ask is answered in English. */
public enum Language {
    EN("en"),
    JA("ja");

    private static final int LONGEST_HEADER = 1_000;

    private final String code;

    Language(String code) {
        this.code = code;
    }

    /** Returns {@code en} or {@code ja}. */
    public String code() {
        return code;
    }

    public String of(Text text) {
        return text.in(code);
    }

    /** Returns the language with this tag, such as {@code ja} or {@code en-GB}. */
    public static Optional<Language> tagged(String tag) {
        String primary = tag.toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
        for (Language language : values()) {
            if (language.code.equals(primary)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }

    /** Returns the most wanted of the two languages by an {@code Accept-Language} header, else English. */
    public static Language accepted(@Nullable String header) {
        if (header == null || header.length() > LONGEST_HEADER) {
            return EN;
        }
        return ranges(header).stream()
                .filter(range -> range.getWeight() > 0)
                .flatMap(range -> tagged(range.getRange()).stream())
                .findFirst()
                .orElse(EN);
    }

    private static List<Locale.LanguageRange> ranges(String header) {
        try {
            return Locale.LanguageRange.parse(header);
        } catch (IllegalArgumentException notALanguageHeader) {
            return List.of();
        }
    }
}
