package io.shirube.service.resources;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.shirube.service.webhooks.Answer;
import io.shirube.service.webhooks.Delivery;
import io.shirube.service.webhooks.SigningSecret;
import io.shirube.service.webhooks.Webhook;
import io.shirube.service.webhooks.Webhooks;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Receivers and deliveries as they are answered. Stateless. */
final class WebhookJson {

    private WebhookJson() {}

    static ToldWebhook of(Webhook.Overview overview) {
        Webhook webhook = overview.webhook();
        Webhook.Settings settings = webhook.settings();
        return new ToldWebhook(
                webhook.id(),
                settings.url().toString(),
                settings.description(),
                settings.kinds().isEmpty()
                        ? null
                        : settings.kinds().stream().sorted().map(Enum::name).toList(),
                settings.language().code(),
                webhook.state().name(),
                Answers.text(webhook.health().restsUntil()),
                webhook.health().failures(),
                overview.waiting(),
                overview.dead(),
                Answers.text(overview.oldest()),
                webhook.createdAt().toString(),
                webhook.secrets().stream().map(WebhookJson::of).toList());
    }

    static ShownWebhook of(Webhooks.Shown shown) {
        return new ShownWebhook(shown.secret().text(), of(shown.webhook()));
    }

    private static ToldSecret of(SigningSecret secret) {
        return new ToldSecret(secret.createdAt().toString(), Answers.text(secret.expiresAt()));
    }

    static ToldDelivery of(Delivery delivery) {
        return new ToldDelivery(
                delivery.id(),
                delivery.messageId(),
                delivery.accountId(),
                delivery.kind().name(),
                delivery.at().toString(),
                delivery.state().name(),
                delivery.attempts(),
                Answers.text(delivery.attemptedAt()),
                Answers.text(delivery.nextAt()),
                delivery.status(),
                delivery.trouble() == null ? null : delivery.trouble().name());
    }

    static TestAnswer of(Answer answer) {
        return new TestAnswer(
                answer.delivered(),
                answer.status(),
                answer.trouble() == null ? null : answer.trouble().name());
    }

    /**
     * All receivers, oldest first.
     *
     * @param next like that of other lists; null, because there are few receivers and this is all of them
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record ToldWebhooks(
            List<ToldWebhook> items, @Nullable String next) {}

    /** A receiver with its newest secret, for the one time it is shown. */
    public record ShownWebhook(String secret, ToldWebhook webhook) {
        /** Returns no more than may stand in a log. */
        @Override
        public String toString() {
            return webhook.toString();
        }
    }

    /**
     * A receiver without what signs.
     *
     * @param kinds null for all
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record ToldWebhook(
            long id,
            String url,
            @Nullable String description,
            @Nullable List<String> kinds,
            String lang,
            String state,
            @Nullable String restsUntil,
            int failures,
            long waiting,
            long dead,
            @Nullable String oldest,
            String createdAt,
            List<ToldSecret> secrets) {}

    /** How long requests are signed with a secret. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record ToldSecret(String createdAt, @Nullable String expiresAt) {}

    /** A delivery without what it says. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record ToldDelivery(
            long id,
            String messageId,
            String accountId,
            String kind,
            String at,
            String state,
            int attempts,
            @Nullable String attemptedAt,
            @Nullable String nextAt,
            @Nullable Integer status,
            @Nullable String trouble) {}

    /** Some of what a receiver was and is to be told of. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record ToldDeliveries(
            List<ToldDelivery> items, @Nullable String next) {}

    /** What came of a message that tells nothing. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record TestAnswer(
            boolean delivered,
            @Nullable Integer status,
            @Nullable String trouble) {}

    /** How many deliveries are sent again. */
    public record Replayed(int replayed) {}
}
