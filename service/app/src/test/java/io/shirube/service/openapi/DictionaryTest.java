package io.shirube.service.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import io.shirube.service.language.Language;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The description in Japanese. */
class DictionaryTest {

    private final Dictionary dictionary = new Dictionary();
    private final Map<String, Object> english = OpenApiDocument.of(Language.EN);

    @Test
    void hasJapaneseForEverySentenceOfTheDescription() {
        assertThat(dictionary.untranslated(english))
                .as("sentences that need a pair in ja.yml")
                .isEmpty();
    }

    @Test
    void hasNoSentenceThatTheDescriptionDoesNotSay() {
        String whole = new ObjectMapper().valueToTree(english).toString();

        assertThat(dictionary.english())
                .as("pairs of ja.yml that nobody needs any more")
                .allMatch(sentence -> whole.contains(":" + TextNode.valueOf(sentence)));
    }

    @Test
    void saysTheSameThingsInJapaneseAndLeavesNamesAlone() throws IOException {
        JsonNode before = new ObjectMapper().readTree(OpenApiDocument.json(Language.EN));
        JsonNode said = new ObjectMapper().readTree(OpenApiDocument.json(Language.JA));

        JsonNode decide = said.at("/paths/~1api~1v1~1decisions/post");
        assertThat(decide.path("summary").asText()).isEqualTo("1社を判定する");
        assertThat(decide.path("operationId").asText()).isEqualTo("decide");
        assertThat(said.at("/components/responses/Forbidden/content")
                        .findPath("FORBIDDEN")
                        .at("/value/title")
                        .asText())
                .isEqualTo("この操作は許可されていません");
        assertThat(said.at("/components/schemas/Decision/required"))
                .isEqualTo(before.at("/components/schemas/Decision/required"));
        assertThat(said.path("paths")).hasSameSizeAs(before.path("paths"));
    }
}
