package io.shirube.service.openapi;

import io.shirube.engine.input.InputCode;
import io.shirube.engine.model.InputProblem;
import io.shirube.engine.model.Text;
import io.shirube.service.errors.ErrorCode;
import io.shirube.service.errors.ProblemJson;
import io.shirube.service.language.Language;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Shows every code that a response names under {@code x-codes} as the service answers it, unless the response shows that code
 * itself. Stateless.
 */
final class ProblemExamples {

    private static final String CODES = "x-codes";
    private static final String REQUEST = "9f1c2d3e-4b5a-4c6d-8e7f-a1b2c3d4e5f6";
    private static final String INSTANCE = "urn:uuid:2a9dc2a4-1cbb-4e0a-a79c-7dd0c7c1f5f4";

    /** One mistake of each kind of request whose problem says that errors lists them. */
    private static final Map<ErrorCode, InputProblem> MISTAKES = Map.of(
            ErrorCode.INVALID_EVENT,
            mistake(
                    InputCode.REQUIRED,
                    "reason",
                    "DISMISSED には reason（対応しない理由）を付けてください。",
                    "DISMISSED needs reason, why nothing is done."),
            ErrorCode.INVALID_ARRANGEMENT,
            mistake(
                    InputCode.REQUIRED,
                    "reason",
                    "reason（理由）を付けてください。判定の理由として表示されます。",
                    "Give a reason: decisions show it."),
            ErrorCode.INVALID_KEY_REQUEST,
            mistake(
                    InputCode.REQUIRED,
                    "name",
                    "name には 1〜100 文字の文字列を指定してください。",
                    "name must be a text of 1 to 100 characters."),
            ErrorCode.INVALID_WHAT_IF,
            mistake(
                    InputCode.UNKNOWN_VALUE,
                    "goals[0]",
                    "\"HIHG\" という touch はありません。HIGH のことですか。",
                    "There is no touch \"HIHG\". Did you mean HIGH?"),
            ErrorCode.INVALID_WEBHOOK,
            mistake(InputCode.UNKNOWN_VALUE, "lang", "lang は次のどれかで指定してください: ja, en", "lang must be one of: ja, en."));

    private ProblemExamples() {}

    private static InputProblem mistake(InputCode code, String field, String ja, String en) {
        return new InputProblem(code.name(), field, new Text(ja, en));
    }

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
        value.put(
                "errors",
                Stream.ofNullable(MISTAKES.get(code))
                        .map(mistake -> shown(mistake, language))
                        .toList());
        return Map.of("value", value);
    }

    private static Map<String, Object> shown(InputProblem mistake, Language language) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("field", mistake.field());
        shown.put("code", mistake.code());
        shown.put("detail", language.of(mistake.detail()));
        return shown;
    }
}
