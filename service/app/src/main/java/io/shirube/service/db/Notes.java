package io.shirube.service.db;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shirube.service.audit.Deed;
import io.shirube.service.auth.ApiKey;
import io.shirube.service.auth.KeySecret;
import io.shirube.service.db.AuditStatements.NoteRow;
import io.shirube.service.db.Transactions.Statements;
import io.shirube.service.standing.ActionEvent;
import io.shirube.service.standing.StoredAction;
import io.shirube.service.webhooks.SigningSecret;
import io.shirube.service.webhooks.Webhook;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes down what was before a write, and what after. Stateless. */
final class Notes {

    private Notes() {}

    /** Keeps notes in the name of who writes. */
    static void keep(Statements statements, NoteRow... notes) {
        keep(statements, List.of(notes));
    }

    /** Keeps notes in the name of who writes. */
    static void keep(Statements statements, List<NoteRow> notes) {
        statements.of(AuditStatements.class).note(statements.author(), notes);
    }

    /** Of a whole only what differs is told. */
    static NoteRow account(Deed deed, String id, @Nullable ObjectNode before, ObjectNode after) {
        return before == null
                ? new NoteRow(deed.name(), id, null, null, null, after.toString())
                : new NoteRow(
                        deed.name(),
                        id,
                        null,
                        null,
                        differing(before, after).toString(),
                        differing(after, before).toString());
    }

    /** Of what people settle for an account, as it is kept. */
    static NoteRow arrangement(Deed deed, String id, @Nullable String before, @Nullable String after) {
        return new NoteRow(deed.name(), id, null, null, before, after);
    }

    static NoteRow erased(String id) {
        return new NoteRow(Deed.ACCOUNT_ERASED.name(), id, null, null, null, null);
    }

    static NoteRow action(StoredAction before, StoredAction after, ActionEvent event) {
        ObjectNode told = action(after);
        told.putObject("event")
                .put("type", event.type().name())
                .put("reason", event.reason())
                .put("until", text(event.until()))
                .put("to", event.to())
                .put("by", event.by());
        return new NoteRow(
                Deed.valueOf(event.type().kind().name()).name(),
                after.accountId(),
                after.id(),
                null,
                action(before).toString(),
                told.toString());
    }

    private static ObjectNode action(StoredAction action) {
        return object().put("key", action.key())
                .put("state", action.state().name())
                .put("owner", action.owner())
                .put("snoozedUntil", text(action.life().snoozedUntil()))
                .put("closedOn", text(action.life().closedOn()));
    }

    /** Without anything that proves the key. */
    static NoteRow key(Deed deed, @Nullable ApiKey before, ApiKey after) {
        return new NoteRow(
                deed.name(),
                null,
                null,
                after.id(),
                before == null ? null : key(before).toString(),
                key(after).toString());
    }

    private static ObjectNode key(ApiKey key) {
        ObjectNode told = object().put("name", key.name())
                .put("role", key.role().code())
                .put("expiresAt", text(key.expiresAt()))
                .put("revokedAt", text(key.revokedAt()));
        for (KeySecret secret : key.secrets()) {
            addSecret(told, secret.createdAt(), secret.expiresAt());
        }
        return told;
    }

    /** Of its secrets only how long they count. */
    static NoteRow webhook(Deed deed, @Nullable Webhook before, @Nullable Webhook after) {
        return new NoteRow(
                deed.name(),
                null,
                null,
                null,
                before == null ? null : webhook(before).toString(),
                after == null ? null : webhook(after).toString());
    }

    private static ObjectNode webhook(Webhook webhook) {
        Webhook.Settings settings = webhook.settings();
        ObjectNode told = object().put("webhookId", webhook.id())
                .put("url", settings.url().toString())
                .put("description", settings.description())
                .put("lang", settings.language().code())
                .put("state", webhook.state().name());
        settings.kinds().stream()
                .sorted()
                .forEach(kind -> told.withArray("kinds").add(kind.name()));
        for (SigningSecret secret : webhook.secrets()) {
            addSecret(told, secret.createdAt(), secret.expiresAt());
        }
        return told;
    }

    private static void addSecret(ObjectNode told, Instant createdAt, @Nullable Instant expiresAt) {
        told.withArray("secrets")
                .addObject()
                .put("createdAt", createdAt.toString())
                .put("expiresAt", text(expiresAt));
    }

    static NoteRow replay(long webhook, int deliveries) {
        return new NoteRow(
                Deed.DELIVERIES_REPLAYED.name(),
                null,
                null,
                null,
                null,
                object().put("webhookId", webhook).put("deliveries", deliveries).toString());
    }

    private static ObjectNode differing(ObjectNode one, ObjectNode other) {
        ObjectNode differing = object();
        for (Map.Entry<String, JsonNode> member : one.properties()) {
            if (!member.getValue().equals(other.get(member.getKey()))) {
                differing.set(member.getKey(), member.getValue());
            }
        }
        return differing;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
