package io.shirube.service.openapi;

import io.shirube.service.errors.ErrorCode;
import io.shirube.service.errors.ProblemJson;
import io.shirube.service.language.Language;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Shows every code that a response names under {@code x-codes} as the service answers it, unless the response shows that code
 * itself. Stateless.
 */
final class ProblemExamples {

    private static final String CODES = "x-codes";
    private static final String REQUEST = "9f1c2d3e-4b5a-4c6d-8e7f-a1b2c3d4e5f6";
    private static final String INSTANCE = "urn:uuid:2a9dc2a4-1cbb-4e0a-a79c-7dd0c7c1f5f4";

    private ProblemExamples() {}

    static void add(Map<String, Object> response, Language language) {
        Map<String, Object> content = Yaml.map(response, "content");
        if (!response.containsKey(CODES) || !content.containsKey(ProblemJson.MEDIA_TYPE)) {
            return;
        }
        Map<String, Object> examples = Yaml.map(Yaml.map(content, ProblemJson.MEDIA_TYPE), "examples");
        List<Object> shown = examples.values().stream()
                .map(example -> Yaml.map(Yaml.map(example), "value").get("code"))
                .toList();
        for (Object name : (List<?>) response.get(CODES)) {
            ErrorCode code = ErrorCode.valueOf((String) name);
            if (!shown.contains(name)) {
                examples.put(code.name(), example(code, language));
            }
        }
    }

    private static Map<String, Object> example(ErrorCode code, Language language) {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("type", code.type());
        value.put("title", language.of(code.title()));
        value.put("status", code.status());
        value.put("detail", language.of(code.detail()));
        value.put("instance", INSTANCE);
        value.put("requestId", REQUEST);
        value.put("code", code.name());
        value.put("errors", List.of());
        return Map.of("value", value);
    }
}
