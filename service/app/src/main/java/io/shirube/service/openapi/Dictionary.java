package io.shirube.service.openapi;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The description's sentences in Japanese, by the English ones: {@code ja.yml}. Immutable.
 *
 * <p>By sentence and not by place, because a sentence that stands at ten places is said once, and an English one that changes
 * has no Japanese until somebody looks at both.
 */
final class Dictionary {

    private static final String FILE = "ja.yml";

    /** Under which names sentences stand, that everybody reads. */
    private static final Set<String> SENTENCES = Set.of("summary", "description");

    /** And those of answers, in examples. */
    private static final Set<String> ANSWERED = Set.of("title", "detail", "text", "because", "stateLabel");

    private final Map<String, String> japanese = new HashMap<>();

    Dictionary() {
        for (Object pair : (List<?>) Yaml.read(FILE)) {
            Map<String, Object> both = Yaml.map(pair);
            String english = (String) both.get("en");
            if (japanese.put(english, (String) both.get("ja")) != null) {
                throw new IllegalStateException(FILE + ": twice " + english);
            }
        }
    }

    /** Returns a document with its sentences in Japanese; those without stay as they are. */
    Map<String, Object> translate(Map<String, Object> document) {
        Map<String, Object> said = new LinkedHashMap<>();
        document.forEach((name, value) -> said.put(name, translate(name, value)));
        return said;
    }

    private Object translate(String name, Object value) {
        if (value instanceof String sentence) {
            return SENTENCES.contains(name) || ANSWERED.contains(name)
                    ? japanese.getOrDefault(sentence, sentence)
                    : value;
        }
        if (value instanceof List<?> list) {
            return list.stream()
                    .map(item -> item == null ? null : translate("", item))
                    .toList();
        }
        return value instanceof Map<?, ?> ? translate(Yaml.map(value)) : value;
    }

    /** Returns the sentences of an English document that have no Japanese, each once. */
    List<String> untranslated(Map<String, Object> document) {
        List<String> missing = new ArrayList<>();
        collect("", document, missing);
        return missing.stream().distinct().toList();
    }

    /** Returns the English sentences that stand in it. */
    Set<String> english() {
        return Set.copyOf(japanese.keySet());
    }

    private void collect(String name, Object value, List<String> missing) {
        if (value instanceof Map<?, ?>) {
            Yaml.map(value).forEach((key, below) -> collect(key, below, missing));
        } else if (value instanceof List<?> list) {
            list.forEach(item -> collect("", item, missing));
        } else if (value instanceof String sentence && SENTENCES.contains(name) && !japanese.containsKey(sentence)) {
            missing.add(sentence);
        }
    }
}
