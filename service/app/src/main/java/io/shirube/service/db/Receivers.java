package io.shirube.service.db;

import io.shirube.service.db.DeliveryStatements.DeliveryRow;
import io.shirube.service.db.WebhookStatements.SecretRow;
import io.shirube.service.db.WebhookStatements.WebhookRow;
import io.shirube.service.language.Language;
import io.shirube.service.standing.ChangeKind;
import io.shirube.service.webhooks.Delivery;
import io.shirube.service.webhooks.DeliveryState;
import io.shirube.service.webhooks.Health;
import io.shirube.service.webhooks.SigningSecret;
import io.shirube.service.webhooks.Trouble;
import io.shirube.service.webhooks.Webhook;
import io.shirube.service.webhooks.WebhookState;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns the rows of receivers and deliveries into what they mean, and back. Stateless. */
final class Receivers {

    private static final String COMMA = ",";

    private Receivers() {}

    /** @param secrets of all receivers, each one's newest first */
    static Webhook webhook(WebhookRow row, List<SecretRow> secrets) {
        return new Webhook(
                row.id(),
                settings(row),
                WebhookState.valueOf(row.state()),
                new Health(row.failures(), row.restsUntil()),
                row.createdAt(),
                secrets.stream()
                        .filter(secret -> secret.webhookId() == row.id())
                        .map(secret -> new SigningSecret(secret.secret(), secret.createdAt(), secret.expiresAt()))
                        .toList());
    }

    static Webhook.Settings settings(WebhookRow row) {
        return new Webhook.Settings(
                URI.create(row.url()),
                row.description(),
                kinds(row.kinds()),
                Language.tagged(row.lang())
                        .orElseThrow(() -> new IllegalStateException("the database keeps only languages there")));
    }

    private static Set<ChangeKind> kinds(@Nullable String joined) {
        return joined == null
                ? Set.of()
                : Arrays.stream(joined.split(COMMA, -1))
                        .map(ChangeKind::valueOf)
                        .collect(Collectors.toSet());
    }

    static WebhookRow row(WebhookRow before, Webhook.Settings settings, WebhookState state, Health health) {
        return new WebhookRow(
                before.id(),
                settings.url().toString(),
                settings.description(),
                joined(settings.kinds()),
                settings.language().code(),
                state.name(),
                health.failures(),
                health.restsUntil(),
                before.createdAt());
    }

    private static @Nullable String joined(Set<ChangeKind> kinds) {
        return kinds.isEmpty()
                ? null
                : kinds.stream().sorted().map(ChangeKind::name).collect(Collectors.joining(COMMA));
    }

    static Delivery delivery(DeliveryRow row) {
        return new Delivery(
                row.id(),
                row.messageId(),
                row.accountId(),
                ChangeKind.valueOf(row.kind()),
                row.at(),
                DeliveryState.valueOf(row.state()),
                row.attempts(),
                row.attemptedAt(),
                row.nextAt(),
                row.status(),
                row.trouble() == null ? null : Trouble.valueOf(row.trouble()));
    }
}
