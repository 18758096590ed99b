package io.shirube.service.webhooks;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shirube.service.language.Language;
import io.shirube.service.standing.Change;
import io.shirube.service.standing.ChangeJson;
import io.shirube.service.standing.ChangeKind;
import java.time.Instant;
import java.util.Locale;

/** Writes what receivers read. Stateless. */
final class Payload {

    private static final String TEST = "webhook.test";

    private Payload() {}

    /** Returns the body that tells a change: its data is what the feed shows. */
    static String of(Change change, Language language) {
        return body(type(change.kind()), change.at(), ChangeJson.of(change, language));
    }

    /** Returns a body that tells nothing. */
    static String test(long webhook, Instant now) {
        return body(TEST, now, JsonNodeFactory.instance.objectNode().put("webhookId", webhook));
    }

    private static String body(String type, Instant at, ObjectNode data) {
        ObjectNode body =
                JsonNodeFactory.instance.objectNode().put("type", type).put("timestamp", at.toString());
        body.set("data", data);
        return body.toString();
    }

    /** Returns a kind as the specification writes types of events: {@code action.opened}. */
    private static String type(ChangeKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replaceFirst("_", ".");
    }
}
