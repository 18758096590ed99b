package io.shirube.service.standing;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shirube.service.language.Language;

/** A change as callers and receivers read it. Stateless. */
public final class ChangeJson {

    private ChangeJson() {}

    public static ObjectNode of(Change change, Language language) {
        ObjectNode shown = JsonNodeFactory.instance
                .objectNode()
                .put("cursor", change.cursor().toString())
                .put("at", change.at().toString())
                .put("accountId", change.accountId())
                .put("kind", change.kind().name());
        shown.set("data", StoredJson.tree(change.data()));
        BothLanguages because = change.because();
        return shown.put("because", because == null ? null : because.in(language));
    }
}
