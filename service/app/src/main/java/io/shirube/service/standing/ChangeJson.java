package io.shirube.service.standing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shirube.service.language.Language;

/** A change as callers and receivers read it. Stateless. */
public final class ChangeJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ChangeJson() {}

    public static ObjectNode of(Change change, Language language) {
        ObjectNode shown = JSON.createObjectNode()
                .put("cursor", change.cursor().toString())
                .put("at", change.at().toString())
                .put("accountId", change.accountId())
                .put("kind", change.kind().name());
        try {
            shown.set("data", JSON.readTree(change.data()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what is kept is JSON", e);
        }
        BothLanguages because = change.because();
        return shown.put("because", because == null ? null : because.in(language));
    }
}
